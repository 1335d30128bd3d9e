import { expect, test } from 'vitest'
import { wallOf } from '#lib/articles/walls.ts'

test('a page that only asks for a sign-in or for consent is a wall', () => {
  const login = 'Sign in to continue reading. Already a subscriber? Log in with your password.'
  expect(wallOf(login, login)).toBe('login-wall')
  const cookies =
    'We value your privacy. We and our partners use cookies. Accept all or reject all; see our privacy policy.'
  expect(wallOf(cookies, cookies)).toBe('consent-wall')
})

test('an article about subscriptions, or with such words around it, is none', () => {
  const article = 'The minister said that the talks on harbour lights would be resumed in spring. '.repeat(12)
  expect(
    wallOf(article, `Sign in Subscribe Register Log in ${article} cookies consent privacy policy accept all`),
  ).toBeNull()
  const brief = 'The two sides met in Geneva and will meet again.'
  expect(wallOf(brief, `Log in ${brief} Privacy policy`)).toBeNull()
})

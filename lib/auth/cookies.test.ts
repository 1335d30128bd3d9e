import { expect, test } from 'vitest'
import { auth } from '#lib/auth/auth.ts'
import { deviceCookie, sessionCookie } from '#lib/auth/cookies.ts'

test('behind TLS browsers themselves guard the cookies; without it they still work', () => {
  expect(sessionCookie('https://tracker.example')).toBe('__Host-followthrough.session_token')
  expect(sessionCookie('http://localhost:3000')).toBe('followthrough.session_token')
  expect(deviceCookie('https://tracker.example')).toBe('__Secure-followthrough.device')
})

test('the cookie of a session is called what this product looks for', async () => {
  const { authCookies } = await auth().$context
  expect(authCookies.sessionToken.name).toBe(sessionCookie('http://localhost:3000'))
})

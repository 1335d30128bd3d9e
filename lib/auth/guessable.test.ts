import { expect, test } from 'vitest'
import { PasswordInput, SetupInput } from '#lib/auth/input.ts'

const own = { token: 't', name: 'Ada Lovelace', email: 'ada.lovelace@example.org' }
const isTaken = (password: string) => SetupInput.safeParse({ ...own, password }).success

test.each([
  'passwordpassword',
  'aaaaaaaaaaaaaaaaaaaa',
  'qwertyuiopasdfgh',
  '123456789012345',
  'followthrough2024',
  'ada.lovelace@example.org',
  'lovelacelovelace',
])('%s is refused', (password) => expect(isTaken(password)).toBe(false))

test.each([
  'winter lamps over the harbour',
  '梧桐叶落在旧码头的石阶上很安静呢',
  'Tr0ub4dor and 3 otters',
  'correct horse battery staple',
])('%s is taken', (password) => {
  expect(isTaken(password)).toBe(true)
  expect(PasswordInput.safeParse({ password }).success).toBe(true)
})

import { expect, test } from 'vitest'
import { localeRedirect } from '#server/locale-redirect.ts'

const lead = (url: string, accept?: string) =>
  localeRedirect({ url, headers: accept === undefined ? {} : { 'accept-language': accept } })

test('an address without a language leads to the one the reader prefers, with all that was asked', () => {
  expect(lead('/', 'zh-CN,zh;q=0.9,en;q=0.8')).toBe('/zh')
  expect(lead('/', 'en-GB,zh;q=0.5')).toBe('/en')
  expect(lead('/?on=2024-05-14', 'zh')).toBe('/zh?on=2024-05-14')
  expect(lead('/commitments/WOODSIDE-1?known=2024-05-20', 'fr, zh;q=0.1')).toBe(
    '/zh/commitments/WOODSIDE-1?known=2024-05-20',
  )
})

test('who asks for no language that is served gets English', () => {
  for (const accept of [undefined, '', '*', 'fr', 'q=;;,', 'en;q=0'])
    expect(lead('/search', accept)).toBe('/en/search')
})

test('a short address leads to what it is short for, however it is typed', () => {
  expect(lead('/c/WOODSIDE-1', 'zh')).toBe('/zh/commitments/WOODSIDE-1')
  expect(lead('/c/woodside-1?on=2024-05-14', 'en')).toBe('/en/commitments/WOODSIDE-1?on=2024-05-14')
  expect(lead('/s/Woodside-2023', 'zh')).toBe('/zh/summits/woodside-2023')
  expect(lead('/a/Ab_c-1', 'zh')).toBe('/zh/articles/Ab_c-1')
  for (const path of ['/c', '/c/', '/c/a/b', '/c/%2e%2e', '/s/../c']) expect(lead(path, 'zh')).toBeUndefined()
})

test('files, the desk and addresses with a language lead nowhere', () => {
  for (const path of [
    '/ledger/download',
    '/ledger/checkpoint',
    '/desk',
    '/sign-in',
    '/en',
    '/zh/search',
    '/commitmentsx',
    '//evil.example',
  ])
    expect(lead(path, 'zh')).toBeUndefined()
})

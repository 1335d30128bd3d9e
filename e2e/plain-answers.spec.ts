import { expect, test } from './fixtures.ts'

test('the front page is there, and tells browsers to be careful with it', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  await expect(page).toHaveTitle(/Followthrough/)
})

test('an address that leads nowhere says so', async ({ page }) => {
  expect((await page.goto('/no-such-page'))?.status()).toBe(404)
})

for (const [path, status] of [
  ['/%zz', 400],
  ['/?q=%00', 400],
  [`/?q=${'a'.repeat(9_000)}`, 414],
] as const)
  test(`a malformed address is answered ${status} with a sentence: ${path.slice(0, 12)}`, async ({
    request,
  }) => {
    const answer = await request.get(path)
    expect(answer.status()).toBe(status)
    expect(await answer.text()).toContain('This address is')
  })

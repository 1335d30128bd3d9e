import type { APIResponse } from '@playwright/test'
import { read } from '#e2e/crawl.ts'
import { make, publicViews } from '#e2e/fixtures-data.ts'
import type { Made } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { languages } from '#lib/languages.ts'
import { publicPages } from '#server/public-routes.ts'

let made: Made
test.beforeAll(async () => {
  made = (await make()).made
})

// What is not there, or of another time, is answered by pages as well.
const odd = ['/nowhere', '/commitments/NO-SUCH-1', '?on=2999-01-01', '/summits/woodside-2023/said']
const addresses: [name: string, path: (made: Made) => string][] = [
  ...publicViews().map(({ name, path }): (typeof addresses)[number] => [name, path]),
  ...languages.flatMap((language) => odd.map((path) => `/${language}${path}`)).map(alone),
]
function alone(address: string): (typeof addresses)[number] {
  return [address, () => address]
}

/** What of a page could run, or would load what runs. */
async function running(answer: APIResponse): Promise<string[]> {
  const html = await answer.text()
  const found = html.match(
    /<script(?![^>]*application\/ld\+json)|<link[^>]*(as="script"|modulepreload)|\son(click|error|focus|load|toggle)=|href="javascript:/gi,
  )
  const policy = answer.headers()['content-security-policy'] ?? ''
  return [
    ...(found ?? []),
    ...(policy.includes(`script-src 'none'`) ? [] : [policy]),
    answer.headers().link ?? '',
  ].filter(Boolean)
}

for (const language of languages) {
  const own = addresses.filter(([name]) => name.startsWith(`/${language}`))

  test(`no page in ${language} holds a script, for visitors or for members`, async ({ as, request }) => {
    const member = (await as('ANALYST')).page.request
    for (const [name, path] of own)
      for (const reader of [request, member])
        expect([name, await running(await reader.get(path(made)))]).toEqual([name, []])
  })

  test(`nothing in a page in ${language} waits for a script`, async ({ request }) => {
    for (const [name, path] of own) {
      const { hidden, headings, title } = read(await (await request.get(path(made))).text())
      // A title that comes late would need a script to get to its place.
      expect([name, hidden, headings, title]).toEqual([name, [], 1, expect.stringMatching(/./)])
    }
  })
}

test('the list of pages has all that are public', () => {
  expect(publicViews()).toHaveLength(publicPages.length * languages.length)
})

test('data for machines is let through by browsers where no script is', async ({ page }) => {
  const data = '<script type="application/ld+json">{"name":"x"}</script>'
  await page.route('**/with-data', async (route) => {
    const headers = { 'content-type': 'text/html', 'content-security-policy': `script-src 'none'` }
    await route.fulfill({ headers, body: `<!DOCTYPE html><title>x</title>${data}` })
  })
  const refused: string[] = []
  page.on('console', (said) => refused.push(said.text()))
  await page.goto('/with-data')
  expect(await page.locator('script').textContent()).toBe('{"name":"x"}')
  expect(refused).toEqual([])
})

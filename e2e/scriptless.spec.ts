import type { APIResponse } from '@playwright/test'
import { make, publicViews } from '#e2e/fixtures-data.ts'
import type { Made } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { type Language, languages } from '#lib/languages.ts'
import { publicPages } from '#server/public-routes.ts'

let made: Made
test.beforeAll(async () => {
  made = (await make()).made
})

/** Every public page in a language, and some that are not there or of another time. */
function addresses(language: Language): string[] {
  const pages = publicViews().filter(({ name }) => name.startsWith(`/${language}`))
  const odd = ['/nowhere', '/commitments/NO-SUCH-1', '?on=2999-01-01', '/summits/woodside-2023/said']
  return [...pages.map(({ path }) => path(made)), ...odd.map((path) => `/${language}${path}`)]
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
  test(`no public page in ${language} holds a script, for visitors and for members`, async ({
    as,
    request,
  }) => {
    const { page } = await as('ANALYST')
    for (const address of addresses(language))
      for (const who of [request, page.request])
        expect([address, await running(await who.get(address))]).toEqual([address, []])
  })

  test(`nothing that a reader of ${language} is to see waits for a script`, async ({ page }) => {
    for (const address of addresses(language)) {
      const answer = await page.goto(address)
      const [head = ''] = (await answer?.text())?.split('</head>') ?? []
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const waiting = page.locator('[hidden]')
      expect([address, (await waiting.allTextContents()).filter((text) => text.trim())]).toEqual([
        address,
        [],
      ])
      // A title that comes late would need a script to get to its place.
      expect([address, head.includes('<title>')]).toEqual([address, true])
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

import { make, pages, views } from '#e2e/fixtures-data.ts'
import { elsewhere, type Made } from '#e2e/routes.ts'
import { expect, faultsOf, test } from '#e2e/signed-in.ts'

const promise = 'has no fault that axe finds, in light and dark, and fits 360 pixels'

let made: Made
test.beforeAll(async () => {
  made = (await make()).made
})

for (const { name, role, path } of views())
  test(`${name} ${promise}`, async ({ as, page }) => {
    const shown = role ? (await as(role)).page : page
    await shown.goto(path(made))
    expect(await faultsOf(shown)).toEqual([])
  })

// What shows nothing without a secret shows at least that.
const bare = elsewhere.filter(
  (each) => pages().includes(each) && /^\/[\w-]+$/.test(each) && !each.startsWith('/_'),
)
const found = ['/en/search?q=fentanyl', '/zh/search?q=芬太尼', '/zh/search?q=nothing+has+this']

for (const path of [...bare, ...found, '/nowhere', '/en/nowhere', '/zh/nowhere'])
  test(`${path} ${promise}`, async ({ page }) => {
    await page.goto(path)
    expect(await faultsOf(page)).toEqual([])
  })

import { faultsOf, openForAxe } from '#e2e/axe.ts'
import { make, pages, views } from '#e2e/fixtures-data.ts'
import { elsewhere, type Made } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { chartNames } from '#lib/charts/rules.ts'

let made: Made
test.beforeAll(async () => {
  made = (await make()).made
})

// What shows nothing without a secret shows at least that.
const bare = elsewhere.filter(
  (each) => pages().includes(each) && /^\/[\w-]+$/.test(each) && !each.startsWith('/_'),
)
const found = ['/en/search?q=fentanyl', '/zh/search?q=芬太尼', '/zh/search?q=nothing+has+this']
// Every chart, of one summit and of all.
const charts = chartNames.flatMap((chart) => [
  `/en/charts/${chart}?summit=woodside-2023`,
  `/zh/charts/${chart}`,
])
const compared = ['/en/compare?a=woodside-2023', '/zh/compare?a=woodside-2023']
const others = [...bare, ...found, ...charts, ...compared, '/nowhere', '/en/nowhere', '/zh/nowhere']
const shown: ReturnType<typeof views> = [
  ...views(),
  ...others.map((name) => ({ name, role: null, path: () => name })),
]

for (const [role, all] of Map.groupBy(shown, (each) => each.role)) {
  // What axe has warmed up on is looked at sooner; a page of the desk takes twice as long as a public one.
  const atOnce = role ? 2 : 4
  for (let first = 0; first < all.length; first += atOnce)
    test(`pages ${first + 1} to ${Math.min(first + atOnce, all.length)} for ${role ?? 'everybody'} have no fault that axe finds, in light and dark, and fit 360 pixels`, async ({
      as,
      asVisitor,
    }) => {
      const page = role ? (await as(role)).page : await asVisitor()
      for (const { name, path } of all.slice(first, first + atOnce)) {
        await openForAxe(page, path(made))
        expect([name, await faultsOf(page, { colours: !name.startsWith('/zh/') })]).toEqual([name, []])
      }
    })
}

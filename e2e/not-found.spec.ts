import { views } from '#e2e/fixtures-data.ts'
import type { Made } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'

// Everything asked for is something that nobody has made.
const none = new Proxy({} as Made, { get: () => 'NO-SUCH-1' })
const asked = views().filter(({ name, path }) => name.includes('[') && path(none).includes('NO-SUCH-1'))
// It thanks for a report, and asks nothing of the database.
const thanks = /\/report\/sent$/

for (const role of new Set(asked.map(({ role }) => role)))
  test(`what is not there is answered 404 in words by every page that ${role ?? 'everybody'} may open`, async ({
    as,
    page,
  }) => {
    test.slow() // some dozens of pages
    const { request } = role ? (await as(role)).page : page
    const answers: unknown[] = []
    for (const { path, name } of asked.filter((each) => each.role === role && !thanks.test(each.name)))
      for (const clocks of name.startsWith('/desk') ? [''] : ['', 'on=2024-05-14&known=2024-05-20']) {
        const address = `${path(none)}${clocks && (path(none).includes('?') ? '&' : '?')}${clocks}`
        const answer = await request.get(address, { maxRedirects: 0 })
        const isSaid = /There is nothing at this address|此地址没有内容|<h1/.test(await answer.text())
        if (answer.status() !== 404 || !isSaid) answers.push([address, answer.status()])
      }
    expect(answers).toEqual([])
  })

// Every page as a picture in every look: `npm run screenshots`, then open data/screenshots/index.html.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { make, views } from '#e2e/fixtures-data.ts'
import type { Made } from '#e2e/routes.ts'
import { test } from '#e2e/signed-in.ts'

type Look = { width: number; media?: Parameters<Page['emulateMedia']>[0] }
const looks: Record<string, Look> = {
  '360': { width: 360 },
  '360 dark': { width: 360, media: { colorScheme: 'dark' } },
  '768': { width: 768 },
  '1280': { width: 1280 },
  '1280 dark': { width: 1280, media: { colorScheme: 'dark' } },
  'forced colours': { width: 768, media: { forcedColors: 'active' } },
  print: { width: 768, media: { media: 'print' } },
}
const folder = join('data', 'screenshots')

let made: Made
test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  made = (await make()).made
})

test.afterAll(() => {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
  const rows = Map.groupBy(pictures, (name) => name.split(' ')[0] ?? '')
  const drawn = [...rows].map(([page, names]) => {
    const shown = names.map(
      (name) => `<figure><figcaption>${name}</figcaption><img src="${encodeURI(name)}"></figure>`,
    )
    return `<h2>${page}</h2><div>${shown.join('')}</div>`
  })
  const style =
    'body{font:14px sans-serif}div{display:flex;gap:1rem;overflow-x:auto}img{height:40rem;border:1px solid #888}'
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><style>${style}</style>${drawn.join('')}`,
  )
})

for (const { name, role, path } of views())
  test(`${name} is drawn in every look`, async ({ as, page }) => {
    const shown = role ? (await as(role)).page : page
    await shown.goto(path(made))
    const file = name.replaceAll(/[^\w-]+/g, '-').replace(/^-|-$/g, '')
    for (const [look, { width, media }] of Object.entries(looks)) {
      await shown.setViewportSize({ width, height: 900 })
      await shown.emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen', ...media })
      await shown.screenshot({ path: join(folder, `${file} ${look}.png`), fullPage: true })
    }
  })

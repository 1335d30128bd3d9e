import { expect, test } from '#e2e/signed-in.ts'
import { ArticleInput } from '#lib/articles/input.ts'
import { unscopedStoreOriginal } from '#lib/articles/originals.ts'
import { archiveText, recordArticle } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import { makeExcerpt } from '#testing/make.ts'

const parts = [
  ['heading', 'What was agreed'],
  [
    'paragraph',
    'The two sides met in Geneva. They spoke for four hours. “Honour words with actions,” one side said.',
  ],
  ['item', 'A working group'],
  ['row', 'Field\tMet'],
  ['row', 'Counternarcotics\tin January'],
  ['paragraph', 'Cooperation is a two-way street.'],
] as const
const text = parts.map(([, words]) => words).join('\n')

/** An open article whose text has a layout of every kind, with two excerpts that overlap. */
async function makeReadout(analyst: Member) {
  let end = -1
  const blocks = parts.map(([kind, words]) => {
    const start = end + 1
    end = start + words.length
    return { kind, start, end }
  })
  const layout = { blocks, marks: [], pages: [{ page: 7, start: 0, end }] }
  const { text: _, ...facts } = ArticleInput.parse({
    ...{ title: 'Readout of the talks', language: 'en', kind: 'OFFICIAL_READOUT', access: 'OPEN' },
    text,
  })
  const { articleId, snapshotId } = await db.$transaction(async (tx) => {
    const bytesSha256 = await unscopedStoreOriginal(tx, new TextEncoder().encode(text))
    const id = await recordArticle(analyst, tx, facts, {})
    const taken = { method: 'PASTED' as const, bytesSha256, text, layout, extractorVersion: 'test' }
    return { articleId: id, snapshotId: await archiveText(analyst, tx, id, taken) }
  })
  const quote = (exact: string) => quoteExcerpt(analyst, ExcerptInput.parse({ snapshotId, exact }))
  await quote('They spoke for four hours. “Honour words with actions,”')
  const { excerptId } = await quote('“Honour words with actions,” one side said.')
  return { articleId, snapshotId, excerptId }
}

test('by keys alone a sentence is chosen, extended over a list and a table, and quoted as archived', async ({
  as,
}) => {
  const { page, member } = await as('ANALYST')
  const { articleId } = await makeReadout(member)
  await page.goto(`/desk/articles/${articleId}`)
  await expect(page.getByRole('checkbox', { name: 'Letter keys' })).toBeChecked()
  for (const key of ['j', 'j', 'j', 'k', 'j', 'j', 'Shift+J', 'Shift+J', 'Shift+J', 'Shift+J', 'Shift+K'])
    await page.keyboard.press(key)
  await page.keyboard.press('h')
  const exact = page.getByLabel('Exact words')
  await expect(exact).toBeFocused()
  await expect(exact).toHaveValue('“Honour words with actions,” one side said.\nA working group\nField\tMet')
  await page.getByLabel('Who says it').pressSequentially('hjk')
  await expect(page.getByLabel('Who says it')).toHaveValue('hjk')
  await page.getByRole('button', { name: 'Quote', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Quoted.' })).toBeVisible()
  await expect(page.locator('mark:target')).toContainText('“Honour words with actions,”')
  await expect(page.getByRole('note', { name: 'Excerpt 2' })).toContainText('hjk, page 7')
})

test('letter keys can be switched off for good, and the arrows then still work inside the text', async ({
  as,
}) => {
  const { page, member } = await as('ANALYST')
  const { articleId } = await makeReadout(member)
  await page.goto(`/desk/articles/${articleId}`)
  await page.getByRole('checkbox', { name: 'Letter keys' }).uncheck()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Letter keys' })).not.toBeChecked()
  await page.keyboard.press('j')
  await page.keyboard.press('h')
  await expect(page.getByLabel('Exact words')).toHaveValue('')
  await page.getByRole('region', { name: 'Archived text' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Exact words')).toHaveValue('The two sides met in Geneva.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Archived text' })).toBeFocused()
})

test('an exported annotation is taken in where its words stand; what is only alike is first compared', async ({
  as,
}) => {
  const { page, member } = await as('ANALYST')
  const { articleId } = await makeReadout(member)
  const other = await makeExcerpt(member, {
    text: 'It began. Cooperation is a two-way street. It ended.',
    exact: 'Cooperation is a two-way street.',
  })
  const answer = await page.request.get(`/excerpts/${other.excerptId}/annotation.json`)
  expect(answer.headers()['content-type']).toBe(
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  )
  const annotation = await answer.text()
  const take = async (json: string) => {
    await page.goto(`/desk/articles/${articleId}`)
    await page.getByText('Import a Web Annotation').click()
    await page.getByLabel('Its JSON').fill(json)
    await page.getByRole('button', { name: 'Import' }).click()
  }
  await take('{"type": "Annotation"}')
  await expect(page.getByRole('alert').first()).toContainText('This is no annotation')
  const selector = { type: 'TextQuoteSelector', exact: '"Honour words with actions," one side said.' }
  await take(JSON.stringify({ target: { selector } }))
  await expect(page.getByText('filled in below: compare the two')).toBeVisible()
  await expect(page.getByLabel('Exact words')).toHaveValue('“Honour words with actions,” one side said.')
  await take(annotation.replace('It began. ', 'in January\\n').replace(' It ended.', ''))
  await expect(page.locator('mark:target')).toContainText('Cooperation is a two-way street.')
})

test('a reader without JavaScript lands on the very words, with what rests on them beside', async ({
  as,
  request,
}) => {
  const { page, member } = await as('ANALYST', { javaScriptEnabled: false })
  const { articleId, excerptId } = await makeReadout(member)
  await page.goto(`/articles/${articleId}#excerpt-${excerptId}`)
  await expect(page.locator('mark:target')).toBeInViewport()
  await page.getByRole('note', { name: 'Excerpt 2' }).getByRole('link', { name: 'Annotation' }).click()
  await expect(page).toHaveURL(`/excerpts/${excerptId}/annotation.json`)
  expect((await request.get('/excerpts/none/annotation.json')).status()).toBe(404)
  // Nothing published rests on it yet.
  expect((await request.get(`/excerpts/${excerptId}/annotation.json`)).status()).toBe(404)
})

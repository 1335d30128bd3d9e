import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { system, visitor } from '#lib/auth/viewer.ts'
import { commitmentColumns, commitmentRow } from '#lib/commitments/present.ts'
import { readCommitmentFilter } from '#lib/commitments/rules.ts'
import { exportCommitments } from '#lib/commitments/search.ts'
import { csvOf as csvFile } from '#lib/csv.ts'
import { clocksNow } from '#lib/dates.ts'
import { previewImport } from '#lib/imports/read.ts'
import { runImport } from '#lib/imports/run.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { makeCommitment, makeMember } from '#testing/make.ts'
import { RUNS } from '#testing/runs.ts'
import { beginImport, confirmTable, csvOf, tableRow, versionOf } from '#testing/tables.ts'

/** What the export of a summit's commitments is. */
async function table(summit: string, on = clocksNow(new Date(Date.now() + 5_000))) {
  const found = await exportCommitments(visitor, on, readCommitmentFilter({ summit }, 'en').search)
  return csvFile([commitmentColumns.map(String), ...found.map(commitmentRow)])
}

type Text = { en?: string; zh?: string }
type Drawn = { title: Text; text: Text; due: string; every: number; parties: string; criteria: Text[] }
const words = fc
  .string({ unit: fc.constantFrom("'", '=', '-', '"', ',', ';', 'a', 'B', ' ', '中', '＝', '\t', 'é') })
  .map((text) => `x${text}`.trim())
const text = fc.oneof(
  fc.record({ en: words }),
  fc.record({ zh: words.map((each) => each.replace('x', '=')) }),
  fc.record({ en: words.map((each) => each.replace('x', "'=")) }),
  fc.record({ en: words, zh: words }),
)

test('what is exported is imported as no change, and what is imported is exported as it was', async () => {
  let made = await makeCommitment()
  const author = await makeMember('ANALYST')
  let [count, tables] = [0, 0]
  const commitments = fc.array(
    fc.record({
      title: text,
      text,
      due: fc.constantFrom('', '2025', '2025-03', '2025-03-04'),
      every: fc.integer({ min: 1, max: 3_650 }),
      parties: fc.constantFrom('US', 'CN', 'CN;US'),
      criteria: fc.array(text, { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(commitments, async (drawn) => {
      // A summit for a dozen tables: what is compared would grow with all that came before.
      if (++tables % 12 === 0) made = await makeCommitment()
      const lines = (all: Text[], language: keyof Text) => all.map((each) => each[language] ?? '').join('\n')
      const rows = (drawn as Drawn[]).map((each) =>
        tableRow(made, `ROUND-${++count}`, {
          parties: each.parties,
          title_en: escaped(each.title.en),
          title_zh: escaped(each.title.zh),
          text_en: escaped(each.text.en),
          text_zh: escaped(each.text.zh),
          due: each.due,
          review_every_days: String(each.every),
          criteria_en: escaped(lines(each.criteria, 'en')),
          criteria_zh: escaped(lines(each.criteria, 'zh')),
        }),
      )
      const id = await beginImport(author, csvOf(rows))
      expect((await previewImport(author, id)).faults).toEqual([])
      await confirmTable(author, id)
      await runImport(system, id)
      await publishDraft(made.reviewer, { id, version: await versionOf(id) })
      await runImport(system, id)
      const exported = await table(made.slug)
      for (const cell of parse(exported, { bom: true }).flat()) expect(cell).not.toMatch(/^[=+@\t\r-]/)
      const again = await previewImport(author, await beginImport(author, exported))
      expect(again).toMatchObject({ faultCount: 0, amended: 0, added: 0, same: again.total })
      expect(await table(made.slug)).toBe(exported)
    }),
    { numRuns: 12 * RUNS },
  )
})

const escaped = (text = '') => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

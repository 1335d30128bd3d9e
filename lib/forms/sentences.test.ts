import { expect, test } from 'vitest'
import { z } from 'zod'
import { AreaForm } from '#lib/areas/input.ts'
import { ArticleInput } from '#lib/articles/input.ts'
import { CommitmentForm, MergeForm } from '#lib/commitments/input.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { day, id, version } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import { MappingInput } from '#lib/imports/input.ts'
import { PartyInput } from '#lib/parties/input.ts'
import { ActInput, CommentInput, KeptInput, ReturnInput, TogetherInput } from '#lib/review/input.ts'
import { SummitForm } from '#lib/summits/input.ts'
import { NoChangeInput, UpdateForm } from '#lib/updates/input.ts'

const rows = (each: unknown) => Array.from({ length: 60 }, () => each)
const odd = [undefined, '', 'x', ' x ', 'x'.repeat(9_000), '-1', '1.5', '99999999999', 'NaN', [], {}]
const nested = [
  ['x'],
  { en: ['x'], zh: {} },
  { x: 'x' },
  rows('x'),
  rows({ code: 'US', en: 'x' }),
  [{ code: [] }],
]

// Every field of each form, besides those that its schema tells by itself.
const forms: [form: z.ZodType, fields: string[]][] = [
  [KeptInput, ['kind', 'draftId', 'draftVersion', 'id', 'version', 'requestKey', 'act']],
  [UpdateForm, ['commitmentId', 'partyId', 'status', 'occurred', 'headline', 'note', 'evidence']],
  [
    CommitmentForm,
    ['ref', 'summitSlug', 'areaSlug', 'newArea', 'title', 'text', 'partyCodes', 'madeOn', 'due', 'guideline'],
  ],
  [CommitmentForm, ['reviewEveryDays', 'promisedInId', 'criteria']],
  [SummitForm, ['slug', 'name', 'place', 'startsOn', 'endsOn', 'parties']],
  [MergeForm, ['ref', 'into', 'reason']],
  [ActInput, ['id', 'version']],
  [CommentInput, ['id', 'text', 'requestKey']],
  [ReturnInput, ['id', 'version', 'usual', 'reason']],
  [TogetherInput, ['items']],
  [NoChangeInput, ['commitmentId', 'searched', 'requestKey']],
  [MappingInput, ['id', 'version', 'columns']],
  [AreaForm, ['name', 'slug']],
  [PartyInput, ['code', 'name']],
  [ExcerptInput, ['snapshotId', 'exact', 'start', 'speaker', 'partyId', 'translation', 'requestKey']],
  [ArticleInput, ['title', 'address', 'published', 'language', 'kind', 'access', 'voicePartyId', 'text']],
]

test('whatever a form sends in whichever field, what is wrong with it is said in a sentence', () => {
  const told = new Set<string>()
  for (const [form, fields] of forms)
    for (const field of fields)
      for (const sent of [...odd, ...nested])
        for (const { message } of parseForm(form, { [field]: sent }).error?.issues ?? []) told.add(message)
  expect(told.size).toBeGreaterThan(30)
  expect([...told].filter((message) => !/^[A-Z“\p{L}\d].*[.]$/u.test(message))).toEqual([])
  expect(
    [...told].filter((message) => /^(Invalid|Too (big|small)|Unrecognized)|expected|received/.test(message)),
  ).toEqual([])
})

test('what the database cannot count is no version', () => {
  expect(version.parse('2147483647')).toBe(2_147_483_647)
  for (const sent of ['2147483648', '99999999999', '0', '1.5', 'x', '', undefined, []])
    expect(version.safeParse(sent).error?.issues[0]?.message).toContain('Open this page again')
  const kept = KeptInput.safeParse({ kind: 'UPDATE', version: 99_999_999_999, draftVersion: 'x' })
  expect(kept.error?.issues.map(({ path }) => path)).toEqual([['draftVersion'], ['version']])
})

test('what a schema says itself is what is said', () => {
  for (const schema of [day, id]) {
    const own = schema.safeParse(3).error?.issues[0]?.message
    expect(parseForm(schema, 3).error?.issues[0]?.message).toBe(own)
  }
  expect(parseForm(z.string().max(3), 'four').error?.issues[0]?.message).toBe('Keep it within 3 characters.')
  expect(parseForm(z.enum(['a']), 'b').error?.issues[0]?.message).toBe('Choose one from the list.')
})

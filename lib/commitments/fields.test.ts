import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOfCommitment, fieldsOfCommitment } from '#lib/commitments/form.ts'
import { CommitmentForm, CommitmentInput } from '#lib/commitments/input.ts'
import { byField, type Commitment, fields, fromEntry, type Key, toEntry } from '#lib/commitments/record.ts'
import { nest } from '#lib/forms/parse.ts'

const words = fc
  .string({ unit: fc.constantFrom('a', 'B', ' ', '中', ';', '"', '=', 'é'), maxLength: 30 })
  .map((text) => `x${text}`.replace(/\s+/g, ' ').trim())
const text = fc.oneof(fc.record({ en: words }), fc.record({ zh: words }), fc.record({ en: words, zh: words }))
const due = fc.constantFrom(
  { on: '2025-03-04', precision: 'DAY' },
  { on: '2025-03-01', precision: 'MONTH' },
  { on: '2025-01-01', precision: 'YEAR' },
)

// What is not listed is a text in both languages that may be left out.
const values: Partial<Record<Key, fc.Arbitrary<unknown>>> = {
  ref: fc.constantFrom('WOODSIDE-1', 'A-2-3'),
  summitSlug: fc.constantFrom('woodside'),
  title: text,
  text,
  partyCodes: fc.constantFrom(['CN'], ['CN', 'US']),
  areaSlug: fc.constantFrom('climate'),
  madeOn: fc.constantFrom('2023-11-15', '2024-02-29'),
  due: fc.option(due),
  reviewEveryDays: fc.integer({ min: 1, max: 3_650 }),
  promisedInId: fc.option(fc.constantFrom('abc-123')),
  criteria: fc.array(text, { minLength: 1, maxLength: 4 }),
}
const drawn = byField(({ key }) => values[key] ?? fc.oneof(text, fc.constant({})))
const commitment = fc.record(drawn).map((said) => CommitmentInput.parse(said))
const always = (check: (said: Commitment) => void) => fc.assert(fc.property(commitment, check))

test('a commitment comes back from its form as it was', () => {
  always((said) => {
    const typed = fieldsOfCommitment(said)
    expect(CommitmentForm.parse(nest(typed))).toEqual({ commitment: said, area: null })
  })
})

test('it comes back from the cells of a table, and what has no column stays as it is in force', () => {
  always((said) => {
    const written = byField((field) => {
      const cells = field.toCells(said[field.key])
      expect(cells).toHaveLength(field.headers.length)
      return field.fromCells(cells, field.headers.length ? undefined : said[field.key])
    })
    expect(CommitmentInput.parse(written)).toEqual(said)
    const untold = byField((field) =>
      field.fromCells(
        field.headers.map(() => null),
        said[field.key],
      ),
    )
    expect(CommitmentInput.parse(untold)).toEqual(said)
  })
})

test('it comes back from the ledger, which holds it as JSON', () => {
  always((said) => {
    const body = JSON.stringify({ ...toEntry(said), recordedBy: 'somebody' })
    expect(fromEntry(JSON.parse(body))).toEqual(said)
  })
})

test('each thing that is said has a name of its own, for whoever reviews it', () => {
  always((said) => {
    const names = factsOfCommitment(said).map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

test('no two columns of a table go by one header', () => {
  const headers = fields.flatMap((field) =>
    field.headers.flatMap(({ name, also }) => [name, ...also.split(' ')]),
  )
  expect(headers.filter((name, at) => headers.indexOf(name) !== at)).toEqual([])
})

test('what is no date is refused where it was typed, by form and table alike', () => {
  const due = fields.find(({ key }) => key === 'due')
  for (const typed of ['soon', '2024-13', '15.11.2023', '2024-02-30'])
    for (const sent of [due?.fromForm(typed), due?.fromCells([typed], undefined)])
      expect(due?.schema.safeParse(sent).error?.issues[0]?.message).toContain(
        'Write the date like 2024-05-14',
      )
})

test('a day that no calendar here counts is refused, also where it is sent past the form', () => {
  for (const day of ['0000-01-01', '0999-12-31', '2024-02-30', '15.11.2023', '']) {
    const sent = { madeOn: day, due: { on: day, precision: 'DAY' } }
    for (const { key, schema } of fields.filter((field) => field.key in sent))
      expect(
        schema.safeParse(sent[key as keyof typeof sent]).error?.issues[0]?.message,
        `${key} ${day}`,
      ).toBe('Write the date like 2023-11-15.')
  }
})

test('nothing is due before it was promised, as far as its date is known', () => {
  const [said] = fc.sample(fc.record(drawn), 1)
  const faultsOf = (due: string) => {
    const sent = {
      ...said,
      madeOn: '2023-11-15',
      due: fields.find(({ key }) => key === 'due')?.fromForm(due),
    }
    return (CommitmentInput.safeParse(sent).error?.issues ?? []).map(({ path }) => path.join('.'))
  }
  for (const due of ['2022', '2023-10', '2023-11-14']) expect([due, faultsOf(due)]).toEqual([due, ['due']])
  for (const due of ['', '2023', '2023-11', '2023-11-15', '2030'])
    expect([due, faultsOf(due)]).toEqual([due, []])
})

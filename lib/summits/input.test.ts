import { expect, test } from 'vitest'
import { SummitAmendment, SummitForm, SummitInput } from '#lib/summits/input.ts'

const summit = {
  slug: 'woodside',
  name: { en: 'Woodside' },
  place: { en: 'Woodside' },
  startsOn: '2023-11-15',
  endsOn: '2023-11-16',
  parties: [{ code: 'US' }, { code: 'CN' }],
}
const faultsOf = (more: object) =>
  [SummitInput, SummitForm, SummitAmendment].map((Schema) =>
    Schema.safeParse({ ...summit, id: 'one', version: 1, ...more }).error?.issues.map(({ path, message }) => [
      path.join('.'),
      message,
    ]),
  )
const thrice = <T>(each: T) => [each, each, each]

test('a summit is on days that the calendar has', () => {
  expect(faultsOf({})).toEqual(thrice(undefined))
  for (const day of ['0000-01-01', '0999-12-31', '2024-02-30'])
    expect(faultsOf({ startsOn: day })).toEqual(
      thrice(expect.arrayContaining([['startsOn', 'Write the date like 2023-11-15.']])),
    )
})

test('a party stands in one row of a summit', () => {
  const twice = [{ code: 'US' }, { code: 'CN' }, { code: 'US' }]
  expect(faultsOf({ parties: twice })).toEqual(thrice([['parties.2.code', 'US stands in a row above.']]))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Bearing,
  corroborating,
  type Dated,
  independentPublishers,
  latestUpdates,
  live,
  type Status,
} from '#lib/updates/rules.ts'

const at = (minute: number) => new Date(1_700_000_000_000 + minute * 60_000)

function made(facts: Partial<Dated>): Dated {
  return {
    id: 'a',
    commitmentId: 'c',
    partyId: null,
    status: 'UNDER_WAY',
    occurredOn: '2024-01-01',
    publishedAt: at(0),
    supersedesId: null,
    withdrawnAt: null,
    ...facts,
  }
}

test('a correction replaces what it corrects from its publication on, and not before', () => {
  const wrong = made({ id: 'wrong', status: 'KEPT' })
  const right = made({ id: 'right', status: 'STALLED', supersedesId: 'wrong', publishedAt: at(10) })
  expect(latestUpdates([wrong, right], '2024-02-01', at(9))).toEqual([wrong])
  expect(latestUpdates([wrong, right], '2024-02-01', at(10))).toEqual([right])
})

test('withdrawing the only update leaves no status', () => {
  const only = made({ withdrawnAt: at(5) })
  expect(latestUpdates([only], '2024-02-01', at(4))).toEqual([only])
  expect(latestUpdates([only], '2024-02-01', at(5))).toEqual([])
})

test('withdrawing a correction does not bring back what was wrong', () => {
  const wrong = made({ id: 'wrong' })
  const right = made({ id: 'right', supersedesId: 'wrong', publishedAt: at(10), withdrawnAt: at(20) })
  expect(live([wrong, right], at(30))).toEqual([])
})

test('an older event published later does not overtake a newer one', () => {
  const newer = made({ id: 'newer', occurredOn: '2024-05-01' })
  const older = made({ id: 'older', occurredOn: '2024-04-01', publishedAt: at(10) })
  expect(latestUpdates([newer, older], '2024-06-01', at(20))).toEqual([newer])
  expect(latestUpdates([newer, older], '2024-04-30', at(20))).toEqual([older])
})

test('the order in which updates are given does not matter', () => {
  const some = fc.array(
    fc.record({
      partyId: fc.constantFrom(null, 'us', 'cn'),
      occurredOn: fc.constantFrom('2024-01-01', '2024-01-02', '2024-01-03'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(some, (facts) => {
      const updates = facts.map((each, minute) =>
        made({ ...each, id: `u${minute}`, publishedAt: at(minute) }),
      )
      const ids = (given: Dated[]) =>
        latestUpdates(given, '2024-01-02', at(8))
          .map((each) => each.id)
          .sort()
      expect(ids(updates.toReversed())).toEqual(ids(updates))
    }),
  )
})

const said = (publisher: string | null, voice: string | null = null, bearing: Bearing = 'SUPPORTS') => ({
  bearing,
  publisher,
  voice,
})

test('independent publishers count once each by name, and a party’s own voice never', () => {
  const evidence = [
    said('The Lantern'),
    said('the lantern '),
    said('Harbour Post'),
    said('White House', 'US'),
    said('The Lantern', 'CN'),
    said(null),
    said('Contrary Weekly', null, 'CONTRADICTS'),
    said('Almanac', null, 'CONTEXT'),
  ]
  expect(independentPublishers(evidence)).toEqual(['The Lantern', 'Harbour Post'])
})

test('the status in force is corroborated by every overall update since it last changed', () => {
  const update = (status: Status, publisher: string, party: object | null = null) => ({
    party,
    status,
    evidence: [said(publisher)],
  })
  const live = [
    update('KEPT', 'Of one side', {}),
    update('STALLED', 'Newest'),
    update('STALLED', 'Before'),
    update('UNDER_WAY', 'Then'),
    update('STALLED', 'Long ago'),
  ]
  expect(corroborating(live)).toEqual(['Newest', 'Before'])
  expect(corroborating([])).toEqual([])
})

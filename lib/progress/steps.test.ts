import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dateOf } from '#lib/dates.ts'
import { addTallies, inForce, scoreOf, tallyOf } from '#lib/progress/rules.ts'
import { scoreSteps, sidesOf, spreadLabels, tallySteps, thinOut } from '#lib/progress/steps.ts'
import { type Dated, live, type Status, statusOrder } from '#lib/updates/rules.ts'
import { stepAt } from '#testing/steps.ts'

const first = '2023-11-15'
const day = fc.integer({ min: -40, max: 500 }).map((days) => addDays(first, days))
const parties = [{ id: 'us' }, { id: 'cn' }]
const published = fc.record({
  partyId: fc.constantFrom(null, null, 'us', 'cn'),
  status: fc.constantFrom<Status>(...statusOrder),
  occurredOn: day,
  publishedAt: day.map(dateOf),
  withdrawnAt: fc.option(day.map(dateOf), { nil: null }),
})
const commitment = fc.record({ madeOn: day, updates: fc.array(published, { maxLength: 8 }) })

/** A commitment as the two clocks see it, from its whole history. */
function asKnown({ madeOn, updates }: { madeOn: string; updates: Omit<Dated, 'id'>[] }, known: Date) {
  const dated = updates.map((each, index) => ({ ...each, id: String(index) }))
  const inOrder = live(dated, known).toSorted(
    (a, b) => a.occurredOn.localeCompare(b.occurredOn) || a.publishedAt.getTime() - b.publishedAt.getTime(),
  )
  return { madeOn, parties, updates: inOrder }
}
const whole = ({ madeOn, updates }: { madeOn: string; updates: object[] }) => ({
  madeOn,
  updates: updates.map((each) => ({ commitmentId: 'c', supersedesId: null, ...each }) as Omit<Dated, 'id'>),
})

test('the steps at any day are the tally of that day, at both clocks', () => {
  fc.assert(
    fc.property(fc.array(commitment, { maxLength: 6 }), day, day, day, (made, on, asked, known) => {
      const lines = made.map((each) => asKnown(whole(each), dateOf(known)))
      const there = lines.filter(({ madeOn }) => madeOn <= on)
      const steps = tallySteps(
        there.map((line) => sidesOf(line)[0]),
        on,
      )
      const then = asked < on ? asked : on
      const stood = lines
        .filter(({ madeOn }) => madeOn <= then)
        .map((line) => inForce(line.updates.filter(({ occurredOn }) => occurredOn <= then)))
      expect(stepAt(steps, then)?.tally ?? tallyOf([])).toEqual(
        tallyOf(stood.map(({ overall }) => overall?.status ?? null)),
      )
      const own = stood.flatMap(({ byParty }) => parties.map(({ id }) => byParty.get(id)?.status ?? null))
      const all = addTallies(tallyOf(stood.map(({ overall }) => overall?.status ?? null)), tallyOf(own))
      expect(stepAt(scoreSteps(tallySteps(there.flatMap(sidesOf), on)), then)?.score ?? scoreOf(all)).toEqual(
        scoreOf(all),
      )
    }),
  )
})

test('steps come in order, none like the one before it', () => {
  fc.assert(
    fc.property(fc.array(commitment, { maxLength: 6 }), day, (made, on) => {
      const lines = made.map((each) => asKnown(whole(each), dateOf('2026-01-01')))
      const steps = tallySteps(lines.flatMap(sidesOf), on)
      for (const [index, step] of steps.entries()) {
        const next = steps[index + 1]
        if (next) expect([step.on < next.on, next.tally]).not.toEqual([true, step.tally])
        if (next) expect(step.on < next.on).toBe(true)
        expect(step.on <= on).toBe(true)
      }
    }),
  )
})

test('a table has every change, or evenly spaced ones that end with the last', () => {
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (days, most) => {
      const steps = days.toSorted().map((on) => ({ on }))
      const { every, steps: rows } = thinOut(steps, most)
      expect(rows.length <= most).toBe(true)
      expect(rows.at(-1)).toEqual(steps.at(-1))
      if (steps.length <= most) expect([every, rows]).toEqual(['change', steps])
      expect(rows).toEqual(rows.toSorted((a, b) => a.on.localeCompare(b.on)))
    }),
  )
})

test('labels that would collide are moved apart, and stay in order and inside', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 7 }), (wanted) => {
      const places = spreadLabels(
        wanted.toSorted((a, b) => a - b),
        18,
        200,
      )
      for (const [index, place] of places.entries()) {
        const next = places[index + 1]
        if (next !== undefined) expect(next - place >= 18).toBe(true)
        expect(place >= 0 && place <= 200).toBe(true)
      }
    }),
  )
  expect(spreadLabels([10, 100], 18, 200)).toEqual([10, 100])
})

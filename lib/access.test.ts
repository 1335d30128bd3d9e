import { expect, expectTypeOf, test } from 'vitest'
import { type Action, access, may, type Situation, type Who } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

const viewers: Record<Who, Viewer> = {
  visitor: { kind: 'visitor' },
  ANALYST: member('ANALYST'),
  REVIEWER: member('REVIEWER'),
  ADMIN: member('ADMIN'),
  system: { kind: 'system' },
}

function member(role: 'ANALYST' | 'REVIEWER' | 'ADMIN'): Viewer {
  return { kind: 'member', id: role, name: role, email: `${role}@example.org`, role, sessionId: null }
}

// Every cell, written out: visitor, analyst, reviewer, admin, system.
const cells = `
article.read            any               v a r A s
article.readWhole       open              v a r A s
article.readWhole       restricted        - a r A s
article.capture         any               - a r A -
capture.start           any               - a r A -
capture.read            any               - a r A -
capture.run             any               - - - - s
capture.cancel          running           - a r A -
capture.retry           stopped           - a r A -
capture.keep            ready             - a r A -
capture.discard         stopped           - a r A -
capture.discard         ready             - a r A -
liveCheck.run           any               - - - - s
liveCheck.ask           any               - a r A -
liveCheck.read          any               - a r A -
proposal.rank           any               - a r A s
proposal.decide         any               - a r A -
excerpt.read            published         v a r A s
excerpt.read            unpublished       - a r A s
excerpt.quote           any               - a r A -
update.read             published, own    v a r A s
update.read             published, other  v a r A s
update.read             gone, own         v a r A s
update.read             gone, other       v a r A s
update.correct          published, own    - a r A -
update.correct          published, other  - a r A -
update.withdraw         published, other  - - r A -
report.send             any               v a r A s
report.read             any               - - r A -
report.decide           open              - - r A -
commitment.read         any               v a r A s
commitment.record       any               - - r A -
commitment.amend        any               - - r A -
summit.read             any               v a r A s
summit.record           any               - - r A -
summit.amend            any               - - r A -
draft.read              draft, own        - a r A -
draft.read              draft, other      - - r A -
draft.read              submitted, own    - a r A -
draft.read              submitted, other  - a r A -
draft.read              published, own    - a r A -
draft.read              published, other  - a r A -
draft.begin             any               - a r A -
draft.edit              draft, own        - a r A -
draft.discard           draft, own        - a r A -
draft.submit            draft, own        - a r A -
draft.recall            submitted, own    - a r A -
draft.claim             submitted, other  - - r A -
draft.comment           draft, own        - a r A -
draft.comment           draft, other      - - r A -
draft.comment           submitted, own    - a r A -
draft.comment           submitted, other  - a r A -
draft.publish           submitted, other  - - r A -
draft.return            submitted, other  - - r A -
commitment.merge        any               - - r A -
import.run              any               - - - - s
area.manage             any               - - r A -
party.manage            any               - - r A -
ledger.read             any               v a r A s
ledger.check            any               - - - A s
person.find             any               - - - - s
person.list             any               - - - A -
person.invite           any               - - - A -
person.changeRole       active            - - - A -
person.deactivate       active            - - - A -
person.reactivate       deactivated       - - - A -
person.makeResetLink    active            - - - A -
person.changeAddress    own               - a r A -
message.read            any               - - - A -
message.send            any               - - - - s
message.resend          any               - - - A -
activity.read           any               - - - A -
session.list            own               - a r A -
session.revoke          own               - a r A -
password.set            own               - a r A -
secondFactor.set        own               - a r A -
passkey.set             own               - a r A -
`
const letters: [string, Who][] = [
  ['v', 'visitor'],
  ['a', 'ANALYST'],
  ['r', 'REVIEWER'],
  ['A', 'ADMIN'],
  ['s', 'system'],
]

const expected = new Map(
  cells
    .trim()
    .split('\n')
    .map((row) => {
      const [, action = '', situation = '', who = ''] =
        /^(\S+)\s+(\S+(?:, \S+)?)\s+((?:[vaArs-] ?)+)$/.exec(row) ?? []
      return [`${action} | ${situation}`, who.split(' ')]
    }),
)
const situations = [
  'any',
  'own',
  'open',
  'restricted',
  'running',
  'stopped',
  'ready',
  'over',
  'active',
  'deactivated',
  ...['draft', 'submitted', 'published', 'gone'].flatMap((state) => [`${state}, own`, `${state}, other`]),
]

// As code could ask that no compiler has read.
const asked: (viewer: Viewer, action: Action, situation: string) => boolean = (viewer, action, situation) =>
  may(viewer, action, situation as Situation<Action>)

test.each(Object.keys(access) as Action[])(
  '%s is for whom the table says, in every situation and for every role',
  (action) => {
    for (const situation of [...situations, 'toString', '__proto__', ''])
      for (const [position, [letter, who]] of letters.entries()) {
        const isExpected = expected.get(`${action} | ${situation}`)?.[position] === letter
        expect([action, situation, who, asked(viewers[who], action, situation)]).toEqual([
          action,
          situation,
          who,
          isExpected,
        ])
      }
  },
)

test('the written cells and the table speak of the same situations', () => {
  const written = Object.entries(access).flatMap(([action, row]) =>
    Object.keys(row).map((each) => `${action} | ${each}`),
  )
  expect([...expected.keys()].sort()).toEqual(written.sort())
})

// Held by the type check: a misspelt situation does not compile.
type Asked<A extends Action> = Parameters<typeof may<A>>[2]
test('an action can be asked about the situations of its subject, and about nothing else', () => {
  expectTypeOf<Asked<'article.read'>>().toEqualTypeOf<'any'>()
  expectTypeOf<Asked<'report.decide'>>().toEqualTypeOf<'open'>()
  expectTypeOf<Asked<'person.deactivate'>>().toEqualTypeOf<'active' | 'deactivated'>()
  expectTypeOf<Asked<'capture.keep'>>().toEqualTypeOf<'running' | 'stopped' | 'ready' | 'over'>()
  expectTypeOf<'draft, ovn'>().not.toExtend<Asked<'draft.edit'>>()
  expectTypeOf<string>().not.toExtend<Asked<Action>>()
})

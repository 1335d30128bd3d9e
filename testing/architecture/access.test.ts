import { describe, expect, test } from 'vitest'
import { code, inside, offences } from '#testing/architecture/code.ts'
import { functionsOf, touching } from '#testing/architecture/functions.ts'

// Every file of the domain that holds the connection, or works in a transaction it was given.
const doors = inside('lib').filter(({ text }) =>
  /import \{[^}]*\bdb\b[^}]*\} from '#lib\/database\/client\.ts'|\bTx\b|\bqueryRows\b|\bnew PrismaClient\b/.test(
    text,
  ),
)
const changing =
  /\b\w+\.\w+\.(create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)\(|\$transaction|\$executeRaw/

// What verbs are made of: it asks for nobody, and is called by those that have asked.
const machinery = [
  'lib/articles/originals.ts: unpackOriginal', // of what was read already
  'lib/auth/auth.ts: auth', // finds out who the viewer is
  'lib/database/client.ts: within',
  'lib/database/client.ts: once',
  'lib/database/rows.ts: queryRows', // checks the shape of what its caller asks
  'lib/ledger/write.ts: lockHead',
  'lib/ledger/write.ts: append',
  'lib/ledger/write.ts: appendAll',
  'lib/outbox/post.ts: openMessageLink', // of what was read already
  'lib/queue.ts: enqueue',
  'lib/queue.ts: hasWorker',
  'lib/queue.ts: isQueued',
  'lib/review/current.ts: unlessDiscarded', // waits for what its caller writes
]

describe('who may', () => {
  test('every exported function that reads or writes takes the viewer first, or says that it is unscoped', () => {
    const wrong = doors.flatMap((door) =>
      touching(door)
        .filter(({ isExported, name, parameters }) => {
          const isScoped = /^\s*_?viewer: (Viewer|Member)\b/.test(parameters)
          return isExported && !isScoped && !name.startsWith('unscoped')
        })
        .map(({ name }) => `${door.path}: ${name}`),
    )
    expect(doors.length).toBeGreaterThan(70)
    expect(wrong).toEqual(machinery)
  })

  test('every exported write authorises before its first change', () => {
    const wrong = doors.flatMap((door) =>
      functionsOf(door)
        .filter(({ isExported, name, body }) => {
          const first = body.search(changing)
          const asked = body.search(/\b(authorize|may)\(/)
          return isExported && !name.startsWith('unscoped') && first >= 0 && (asked < 0 || asked > first)
        })
        .map(({ name }) => `${door.path}: ${name}`),
    )
    expect(wrong.filter((each) => !machinery.includes(each))).toEqual([])
  })

  test('pages reach what records in public by a draft alone', () => {
    const recording = /\b(record|amend)(Summit|Commitment)\b|\bmergeCommitments\b/
    expect(
      offences([...inside('app'), ...inside('components')], (each) => recording.test(each.text)),
    ).toEqual([])
  })

  test('one writer per table', () => {
    const writers: Record<string, RegExp> = {
      article: /^lib\/articles\/write\.ts$/,
      snapshot: /^lib\/articles\/write\.ts$/,
      original: /^lib\/articles\/originals\.ts$/,
      capture: /^lib\/captures\/(write|progress)\.ts$/,
      excerpt: /^lib\/excerpts\/write\.ts$/,
      liveCheck: /^lib\/live-checks\/write\.ts$/,
      ranking: /^lib\/proposals\/(write|run)\.ts$/,
      proposal: /^lib\/proposals\/(write|run)\.ts$/,
      statusUpdate: /^lib\/updates\/write\.ts$/,
      evidence: /^lib\/updates\/write\.ts$/,
      withdrawal: /^lib\/updates\/write\.ts$/,
      reviewClaim: /^lib\/review\/claims\.ts$/,
      comment: /^lib\/review\/comments\.ts$/,
      returnedText: /^lib\/review\/publish\.ts$/,
      approval: /^lib\/review\/publish\.ts$/,
      commitment: /^lib\/commitments\/write-rows\.ts$/,
      commitmentParty: /^lib\/commitments\/write-rows\.ts$/,
      criterion: /^lib\/commitments\/write-rows\.ts$/,
      merge: /^lib\/commitments\/merge\.ts$/,
      area: /^lib\/areas\/write\.ts$/,
      report: /^lib\/reports\/write\.ts$/,
      summit: /^lib\/summits\/write\.ts$/,
      summitParty: /^lib\/summits\/write\.ts$/,
      party: /^lib\/parties\/write\.ts$/,
      draft: /^lib\/review\/(write|current|publish)\.ts$/,
      import: /^lib\/imports\/(write|run|recording)\.ts$/,
      importRow: /^lib\/imports\/(write|run|recording)\.ts$/,
      ledgerEntry: /^lib\/ledger\/write\.ts$/,
      user: /^lib\/(auth\/people|people\/(write|accept|address))\.ts$/,
      invitation: /^lib\/people\/(invite|accept)\.ts$/,
      addressChange: /^lib\/people\/address\.ts$/,
      message: /^lib\/outbox\/(post|run)\.ts$/,
      activity: /^lib\/activity\/note\.ts$/,
      passkey: /^lib\/auth\/passkeys\.ts$/,
      parkedForm: /^lib\/auth\/parked-forms\.ts$/,
      installation: /^prisma\/demo\/load\.ts$/,
    }
    const change = /\b(?:db|tx)\.(\w+)\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\(/g
    const wrong = code.flatMap((each) =>
      [...each.text.matchAll(change)]
        .filter(([, table = '']) => writers[table] && !writers[table].test(each.path))
        .map(([call]) => `${each.path}: ${call}`),
    )
    expect(wrong).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { reachable, type Source, sources } from '#testing/sources.ts'

const all = sources()
const byPath = new Map(all.map((each) => [each.path, each]))
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('testing/')
const code = all.filter((each) => !isTest(each.path) && !/^(e2e|bench|lab)\//.test(each.path))
const inside = (folder: string) => code.filter((each) => each.path.startsWith(`${folder}/`))
const nouns = [
  'articles',
  'captures',
  'excerpts',
  'live-checks',
  'proposals',
  'updates',
  'commitments',
  'reports',
  'summits',
  'drafts',
  'imports',
  'progress',
  'charts',
  'search',
]

/** The exported functions of a file: name, parameters and body, cut at the next top-level closing brace. */
function exportedFunctions(source: Source): { name: string; parameters: string; body: string }[] {
  const found = source.text.matchAll(
    /^export (?:async )?function (\w+)(?:<[^(]*>)?\(([\s\S]*?)\)[^)]*?\{\n([\s\S]*?)^\}/gm,
  )
  return [...found].map(([, name = '', parameters = '', body = '']) => ({ name, parameters, body }))
}

function offences(files: Source[], isOffence: (source: Source) => unknown): string[] {
  return files.filter((each) => isOffence(each)).map((each) => each.path)
}

describe('layers', () => {
  test('lib knows nothing of React, Next, components or app', () => {
    const foreign = /^(react|next|app|components)(\/|$)/
    expect(offences(inside('lib'), (each) => each.imports.some((to) => foreign.test(to.path)))).toEqual([])
  })

  test('components take from lib what is pure, and nothing from app', () => {
    const pure =
      /^(lib\/([\w-]+\/(rules|ribbon|steps|axis|path)|messages\/translate|languages|dates|forms\/state)|engines\/(anchoring|text)\/[\w-]+)\.ts$/
    const isWrong = (to: { path: string; isType: boolean }) =>
      to.path.startsWith('app/') || (/^(lib|engines)\//.test(to.path) && !to.isType && !pure.test(to.path))
    expect(offences(inside('components'), (each) => each.imports.some(isWrong))).toEqual([])
  })

  test('between nouns, code imports go left only on the path', () => {
    const rank = (path: string) => nouns.indexOf(/^lib\/([\w-]+)\//.exec(path)?.[1] ?? '')
    const isWrong = (from: Source) => {
      const own = rank(from.path)
      return own >= 0 && from.imports.some((to) => !to.isType && rank(to.path) > own)
    }
    expect(offences(inside('lib'), isWrong)).toEqual([])
  })

  test('rules are pure: no database, no clock of their own', () => {
    const impure = (each: Source) =>
      /\bnew Date\(\)|Date\.now\(\)|Math\.random/.test(each.text) ||
      each.imports.some((to) => to.path === 'lib/database/client.ts')
    expect(
      offences(
        code.filter((each) => /\/(rules|anchor)\.ts$/.test(each.path)),
        impure,
      ),
    ).toEqual([])
  })

  test('public pages lead to no file that runs in the browser', () => {
    const pages = inside('app/(public)').filter((each) => /\/(page|layout)\.tsx$/.test(each.path))
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) {
      const client = reachable(page.path, byPath).filter((path) =>
        /^['"]use client['"]/.test(byPath.get(path)?.text ?? ''),
      )
      expect([page.path, client]).toEqual([page.path, []])
    }
  })
})

describe('who may', () => {
  const doors = inside('lib').filter(
    (each) => /\/(read|write|publish)\.ts$/.test(each.path) && !each.path.startsWith('lib/ledger/'),
  )

  test('every exported read and write takes the viewer first, or says that it is unscoped', () => {
    const wrong = doors.flatMap((door) =>
      exportedFunctions(door)
        .filter(
          ({ name, parameters }) =>
            !name.startsWith('unscoped') && !/^\s*_?viewer: (Viewer|Member)\b/.test(parameters),
        )
        .map(({ name }) => `${door.path}: ${name}`),
    )
    expect(doors.length).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })

  test('every exported write authorises before its first change', () => {
    const change =
      /\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(|\$transaction|\$executeRaw/
    const wrong = doors
      .filter((door) => !door.path.endsWith('/read.ts'))
      .flatMap((door) =>
        exportedFunctions(door)
          .filter(({ name, body }) => {
            const first = body.search(change)
            const asked = body.search(/\b(authorize|may)\(/)
            return !name.startsWith('unscoped') && first >= 0 && asked < 0
          })
          .map(({ name }) => `${door.path}: ${name}`),
      )
    expect(wrong).toEqual([])
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
      look: /^lib\/live-checks\/write\.ts$/,
      ranking: /^lib\/proposals\/(write|run)\.ts$/,
      proposal: /^lib\/proposals\/(write|run)\.ts$/,
      statusUpdate: /^lib\/updates\/(write|publish|carry)\.ts$/,
      evidence: /^lib\/updates\/(write|publish|carry)\.ts$/,
      withdrawal: /^lib\/updates\/(write|publish)\.ts$/,
      reviewClaim: /^lib\/updates\/reading\.ts$/,
      comment: /^lib\/updates\/reading\.ts$/,
      returnedText: /^lib\/updates\/publish\.ts$/,
      approval: /^lib\/updates\/publish\.ts$/,
      commitment: /^lib\/commitments\/write-rows\.ts$/,
      commitmentParty: /^lib\/commitments\/write-rows\.ts$/,
      criterion: /^lib\/commitments\/write-rows\.ts$/,
      merge: /^lib\/commitments\/merge\.ts$/,
      area: /^lib\/commitments\/write\.ts$/,
      report: /^lib\/reports\/write\.ts$/,
      summit: /^lib\/summits\/write\.ts$/,
      summitParty: /^lib\/summits\/write\.ts$/,
      party: /^lib\/summits\/write\.ts$/,
      draft: /^lib\/(drafts\/(write|publish)|imports\/(write|run))\.ts$/,
      import: /^lib\/imports\/(write|run)\.ts$/,
      importRow: /^lib\/imports\/(write|run)\.ts$/,
      ledgerEntry: /^lib\/ledger\/write\.ts$/,
      user: /^lib\/(auth\/people|people\/(write|accept|address))\.ts$/,
      invitation: /^lib\/people\/(invite|accept)\.ts$/,
      addressChange: /^lib\/people\/address\.ts$/,
      message: /^lib\/outbox\/(post|run)\.ts$/,
      activity: /^lib\/activity\/note\.ts$/,
      passkey: /^lib\/auth\/passkeys\.ts$/,
      heldForm: /^lib\/auth\/parked-forms\.ts$/,
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

describe('outside', () => {
  test('the surroundings are read in one place', () => {
    expect(
      offences([...inside('lib'), ...inside('app'), ...inside('components')], (each) =>
        each.text.includes('process.env'),
      ),
    ).toEqual(['lib/env.ts'])
  })

  test('cookies are read in one place', () => {
    const isWrong = (each: Source) =>
      /\bcookies\(\)|get\('cookie'\)/.test(each.text) && !each.path.startsWith('lib/auth/')
    expect(offences(inside('app'), isWrong)).toEqual(['app/current-viewer.ts'])
  })

  test('one file opens connections to the outside', () => {
    const network = '(node:)?(https?|http2|net|tls|dgram|dns|dns/promises|undici|ws|nodemailer)'
    const imported = new RegExp(`^${network}$`)
    const reached = new RegExp(
      String.raw`(?<![\w.'"\x60/-])fetch\b\s*[(,;)]|\.fetch\b|sendBeacon|getBuiltinModule|` +
        String.raw`\bnew (WebSocket|EventSource|XMLHttpRequest|WebTransport)\b|` +
        String.raw`\b(import|require)\(\s*['"]${network}['"]`,
    )
    const isWrong = (each: Source) =>
      reached.test(each.text) || each.imports.some((to) => !to.isType && imported.test(to.path))
    expect(offences(code, isWrong)).toEqual([
      'bin/ports.ts', // listens for a moment, to find a port that is free
      'bin/postgres.ts', // the same, for the embedded database
      'bin/supervise.ts', // asks the server it started whether it is up
      'engines/fetching/fetch.ts', // the door
      'lib/database/liveness.ts', // makes the sockets on which the database is reached
      'lib/outbox/run.ts', // the mail server of the settings, and no other
      'server/in-memory-http.ts', // makes requests up, and sends none
      'server/main.ts', // listens
    ])
  })

  test('the bytes of sources, which may be pages with scripts, are never an answer', () => {
    const reads = (each: Source) =>
      /originalBytes|\.original\b/.test(each.text) ||
      each.imports.some((to) => to.path === 'lib/articles/originals.ts')
    expect(offences([...inside('app'), ...inside('components'), ...inside('server')], reads)).toEqual([])
  })

  test('no file stands before the pages and decides who may see them', () => {
    expect(offences(all, (each) => /^(src\/)?(proxy|middleware)\.[jt]s$/.test(each.path))).toEqual([])
  })

  test('no unsafe SQL and no HTML from strings', () => {
    expect(offences(code, (each) => /Raw(Unsafe)\b|Prisma\.raw\b|dangerously(Set)/.test(each.text))).toEqual(
      [],
    )
  })
})

describe('size and names', () => {
  test('no file is longer than 250 lines', () => {
    expect(offences(all, (each) => each.text.split('\n').length > 251)).toEqual([])
  })

  test('half of the files are within 60 lines and nine in ten within 150', () => {
    const lines = code.map((each) => each.text.split('\n').length - 1).sort((a, b) => a - b)
    expect(lines[Math.floor(lines.length * 0.5)]).toBeLessThanOrEqual(60)
    expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(150)
  })

  test('no file is named for nothing in particular', () => {
    expect(
      offences(all, (each) =>
        /\/(utils?|helpers?|service|manager|types|constants|index)\.tsx?$/.test(each.path),
      ),
    ).toEqual([])
  })
})

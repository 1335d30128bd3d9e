import { describe, expect, test } from 'vitest'
import { all, code, inside, offences } from '#testing/architecture/code.ts'
import type { Source } from '#testing/sources.ts'

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
      'engines/fetching/exchange.ts', // the door
      'lib/database/liveness.ts', // makes the sockets on which the database is reached
      'lib/outbox/run.ts', // the mail server of the settings, and no other
      'server/in-memory-http.ts', // makes requests up, and sends none
      'server/main.ts', // listens
    ])
  })

  test('the bytes of sources, which may be pages with scripts, are never an answer', () => {
    const reads = (each: Source) =>
      /originalBytes|\.original\b/i.test(each.text) ||
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

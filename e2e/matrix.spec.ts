import type { APIRequestContext } from '@playwright/test'
import { built, make } from '#e2e/made.ts'
import { elsewhere, routes, type Who, zoo } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { db } from '#lib/db.ts'

const readers: Record<Who, string[]> = {
  everybody: ['visitor', 'analyst', 'reviewer', 'administrator'],
  members: ['analyst', 'reviewer', 'administrator'],
  reviewers: ['reviewer', 'administrator'],
  administrators: ['administrator'],
}

test('every address of the build stands in the table of who may see it', () => {
  const listed = [...Object.keys(routes), ...elsewhere].sort()
  expect([...new Set(Object.values(built('app-path-routes-manifest.json')))].sort()).toEqual(listed)
})

test('each role is shown at each address what the table says, by every method and under odd headers', async ({
  as,
  request,
  baseURL,
}) => {
  test.slow() // some two thousand requests
  const { made, hidden } = await make()
  const [analyst, reviewer, admin] = [await as('ANALYST'), await as('REVIEWER'), await as('ADMIN')]
  const people: [string, APIRequestContext][] = [
    ['visitor', request],
    ['analyst', analyst.page.request],
    ['reviewer', reviewer.page.request],
    ['administrator', admin.page.request],
  ]
  const wrong: string[] = []
  const check = async (
    route: string,
    [who, pathOf]: [Who, (typeof routes)[string][1]],
    name: string,
    person: APIRequestContext,
  ) => {
    const path = pathOf(made)
    const mayRead = readers[who].includes(name)
    const ask = async (method: string, headers: Record<string, string> = {}) => {
      const sent = { origin: baseURL ?? '', ...headers }
      const answer = await person.fetch(path, { method, headers: sent, maxRedirects: 0 })
      const status = answer.status()
      const said = `${name} ${method} ${route} ${JSON.stringify(headers)}: ${status}`
      const isRead = method === 'GET' || method === 'HEAD'
      if (status >= 500) wrong.push(said)
      if (isRead && status < 300 && !mayRead) wrong.push(`${said}, and should have been refused`)
      if (method !== 'GET') return
      const text = await answer.text()
      if (name === 'visitor' && hidden.some((each) => text.includes(each)))
        wrong.push(`${said} shows what is not published`)
      if (mayRead && status !== 200 && Object.keys(headers).length === 0) wrong.push(`${said} for ${path}`)
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) await ask(method)
    if (!mayRead) for (const headers of zoo) await ask('GET', headers)
  }
  for (const [route, row] of Object.entries(routes))
    await Promise.all(people.map(([name, person]) => check(route, row, name, person)))
  expect(wrong).toEqual([])
})

/** How a draft stands, and whether anything was made by a form with this key. */
async function traces(id: string, requestKey: string): Promise<unknown> {
  const select = {
    state: true,
    version: true,
    savedAt: true,
    _count: { select: { comments: true, approvals: true } },
  }
  const where = { requestKey }
  const made = [
    db.article.count({ where }),
    db.excerpt.count({ where }),
    db.statusUpdate.count({ where }),
    db.capture.count({ where }),
  ]
  return {
    update: await db.statusUpdate.findUniqueOrThrow({ where: { id }, select }),
    made: await Promise.all(made),
    people: await db.user.count({ where: { email: 'nobody@example.org' } }),
  }
}

test('no server action of the build does anything for somebody who is not signed in', async ({
  request,
  baseURL,
}) => {
  const { made, commitmentId } = await make()
  const { node } = built('server/server-reference-manifest.json') as {
    node: Record<string, { exportedName: string; workers: Record<string, unknown> }>
  }
  const requestKey = crypto.randomUUID()
  const before = await traces(made.submittedId, requestKey)
  const wrong: string[] = []
  for (const [id, { exportedName, workers }] of Object.entries(node)) {
    const [worker = ''] = Object.keys(workers)
    const route =
      worker
        .replace(/^app/, '')
        .replace(/\/page$/, '')
        .replace('/(public)', '') || '/'
    const path = routes[route]?.[1](made) ?? route
    const multipart = {
      '1_id': made.submittedId,
      '1_version': '2',
      '1_reason': 'Because.',
      '1_email': 'nobody@example.org',
      '1_password': 'winter lamps over the harbour',
      '1_requestKey': requestKey,
      '1_text': 'They met on Monday, and spoke of harbours for three hours.',
      '1_way': 'paste',
      '1_commitmentId': commitmentId,
      '0': JSON.stringify([{ attempt: 0, faults: [], values: {} }, '$K1']),
    }
    const answer = await request.post(path, {
      headers: { 'next-action': id, origin: baseURL ?? '' },
      multipart,
      maxRedirects: 0,
    })
    if (answer.status() >= 500) wrong.push(`${exportedName}: ${answer.status()}`)
    if (/node_modules|at \w+ \(/.test(await answer.text())) wrong.push(`${exportedName} shows a stack`)
  }
  expect(wrong).toEqual([])
  expect(await traces(made.submittedId, requestKey)).toEqual(before)
})

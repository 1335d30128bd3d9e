import type { APIRequestContext } from '@playwright/test'
import { built, make } from '#e2e/fixtures-data.ts'
import { elsewhere, routes, type Who, zoo } from '#e2e/routes.ts'
import { expect, test } from '#e2e/signed-in.ts'
import { RUNS } from '#testing/runs.ts'

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
  test.setTimeout(300_000) // some two thousand requests
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
      if (status >= 500) wrong.push(said)
      if (method !== 'OPTIONS' && status < 300 && !mayRead)
        wrong.push(`${said}, and should have been refused`)
      if (method !== 'GET') return
      const text = await answer.text()
      if (name === 'visitor' && hidden.some((each) => text.includes(each)))
        wrong.push(`${said} shows what is not published`)
      if (mayRead && status !== 200 && Object.keys(headers).length === 0) wrong.push(`${said} for ${path}`)
    }
    await ask('GET')
    // Each day one of those who may stands for all in what is no reading; in `npm run test:hostile` all are asked.
    if (RUNS > 1 || !mayRead || name === readers[who][0])
      for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) await ask(method)
    if (!mayRead) for (const headers of zoo) await ask('GET', headers)
  }
  for (const [route, row] of Object.entries(routes))
    await Promise.all(people.map(([name, person]) => check(route, row, name, person)))
  expect(wrong).toEqual([])
})

import { expect, test } from 'vitest'
import { inside } from '#testing/architecture/code.ts'

// The two languages of one chapter of messages: an import names its language.
const isChapter = (path: string) => /^lib\/messages\/(en|zh)\//.test(path)
const exported = /^export (?:async )?(?:function\*?|const|let|type|interface|class|enum) (\w+)/gm

test('no exported name of lib stands in two files', () => {
  const places = new Map<string, Set<string>>()
  for (const { path, text } of inside('lib').filter((each) => !isChapter(each.path)))
    for (const [, name = ''] of text.matchAll(exported))
      places.set(name, (places.get(name) ?? new Set()).add(path))
  expect(places.size).toBeGreaterThan(400)
  const twice = [...places].flatMap(([name, files]) =>
    files.size > 1 ? [`${name}: ${[...files].join(', ')}`] : [],
  )
  expect(twice).toEqual([])
})

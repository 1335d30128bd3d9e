import { expect, test } from 'vitest'
import { annotationOf, meantBy } from '#engines/anchoring/annotation.ts'
import { ArticleInput } from '#lib/articles/input.ts'
import { captureArticle } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { visitor } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { getAnnotated } from '#lib/excerpts/read.ts'
import { importExcerpt } from '#lib/excerpts/write.ts'
import { makeExcerpt, makeMember, makePublished } from '#testing/make.ts'

const site = 'https://tracker.example'
const text =
  'It rained 😀 on Monday.\nWe agree.\nThe ministers “met” for talks on Tuesday.\nWe agree.\nThen they left.'

test('an excerpt is exported with its words, its place in code points and the hash of its text', async () => {
  const analyst = await makeMember()
  const { excerptId } = await makeExcerpt(analyst, { text, exact: 'on Monday' })
  await expect(getAnnotated(visitor, excerptId)).rejects.toThrow('no such excerpt')
  const annotated = await getAnnotated(analyst, excerptId)
  const annotation = annotationOf(site, annotated)
  expect(annotation).toMatchObject({
    '@context': ['http://www.w3.org/ns/anno.jsonld', { schema: 'http://schema.org/' }],
    type: 'Annotation',
    motivation: 'highlighting',
    target: {
      selector: [
        { type: 'TextQuoteSelector', exact: 'on Monday', prefix: 'It rained 😀 ' },
        { type: 'TextPositionSelector', start: 12, end: 21 },
      ],
      state: { type: 'TimeState', 'schema:sha256': annotated.snapshot.textSha256 },
    },
  })
  expect(JSON.stringify(annotation)).not.toContain('creator')
  expect(meantBy(JSON.parse(JSON.stringify(annotation)))).toMatchObject({ exact: 'on Monday', position: 12 })
  await expect(getAnnotated(visitor, 'nothing')).rejects.toThrow('no such excerpt')
})

test('an excerpt that updates rest on links to them, and to those published only', async () => {
  const { excerptId } = await makePublished()
  const annotation = annotationOf(site, await getAnnotated(visitor, excerptId))
  expect(annotation.motivation).toBe('linking')
  expect(annotation.body).toEqual([
    expect.stringMatching(/^https:\/\/tracker\.example\/commitments\/.+#update-/),
  ])
})

const quote = {
  type: 'TextQuoteSelector',
  exact: 'We agree.',
  prefix: 'on Tuesday.\n',
  suffix: '\nThen they',
}
const shapes: [string, unknown][] = [
  ['one selector', { target: { source: 'https://a.example/', selector: quote } }],
  [
    'a list of them, as Hypothesis exports',
    {
      uri: 'https://a.example/',
      target: [
        {
          source: 'https://a.example/',
          selector: [
            {
              type: 'RangeSelector',
              startContainer: '/p[1]',
              startOffset: 0,
              endContainer: '/p[1]',
              endOffset: 9,
            },
            { type: 'TextPositionSelector', start: 78, end: 87 },
            quote,
          ],
        },
      ],
    },
  ],
  [
    'one that refines another',
    {
      target: {
        source: { id: 'https://a.example/' },
        selector: {
          type: 'FragmentSelector',
          value: 'x',
          refinedBy: { type: 'CssSelector', value: 'p', refinedBy: quote },
        },
      },
    },
  ],
  [
    'a page of annotations',
    { type: 'AnnotationPage', items: [{ target: [{ source: 'https://a.example/', selector: [quote] }] }] },
  ],
]

test.each(shapes)('the words are found in %s', async (_, annotation) => {
  expect(meantBy(annotation)).toMatchObject({
    source: 'https://a.example/',
    exact: 'We agree.',
    prefix: 'on Tuesday.\n',
  })
})

test('what quotes nothing means nothing', () => {
  for (const each of [
    null,
    [],
    'x',
    7,
    {},
    { target: {} },
    { target: { selector: { type: 'TextQuoteSelector', exact: 5 } } },
  ])
    expect(meantBy(each)).toBeNull()
})

test('an import quotes the place that its context means, proposes what is only alike, and refuses the rest', async () => {
  const analyst = await makeMember()
  const facts = { title: 'A readout', language: 'en', kind: 'NEWS', access: 'OPEN', text }
  const { snapshotId, articleId } = await captureArticle(analyst, ArticleInput.parse(facts))
  const send = (selector: object, requestKey: string | null = null) =>
    importExcerpt(analyst, { snapshotId, requestKey, annotation: JSON.stringify({ target: { selector } }) })
  const made = await send(quote)
  const { excerptId } = made as { excerptId: string }
  expect(await db.excerpt.findUnique({ where: { id: excerptId }, select: { start: true } })).toEqual({
    start: text.lastIndexOf('We agree.'),
  })
  const start = text.indexOf('The ministers')
  const curly = { type: 'TextQuoteSelector', exact: 'The ministers "met" for talks on Tuesday.' }
  expect(await send(curly)).toMatchObject({
    articleId,
    proposed: { start, how: 'folded' },
    meant: curly.exact,
  })
  expect(await send({ ...quote, prefix: '', suffix: '' })).toMatchObject({ proposed: { rivals: 1 } })
  const alone = { type: 'TextQuoteSelector', exact: 'on Tue', prefix: 'arrived', suffix: 'sday morning' }
  expect(await send(alone)).toMatchObject({ proposed: { start: text.indexOf('on Tue'), score: 0 } })
  expect(await db.excerpt.count({ where: { snapshotId } })).toBe(1)
  await expect(send({ type: 'TextQuoteSelector', exact: 'Cormorants nest on the pier.' })).rejects.toThrow(
    'nor anything like it',
  )
  await expect(send({ type: 'CssSelector', value: 'p' })).rejects.toThrow('no annotation')
  await expect(
    importExcerpt(visitor as unknown as Member, { snapshotId, requestKey: null, annotation: '{}' }),
  ).rejects.toThrow('role')
})

import { describe, expect, test } from 'vitest'
import { extract } from '#engines/extraction/extract.ts'

const text =
  '<p>The delegations spent two days on tariffs and agreed that the lower rate should hold until the end of next year.</p>'
const read = (head: string, body: string, address = 'https://paper.example/story') =>
  extract(
    new TextEncoder().encode(
      `<html><head>${head}</head><body><article>${body}${text}</article></body></html>`,
    ),
    {
      contentType: 'text/html; charset=utf-8',
      address,
    },
  )
const ld = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`
const story = {
  '@type': 'NewsArticle',
  headline: 'Tariffs to stay low until next year',
  author: [{ '@type': 'Person', name: 'Ana Pérez' }, { name: 'By Bo Li' }],
  publisher: { name: 'The Paper' },
  datePublished: '2024-05-03T22:10:00-04:00',
  dateModified: '2024-05-06T08:00:00Z',
}

describe('what a page says of itself', () => {
  test('comes from JSON-LD first, with the day the site wrote', async () => {
    const head = `${ld(story)}<meta property="og:title" content="Other"><meta name="author" content="Desk">`
    expect(await read(head, '')).toMatchObject({
      title: 'Tariffs to stay low until next year',
      byline: 'Ana Pérez, Bo Li',
      publisher: 'The Paper',
      publishedOn: '2024-05-03',
      kind: 'NEWS',
      language: 'en',
      origins: { title: 'JSON-LD', byline: 'JSON-LD', publishedOn: 'JSON-LD', language: 'guess' },
    })
  })

  test('is not what it says of its teasers', async () => {
    const teaser = {
      ...story,
      headline: 'A cat crossed the river',
      author: { name: 'Cy Other' },
      datePublished: '2024-01-01',
    }
    const head =
      ld([teaser, { '@graph': [story] }]) +
      '<meta property="og:title" content="Tariffs to stay low until next year">'
    expect(await read(head, '')).toMatchObject({ byline: 'Ana Pérez, Bo Li', publishedOn: '2024-05-03' })
  })

  test('is found in broken JSON-LD, and not missed for it', async () => {
    const broken =
      '<script type="application/ld+json">{"@type":"Article","headline":"Tariffs to\nstay low","datePublished":"2024-05-03",}</script>'
    expect(await read(broken, '')).toMatchObject({ title: 'Tariffs to stay low', publishedOn: '2024-05-03' })
    expect(
      await read('<script type="application/ld+json">{oops</script>', '<h1>Tariffs stay</h1>'),
    ).toMatchObject({ title: 'Tariffs stay' })
  })

  test('a heading that agrees beats a title with the name of the site', async () => {
    const head =
      '<title>Tariffs to stay low – The Paper</title><meta property="og:site_name" content="The Paper">'
    expect(await read(head, '<h1>Tariffs to stay low</h1>')).toMatchObject({
      title: 'Tariffs to stay low',
      origins: { title: 'visible text' },
    })
    expect(await read(head, '')).toMatchObject({
      title: 'Tariffs to stay low',
      origins: { title: 'document' },
    })
  })

  test('the shown dateline and byline are read where no program tells them', async () => {
    const shown = await read(
      '',
      '<h1>Tariffs stay</h1><div>By Ana Pérez, Senior Correspondent | Updated May 6, 2024</div><span>May 3, 2024</span>',
    )
    expect(shown).toMatchObject({
      byline: 'Ana Pérez',
      publishedOn: '2024-05-03',
      origins: { byline: 'visible text', publishedOn: 'visible text' },
    })
  })

  test('a day of change is no day of publication', async () => {
    const changed = await read(
      '<meta property="article:modified_time" content="2024-05-06">',
      '<h1>Tariffs stay</h1><p>Last updated: May 6, 2024</p>',
    )
    expect(changed.publishedOn).toBeNull()
  })

  test('a time in Greenwich is the day that the address tells', async () => {
    const head = ld({ ...story, datePublished: '2024-05-04T02:10:00Z' })
    expect(await read(head, '', 'https://paper.example/2024/05/03/tariffs')).toMatchObject({
      publishedOn: '2024-05-03',
      origins: { publishedOn: 'address' },
    })
  })

  test('a day of a move of the site is none, when the page and its address agree', async () => {
    const head = ld({ ...story, datePublished: '2024-09-17' })
    const shown = '<h1>Tariffs to stay low until next year</h1><p>May 3, 2024</p>'
    expect((await read(head, shown, 'https://paper.example/2024/05/tariffs')).publishedOn).toBe('2024-05-03')
  })

  test('the site is the writer only where nobody else is', async () => {
    const site = '<meta property="og:site_name" content="The Paper"><meta name="author" content="The Paper">'
    expect((await read(site, '<h1>Tariffs stay</h1><p class="byline">By Ana Pérez</p>')).byline).toBe(
      'Ana Pérez',
    )
    expect((await read(site, '<h1>Tariffs stay</h1>')).byline).toBe('The Paper')
  })

  test('a canonical address is a web address or none', async () => {
    const link = (href: string) => `<link rel="canonical" href="${href}">`
    expect((await read(link('/tariffs'), '')).canonicalAddress).toBe('https://paper.example/tariffs')
    expect((await read(link('javascript:alert(1)'), '')).canonicalAddress).toBeNull()
    expect((await read(link('https://user@paper.example/'), '')).canonicalAddress).toBeNull()
  })

  test('a text that is not in the language its page claims is in its own', async () => {
    const chinese =
      '<p>两国元首一致同意，加强高层交往，恢复两军对话，并在人工智能治理和禁毒等领域开展合作，推动双边关系稳定发展。双方还同意扩大直航航班，便利人员往来，加强教育、青年和文化交流。</p>'
    const page = `<html lang="en"><article><h1>会谈</h1>${chinese}</article></html>`
    const reading = await extract(new TextEncoder().encode(page), { contentType: 'text/html', address: null })
    expect(reading).toMatchObject({ language: 'zh', origins: { language: 'guess' } })
  })
})

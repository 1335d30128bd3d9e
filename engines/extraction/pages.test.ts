import { describe, expect, test } from 'vitest'
import { extract } from '#engines/extraction/extract.ts'

const read = (html: string, address: string | null = 'https://ministry.example/news/1') =>
  extract(new TextEncoder().encode(html), { contentType: 'text/html; charset=utf-8', address })

const menu = `<nav><ul>${['Home', 'News', 'Speeches', 'Contact'].map((each) => `<li><a href="/${each}">${each}</a></li>`).join('')}</ul></nav>`
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Readout | Ministry</title>${head}</head><body>${menu}${body}
  <footer><p>Ministry of Example, 1 Long Road. All rights reserved to the ministry and its offices.</p></footer></body></html>`
const lines = (text: string) => text.split('\n')

describe('what belongs to an article stays', () => {
  test('a readout of three lines', async () => {
    const { text } = await read(
      page(`<main><h1>Readout of the call with the Prime Minister</h1><p>May 3, 2024</p>
        <p>The President spoke today with the Prime Minister.</p><p>They agreed to cut tariffs.</p><p>They will talk again in June.</p></main>`),
    )
    expect(lines(text)).toEqual([
      'The President spoke today with the Prime Minister.',
      'They agreed to cut tariffs.',
      'They will talk again in June.',
    ])
  })

  test('a transcript, with its short questions and answers', async () => {
    const spoken = [
      'QUESTION: Will you go?',
      'MR. DOE: Yes.',
      'QUESTION: When?',
      'MR. DOE: I will let the hosts speak to that; they have set a date and they will announce it in due course.',
      'QUESTION: Thanks.',
    ]
    const { text } = await read(
      page(
        `<div class="entry-content"><h1>Press briefing</h1>${spoken.map((each) => `<p>${each}</p>`).join('')}</div>`,
      ),
    )
    expect(lines(text)).toEqual(spoken)
  })

  test('a list of outcomes, numbered and in two levels', async () => {
    const { text, layout } = await read(
      page(`<article><h1>Outcomes</h1><p>The two sides reached these understandings during the visit:</p>
        <ol><li>Resume talks<ul><li>on arms</li><li>on trade</li></ul></li><li>Open a hotline</li></ol></article>`),
    )
    expect(lines(text).slice(1)).toEqual(['Resume talks', 'on arms', 'on trade', 'Open a hotline'])
    expect(layout.blocks.slice(1).map(({ kind, level, ordered }) => [kind, level, ordered])).toEqual([
      ['item', 1, true],
      ['item', 2, false],
      ['item', 2, false],
      ['item', 1, true],
    ])
  })

  test('a table, row by row, but not one that only places the page', async () => {
    const { text, layout } = await read(
      page(`<table><tr><td><article><h1>Tariffs</h1><p>The rates that the two sides have agreed on are set out in this table.</p>
        <table><tr><th>Goods</th><th>Rate</th></tr><tr><td>Soy beans</td><td>5 %</td></tr></table></article></td><td><p>Menu</p></td></tr></table>`),
    )
    expect(text).toContain('Goods\tRate\nSoy beans\t5 %')
    expect(layout.blocks.map((block) => block.kind)).toEqual(['paragraph', 'row', 'row'])
  })

  test('a Chinese statement without a single paragraph element', async () => {
    const { text, ...told } = await read(
      page(
        `<div class="content"><h1>中美元首举行会晤</h1><div>2023-11-16 08:10</div><div class="TRS_Editor">当地时间11月15日，两国元首举行会晤。<br><br>　　双方同意恢复两军高层沟通。<br><br>　　双方欢迎扩大直航航班。</div></div>`,
        '<meta name="PubDate" content="2023-11-16 08:10">',
      ),
      'https://www.ministry.gov.cn/zyxw/202311/t20231116_1.shtml',
    )
    expect(lines(text)).toEqual([
      '当地时间11月15日，两国元首举行会晤。',
      '双方同意恢复两军高层沟通。',
      '双方欢迎扩大直航航班。',
    ])
    expect(told).toMatchObject({
      title: '中美元首举行会晤',
      language: 'zh',
      publishedOn: '2023-11-16',
      kind: 'OFFICIAL_READOUT',
    })
  })

  test('headings, quotes and lines set as they were typed', async () => {
    const { text, layout } = await read(
      page(`<article><h1>Deal</h1><p>The text was made public on Monday, after two years of talks between them.</p><h2>Scope</h2>
        <blockquote><p>Each party shall notify the other of changes within thirty days of making them.</p></blockquote><pre>Article 1
  (a) grain</pre></article>`),
    )
    expect(layout.blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'heading',
      'quote',
      'preformatted',
    ])
    expect(text.endsWith('Article 1\n  (a) grain')).toBe(true)
  })
})

describe('what stands beside an article goes', () => {
  const body = [
    'The ministers signed the accord in Lima on Friday, ending four years of talks.',
    'It opens ports to inspectors and sets a yearly review of every quota.',
  ]
  const said = body.map((each) => `<p>${each}</p>`)

  test.each([
    [
      'comments',
      '<div id="comments"><p>I have said for years that this would never work, and nobody listened to me.</p></div>',
    ],
    [
      'teasers',
      `<section>${[1, 2, 3].map((each) => `<div class="item"><h3><a href="/news/${each + 5}">Another story with number ${each}</a></h3><p>A summary of that other story, which is long enough.</p></div>`).join('')}</section>`,
    ],
    [
      'the caption of a picture',
      '<figure><img src="x.jpg"><figcaption>Ministers in Lima. Photograph: Agency for pictures, all of them.</figcaption></figure>',
    ],
    [
      'a notice of cookies',
      '<div class="cookie-banner"><p>We use cookies to improve the site, to measure it and for other things.</p></div>',
    ],
    ['a call to subscribe', '<p>Sign up for our weekly newsletter to get the best stories of the week.</p>'],
    [
      'hidden words',
      '<p style="display:none">This paragraph is not shown to readers of the page in a browser.</p>',
    ],
  ])('%s', async (_, beside) => {
    const { text } = await read(
      page(
        `<article><h1>Accord signed</h1><p class="byline">By Ann Example</p>${said[0]}${beside}${said[1]}</article>`,
      ),
    )
    expect(lines(text)).toEqual(body)
  })

  test('nothing but text and web links gets through', async () => {
    const { text, layout } = await read(
      page(`<article><h1>Accord</h1><p>The accord was <a href="javascript:alert(1)">signed</a> in <a href="../lima">Lima</a> by <em>both</em> <strong onclick="x()">ministers</strong>, and <a href="data:text/html,x">sealed</a>.</p>
        <script>alert(1)</script><svg><text>drawn</text></svg><math><mi>x</mi></math><style>p{}</style><iframe src="//x"></iframe></article>`),
    )
    expect(text).toBe('The accord was signed in Lima by both ministers, and sealed.')
    expect(layout.marks.map((mark) => [mark.kind, text.slice(mark.start, mark.end), mark.href])).toEqual([
      ['link', 'Lima', 'https://ministry.example/lima'],
      ['emphasis', 'both', undefined],
      ['strong', 'ministers', undefined],
    ])
  })
})

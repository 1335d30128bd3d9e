import { describe, expect, test } from 'vitest'
import { extract } from '#engines/extraction/extract.ts'
import { pageOf } from '#engines/extraction/layout.ts'
import { type PdfLine, pdfOf } from '#testing/pdf.ts'

const read = (bytes: Uint8Array) => extract(bytes, { contentType: 'application/pdf', address: null })
const lines = (texts: string[], top = 700): PdfLine[] => texts.map((text, at) => ({ text, y: top - at * 14 }))
const faultOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error) => error.fault,
  )

describe('a PDF', () => {
  test('becomes paragraphs, with broken words whole and compounds kept', async () => {
    const { text, layout } = await read(
      pdfOf([
        [
          { text: 'Joint statement', y: 760, size: 20 },
          ...lines([
            'Both sides agreed on the long-term supply of grain and on inter-',
            'national inspections of every port. The long-term plan is to begin in the first quarter of the com-',
            'ing year.',
          ]),
          ...lines(['The next meeting will be held in spring.'], 640),
        ],
      ]),
    )
    expect(text.split('\n')).toEqual([
      'Joint statement',
      'Both sides agreed on the long-term supply of grain and on international inspections of every port. The long-term plan is to begin in the first quarter of the coming year.',
      'The next meeting will be held in spring.',
    ])
    expect(layout.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'paragraph'])
  })

  test('keeps its page numbers as places, without what runs along the edges', async () => {
    const page = (number: number, body: string): PdfLine[] => [
      { text: 'Ministry of Trade', y: 800 },
      ...lines([body]),
      { text: String(number), y: 40 },
    ]
    const { text, layout } = await read(
      pdfOf([page(1, 'First the tariffs.'), page(2, 'Then the quotas.'), page(3, 'Last the dates.')]),
    )
    expect(text).toBe('First the tariffs.\nThen the quotas.\nLast the dates.')
    expect(pageOf(layout, text.indexOf('quotas'))).toBe(2)
    expect(layout.pages.map(({ start, end }) => text.slice(start, end).trim())).toEqual(text.split('\n'))
  })

  test('goes on over the end of a page in the middle of a sentence', async () => {
    const { text, layout } = await read(
      pdfOf([
        lines(['The parties will review the agreement every year and']),
        lines(['publish what they find.']),
      ]),
    )
    expect(text).toBe('The parties will review the agreement every year and publish what they find.')
    expect(pageOf(layout, text.indexOf('publish'))).toBe(2)
  })

  test('tells its title, writer and day when they are sane', async () => {
    const body = [lines(['Some words on the second of two pages.'])]
    const told = await read(
      pdfOf(body, {
        info: {
          Title: 'Annual report on ports',
          Author: 'Jane Poe',
          CreationDate: "D:20240305101500+01'00'",
        },
      }),
    )
    expect(told).toMatchObject({
      title: 'Annual report on ports',
      byline: 'Jane Poe',
      publishedOn: '2024-03-05',
    })
    const silly = await read(
      pdfOf(body, { info: { Title: 'Microsoft Word - draft3.docx', Author: 'user1' } }),
    )
    expect(silly).toMatchObject({ title: 'Some words on the second of two pages.', byline: null })
  })

  test('says when it is locked, a picture or broken', async () => {
    expect(await faultOf(pdfOf([lines(['secret'])], { locked: true }))).toBe('pdf-password')
    expect(await faultOf(pdfOf([[]]))).toBe('pdf-scanned')
    expect(await faultOf(Buffer.from('%PDF-1.7\nnothing of the kind'))).toBe('pdf-broken')
  })
})

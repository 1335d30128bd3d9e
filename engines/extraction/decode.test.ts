import { describe, expect, test } from 'vitest'
import { decode } from '#engines/extraction/decode.ts'
import { extract } from '#engines/extraction/extract.ts'

const german = '<p>Die Länder prüfen künftig jede Lieferung, erklärte die Ministerin für Außenhandel.</p>'
const latin = (text: string) => Buffer.from(text, 'latin1')
// "The countries agreed on deliveries of grain and oil." and more of the kind, in windows-1251.
const russian = Buffer.from(
  'd1f2f0e0edfb20e4eee3eee2eef0e8ebe8f1fc20ee20efeef1f2e0e2eaf0e520e7e5f0ede020e820ede5f4f2e82e20c2f1f2f0e5f7e020efeff0eef8ebe020e220ecedeef1eaeee2e52e',
  'hex',
)
// "合作" and "会谈" in GB 18030.
const chinese = Buffer.concat([latin('<p>'), Buffer.from('bacfd7f7bbe1ccb8', 'hex'), latin('</p>')])

describe('the charset', () => {
  test('is that of a byte order mark before all others', () => {
    const bytes = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('Länder', 'utf16le')])
    expect(decode(bytes, 'text/html; charset=utf-8')).toEqual({
      text: 'Länder',
      charset: 'utf-16le',
      notes: [],
    })
  })

  test('is that of the header before that of the page', () => {
    const page = Buffer.concat([latin('<meta charset="utf-8">'), chinese])
    const read = decode(page, 'text/html; charset=GB18030')
    expect(read).toMatchObject({ charset: 'gb18030', notes: [] })
    expect(read.text).toContain('合作会谈')
  })

  test('is that of the page, also far down its head', () => {
    const page = latin(
      `<!-- ${'x'.repeat(3000)} --><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">${german}`,
    )
    expect(decode(page, 'text/html').text).toContain('prüfen künftig')
  })

  test('is UTF-8 when all of it is, and else guessed with a note', () => {
    expect(decode(Buffer.from(german), null)).toMatchObject({ charset: 'utf-8', notes: [] })
    const guessed = decode(russian, 'text/plain')
    expect(guessed.text).toMatch(/^Страны договорились/)
    expect(guessed.notes).toEqual(['The page does not say its charset; it was read as windows-1251.'])
  })

  test('is guessed, too, when the one that is told does not exist', () => {
    expect(decode(latin(german), 'text/html; charset=klingon').text).toContain('prüfen künftig')
  })

  test('a page that calls UTF-8 something else is read as what it is', () => {
    expect(decode(Buffer.from(german), 'text/html; charset=iso-8859-1').text).toContain('prüfen künftig')
  })

  test('is told with the text, and the guess with the notes', async () => {
    const reading = await extract(russian, { contentType: 'text/plain', address: null })
    expect(reading).toMatchObject({ charset: 'windows-1251', language: 'ru' })
    expect(reading.notes).toHaveLength(1)
  })
})

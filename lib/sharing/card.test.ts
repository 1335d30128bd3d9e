import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { renderPng } from '#lib/charts/picture.ts'
import { emptyTally } from '#lib/progress/rules.ts'
import { type Card, cardSvg } from '#lib/sharing/card.ts'

const card: Card = {
  above: 'Woodside summit · WOODSIDE-1',
  title: 'Cooperate again',
  status: { status: 'KEPT', word: 'Kept' },
  said: 'The latest update was 3 days ago.',
  asOf: 'As of 24 November 2026',
  drawn: { spans: [{ from: '2023-11-15', to: '2026-11-24', status: 'KEPT' }] },
}

/** Width, height and the raw rows of a PNG. */
function opened(png: Uint8Array) {
  const bytes = Buffer.from(png)
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    rows: inflateSync(Buffer.concat(parts)),
  }
}

const drawn = async (more: Partial<Card>) =>
  opened((await renderPng(cardSvg({ ...card, ...more }))) ?? new Uint8Array())

test('a card is a picture of 1200 by 630 on which something stands, in both scripts', async () => {
  const bare = await drawn({ title: '' })
  for (const title of ['Cooperate again', '恢复打击非法毒品的合作']) {
    const { width, height, rows } = await drawn({ title })
    expect([width, height]).toEqual([1200, 630])
    expect(rows.equals(bare.rows)).toBe(false)
  }
  // A script without glyphs would show the same boxes for other words.
  const [one, other] = [await drawn({ title: '恢复合作' }), await drawn({ title: '两军沟通' })]
  expect(one.rows.equals(other.rows)).toBe(false)
  const tally = { ...emptyTally(), total: 3, none: 1 }
  expect((await drawn({ status: null, drawn: { tally } })).width).toBe(1200)
})

test('the same drawing is made once, and too many at once are not waited for', async () => {
  const svg = (nth: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${nth}" height="1"/>`
  const [one, other] = await Promise.all([renderPng(svg(1)), renderPng(svg(1))])
  expect(one).toBe(other)
  const many = await Promise.all(Array.from({ length: 40 }, (_, nth) => renderPng(svg(nth + 2))))
  expect(many.filter((each) => each !== null)).toHaveLength(12)
  expect(await renderPng(svg(60))).not.toBeNull()
})

test('what cannot be drawn is refused, and the next picture is drawn', async () => {
  const [one, other] = await Promise.allSettled([renderPng('<svg'), renderPng(cardSvg(card), 300)])
  expect([one.status, other.status]).toEqual(['rejected', 'fulfilled'])
  await expect(renderPng('<svg')).rejects.toThrow(/parsing failed/)
})

test('whatever a title holds, the picture is well-formed and has only so much of it', async () => {
  const nasty = '<script>&"\' ]]></text><rect/>\0\u0007\ud800'
  expect((await drawn({ title: nasty, above: `${nasty}${'字'.repeat(5_000)}`, said: '' })).width).toBe(1200)
  expect(cardSvg({ ...card, said: 'x'.repeat(50_000), title: '字'.repeat(50_000) }).length).toBeLessThan(
    4_000,
  )
})

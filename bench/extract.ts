// `npm run bench:extract -- DIR`: scores the reading of a folder of pages against texts that people marked.

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { command, UserError } from '#bin/steps.mjs'
import { comparable } from '#engines/extraction/comparable.ts'
import type { Reading } from '#engines/extraction/reading.ts'
import { readBytes } from '#engines/extraction/sandbox.ts'
import { type Agreement, agreement, harmonic, mean, percentile } from './measure/shingles.ts'

type Gold = {
  url: string
  articleBody: string
  title?: string | null
  author?: string | null
  publishedOn?: string | null
  with?: string[]
  without?: string[]
}
type Row = { name: string; gold: Gold; reading: Reading | null; fault: string; ms: number } & Agreement

async function row(folder: string, name: string, gold: Gold, size: number): Promise<Row> {
  const bytes = gunzipSync(readFileSync(join(folder, 'html', `${name}.html.gz`)))
  const start = performance.now()
  let fault = ''
  const reading = await readBytes(bytes, { contentType: 'text/html', address: gold.url }).catch(
    (error: Error) => {
      fault = error.message
      return null
    },
  )
  const ms = performance.now() - start
  return { name, gold, reading, fault, ms, ...agreement(gold.articleBody, reading?.text ?? '', size) }
}

const share = (hits: boolean[]) => mean(hits.map(Number)).toFixed(3)

/** How many of the facts that people marked were read just so, but for case and punctuation. */
function facts(rows: Row[]): string[] {
  const pairs = [
    ['title', 'title'],
    ['author', 'byline'],
    ['publishedOn', 'publishedOn'],
  ] as const
  return pairs.flatMap(([marked, read]) => {
    const known = rows.filter((each) => each.gold[marked])
    if (known.length === 0) return []
    const told = known.map(
      (each) => [comparable(each.gold[marked] ?? ''), comparable(each.reading?.[read] ?? '')] as const,
    )
    const hits = told.map(([gold, own]) => gold === own)
    const near = told.map(([gold, own]) => own !== '' && (gold.includes(own) || own.includes(gold)))
    return [
      `${marked.padEnd(12)} ${share(hits)}  of ${known.length}, ${share(near)} when one may be a part of the other`,
    ]
  })
}

function snippets(rows: Row[]): string[] {
  const found = (which: 'with' | 'without') =>
    rows.flatMap((each) => {
      const text = ` ${comparable(each.reading?.text ?? '')} `
      return (each.gold[which] ?? []).map((snippet) => text.includes(` ${comparable(snippet)} `))
    })
  const [wanted, unwanted] = [found('with'), found('without')]
  if (wanted.length + unwanted.length === 0) return []
  return [
    `with         ${share(wanted)}  of ${wanted.length} snippets kept`,
    `without      ${share(unwanted.map((each) => !each))}  of ${unwanted.length} snippets left out`,
  ]
}

await command(async () => {
  const [given] = process.argv.slice(2)
  if (!given) throw new UserError('npm run bench:extract -- DIR')
  const folder = resolve(process.env.INIT_CWD ?? '.', given)
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Record<string, Gold>
  // Texts of news were marked to be compared by runs of four words, the others word by word.
  const size = Object.values(gold).some((each) => each.with) ? 1 : 4
  const rows: Row[] = []
  for (const [name, each] of Object.entries(gold)) rows.push(await row(folder, name, each, size))
  const [precision, recall] = [
    mean(rows.map((each) => each.precision)),
    mean(rows.map((each) => each.recall)),
  ]
  const times = rows.map((each) => each.ms).sort((a, b) => a - b)
  const worst = rows.toSorted((a, b) => a.f1 - b.f1).slice(0, 10)
  console.log(
    [
      `${rows.length} pages, ${size === 1 ? 'words' : 'runs of four words'}`,
      `F1           ${harmonic(precision, recall).toFixed(4)}  of precision ${precision.toFixed(4)} and recall ${recall.toFixed(4)}`,
      `F1 a page    ${mean(rows.map((each) => each.f1)).toFixed(4)}`,
      ...facts(rows),
      ...snippets(rows),
      `time a page  median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
      'the ten worst:',
      ...worst.map(
        (each) =>
          `  ${each.f1.toFixed(3)}  p ${each.precision.toFixed(3)}  r ${each.recall.toFixed(3)}  ${each.name.slice(0, 12)}  ${each.gold.url.slice(0, 70)}${each.fault && `  ${each.fault}`}`,
      ),
    ].join('\n'),
  )
  return 0
})

// `npm run bench:capture`: how long a page of 200 kB takes from its bytes to the archive, beside storing it unread.

import { parseArgs } from 'node:util'
import { command } from '#bin/steps.mjs'
import { drop, make, serverAt, urlOf } from './database/throw-away.ts'
import { random } from './workload/random.ts'
import { article } from './workload/words.ts'

const pageBytes = 200_000

/** A page with about 40 kB of text in 200 kB of markup, as news sites send it; each seed another. */
function page(seed: number): string {
  const chance = random(seed)
  const paragraphs = article(chance, 40_000)
    .text.split('\n')
    .filter((each) => each.trim() !== '')
  const body = paragraphs.map((each) => `<div class="c-paragraph"><p>${each}</p></div>`).join('\n')
  const item =
    '<li class="related__item"><a class="related__link" href="/a/b/c"><span>Another article</span></a></li>\n'
  const filler = Math.max(0, pageBytes - body.length - 600)
  return `<!doctype html><html lang="en"><head><title>Article ${seed}</title></head><body><main><article>
<h1>Article ${seed}</h1>${body}</article></main><ul class="related">${item.repeat(Math.ceil(filler / item.length))}</ul></body></html>`
}

const middle = (times: number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN

async function measured(pages: number): Promise<number> {
  const { captureArticle } = await import('#lib/articles/write.ts')
  const { ArticleInput } = await import('#lib/articles/input.ts')
  const { system } = await import('#lib/auth/viewer.ts')
  const { CaptureInput, KeepInput } = await import('#lib/captures/input.ts')
  const { getCapture } = await import('#lib/captures/read.ts')
  const { runCapture } = await import('#lib/captures/run.ts')
  const { keepCapture, startCapture } = await import('#lib/captures/write.ts')
  const { makeMember } = await import('#testing/make.ts')
  const { db } = await import('#lib/database/client.ts')
  const analyst = await makeMember('ANALYST')
  const times = { 'read and archived': [] as number[], 'stored unread': [] as number[] }
  const timed = async (name: keyof typeof times, work: () => Promise<unknown>, counts: boolean) => {
    const since = performance.now()
    await work()
    if (counts) times[name].push(performance.now() - since)
  }
  for (let at = -3; at < pages; at++) {
    const html = page(at + 10)
    const file = new File([html], 'page.html')
    const facts = { title: `Article ${at}`, language: 'en', kind: 'NEWS', access: 'RESTRICTED' }
    await timed(
      'read and archived',
      async () => {
        const begun = await startCapture(analyst, CaptureInput.parse({ way: 'file', file }))
        const id = 'captureId' in begun ? begun.captureId : ''
        await runCapture(system, id)
        const { values } = await getCapture(analyst, id)
        await keepCapture(analyst, KeepInput.parse({ ...values, id }))
      },
      at >= 0,
    )
    const unread = ArticleInput.parse({ ...facts, text: `${html} ` })
    await timed('stored unread', () => captureArticle(analyst, unread), at >= 0)
  }
  for (const [name, all] of Object.entries(times))
    console.log(
      `  ${name.padEnd(18)} p50 ${middle(all, 0.5).toFixed(0)} ms, p95 ${middle(all, 0.95).toFixed(0)} ms (${all.length} pages)`,
    )
  console.log('  goal               p50 300 ms')
  await db.$disconnect()
  return 0
}

await command(async () => {
  const { values } = parseArgs({ options: { pages: { type: 'string', default: '40' } } })
  const postgres = await serverAt()
  const name = await make(postgres)
  process.env.DATABASE_URL = urlOf(postgres, name)
  try {
    return await measured(Number(values.pages))
  } finally {
    await drop(postgres, name)
  }
})

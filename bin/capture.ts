// Captures addresses and files from the command line, as a member, and says where to check what was read:
// npm run capture -- ADDRESS|FILE … [--as name@example.org]

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { memberNamed } from '#lib/auth/people.ts'
import { system } from '#lib/auth/viewer.ts'
import { CaptureInput } from '#lib/captures/input.ts'
import { getCapture } from '#lib/captures/read.ts'
import { runCapture } from '#lib/captures/run.ts'
import { startCapture } from '#lib/captures/write.ts'
import { env } from '#lib/env.ts'
import { hasWorker } from '#lib/queue.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { as: { type: 'string' } } })
if (positionals.length === 0) {
  console.error('Say what to capture: npm run capture -- ADDRESS|FILE … [--as name@example.org]')
  process.exit(2)
}
const member = await memberNamed(system, values.as ?? null)
if (!member) {
  console.error(
    values.as
      ? `Nobody signs in as ${values.as}.`
      : 'Nobody has an account yet: open the link that npm start printed.',
  )
  process.exit(2)
}

for (const source of positionals) {
  const isAddress = /^https?:\/\//i.test(source)
  const bytes = isAddress ? null : await readFile(source).catch(() => null)
  if (!isAddress && !bytes) {
    fail(source, 'There is no such file, or it cannot be opened.')
    continue
  }
  const parsed = CaptureInput.safeParse(
    bytes
      ? { way: 'file', ...(bytes.length ? { file: new File([bytes], basename(source)) } : {}) }
      : { way: 'address', address: source },
  )
  if (!parsed.success) {
    fail(source, parsed.error.issues[0]?.message ?? 'This cannot be captured.')
    continue
  }
  const begun = await startCapture(member, parsed.data)
  if ('articleId' in begun) {
    console.log(`${source}: recorded already, see ${env().BASE_URL}/desk/articles/${begun.articleId}`)
    continue
  }
  // Where the product runs, its worker has the job already.
  if (!(await hasWorker())) await runCapture(system, begun.captureId)
  let capture = await getCapture(member, begun.captureId)
  while (capture.situation === 'running') {
    await setTimeout(300)
    capture = await getCapture(member, begun.captureId)
  }
  const { state, sentence } = capture
  const address = `${env().BASE_URL}/desk/captures/${begun.captureId}`
  if (state === 'failed') fail(source, `${sentence} See ${address}`)
  else console.log(`${source}: check what was read at ${address}`)
}
process.exit()

function fail(source: string, words: string): void {
  console.error(`${source}: ${words}`)
  process.exitCode = 1
}

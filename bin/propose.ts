// Proposes passages from files, one JSON object a line: `npm run -s propose -- FILE… --commitments FILE.json`.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { readBytes } from '#engines/extraction/sandbox.ts'
import { type CommitmentText, type Document, propose } from '#engines/proposing/rank.ts'
import { command, UserError } from './steps.mjs'

const usage = 'npm run -s propose -- FILE… --commitments FILE.json'
const Commitments = z.array(
  z.object({
    ref: z.string(),
    title: z.string().default(''),
    text: z.string().default(''),
    parties: z.array(z.string()).default([]),
    partyNames: z.array(z.string()).optional(),
    area: z.string().optional(),
    criteria: z.array(z.string()).optional(),
    summit: z.string().optional(),
  }),
)

// npm runs commands in the project's folder; names of files are meant from where the person stands.
const placed = (file: string) => resolve(process.env.INIT_CWD ?? '.', file)

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function documentIn(file: string): Promise<Document> {
  const stored = readFileSync(placed(file))
  const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored
  // A plain text is taken as it is, so that the offsets are those of the file.
  if (file.endsWith('.txt')) return { text: bytes.toString('utf8'), title: null, language: null }
  const { text, title, language } = await readBytes(bytes, { contentType: null, address: null })
  return { text, title, language }
}

function commitmentsIn(file: string): CommitmentText[] {
  try {
    return Commitments.parse(JSON.parse(readFileSync(placed(file), 'utf8'))) as CommitmentText[]
  } catch (error) {
    throw new UserError(`The commitments in "${file}" cannot be read: ${reason(error)}`)
  }
}

await command(async () => {
  const options = { commitments: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  if (!values.commitments || positionals.length === 0) throw new UserError(usage)
  const commitments = commitmentsIn(values.commitments)
  let failed = 0
  for (const file of positionals) {
    const say = (more: object) => process.stdout.write(`${JSON.stringify({ file, ...more })}\n`)
    try {
      say({ proposals: propose(await documentIn(file), commitments) })
    } catch (error) {
      failed += 1
      say({ proposals: [], fault: reason(error) })
      console.error(`"${file}": ${reason(error)}`)
    }
  }
  return failed > 0 ? 1 : 0
})

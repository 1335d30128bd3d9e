// Proposes passages from files, one JSON object a line: `npm run -s propose -- FILE… --commitments FILE.json`.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Promised, propose } from '#lib/proposals/rank.ts'
import { command, Halt } from './steps.mjs'

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

function read<T>(file: string, make: (text: string) => T): T {
  try {
    return make(readFileSync(placed(file), 'utf8'))
  } catch (error) {
    throw new Halt(`"${file}" cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { commitments: { type: 'string' } },
  })
  if (!values.commitments || positionals.length === 0) throw new Halt(usage)
  const commitments = read(values.commitments, (text) => Commitments.parse(JSON.parse(text)) as Promised[])
  for (const file of positionals) {
    const text = read(file, (found) => found)
    const proposals = propose({ text, title: null, language: null }, commitments)
    process.stdout.write(`${JSON.stringify({ file, proposals })}\n`)
  }
  return 0
})

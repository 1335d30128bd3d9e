// Reads files as captures are read, one JSON object a line: `npm run -s extract -- FILE… [--url ADDRESS]`.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readBytes } from '#engines/extraction/sandbox.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { command, UserError } from './steps.mjs'

const usage = 'npm run -s extract -- FILE… [--url ADDRESS]'
const mostBytes = 25 * 1024 * 1024
const contentTypes: Record<string, string> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  pdf: 'application/pdf',
  txt: 'text/plain',
}

// npm runs commands in the project's folder; names of files are meant from where the person stands.
const placed = (file: string) => resolve(process.env.INIT_CWD ?? '.', file)

async function read(file: string, address: string | null): Promise<object> {
  const isPacked = file.endsWith('.gz')
  const found = readFileSync(placed(file))
  const bytes = isPacked ? gunzipSync(found, { maxOutputLength: mostBytes }) : found
  const ending = /\.(\w+)$/.exec(isPacked ? file.slice(0, -3) : file)?.[1]?.toLowerCase() ?? ''
  const contentType = contentTypes[ending] ?? null
  const { title, byline, publisher, publishedOn, language, text } = await readBytes(bytes, {
    contentType,
    address,
  })
  return { file, title, byline, publisher, publishedOn, language, text }
}

function sentenceOf(error: unknown): string {
  if (error instanceof CaptureFailure) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'The file is larger than what we can keep.'
  return `The file cannot be read: ${error instanceof Error ? error.message : error}`
}

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } })
  if (positionals.length === 0) throw new UserError(usage)
  if (values.url && !URL.canParse(values.url)) throw new UserError(`"${values.url}" is not a web address.`)
  let code = 0
  for (const file of positionals) {
    const line = await read(file, values.url ?? null).catch((error: unknown) => {
      code = 1
      return { file, error: sentenceOf(error) }
    })
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  return code
})

// Prints what is read from files, one JSON object a line: npm run -s extract -- FILE… [--url ADDRESS]

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { CaptureFailure } from '#lib/articles/faults.ts'
import { readBytes } from '#lib/articles/reader.ts'
import { typeOfName } from '#lib/captures/input.ts'
import { command, Halt } from './steps.mjs'

await command(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } })
  if (positionals.length === 0) throw new Halt('npm run -s extract -- FILE… [--url ADDRESS]')
  let failures = 0
  for (const file of positionals) {
    const line = await read(file, values.url ?? null).catch((error: unknown) => {
      failures++
      if (error instanceof CaptureFailure) return { file, error: error.message }
      return { file, error: 'There is no such file, or it cannot be opened.' }
    })
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  return failures ? 1 : 0
})

async function read(file: string, address: string | null) {
  // npm runs commands in the project's folder; names of files are meant from where the person stands.
  const stored = readFileSync(resolve(process.env.INIT_CWD ?? '.', file))
  const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored
  const contentType = typeOfName(file.replace(/\.gz$/, ''))
  const { title, byline, publisher, publishedOn, language, text } = await readBytes(bytes, {
    contentType,
    address,
  })
  return { file, title, byline, publisher, publishedOn, language, text }
}

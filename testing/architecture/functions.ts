// The functions at the top level of a file, read from its text as the formatter leaves it.

import type { Source } from '#testing/sources.ts'

export type Written = {
  name: string
  isExported: boolean
  signature: string
  parameters: string
  body: string
}

const declared =
  /^(export )?((?:async )?function\*? ?(\w+)(?:<[^(]*>)?\(([\s\S]*?)\)[^)]*?)\{\n([\s\S]*?)^\}/gm
const assigned =
  /^(export )?(const (\w+)(?:: [^=]+)? = (?:async )?(?:<[^(]*>)?\(([\s\S]*?)\)[^=]*?)=>([\s\S]*?)(?=\n\S|\n$)/gm

/** Every function of a file, named or held by a constant. Throws where one could not be read. */
export function functionsOf({ path, text }: Source): Written[] {
  const found = [...text.matchAll(declared), ...text.matchAll(assigned)].map(
    ([, exported, signature = '', name = '', parameters = '', body = '']) => {
      return { name, isExported: Boolean(exported), signature, parameters, body }
    },
  )
  const names = [...text.matchAll(/^export (?:async )?function\*? ?(\w+)/gm)].map(([, name = '']) => name)
  const missed = names.filter((name) => !found.some((each) => each.name === name))
  if (missed.length) throw new Error(`${path}: cannot read ${missed.join(', ')}`)
  return found
}

/** Those that reach the database: by its connection or a transaction, by waiting, or by another of them. */
export function touching(source: Source): Written[] {
  const all = functionsOf(source)
  const reached = new Set(
    all.filter(({ signature, body }) => /\b(db|tx|reader|queryRows|async|Promise)\b/.test(signature + body)),
  )
  for (const one of reached)
    for (const each of all) if (new RegExp(`\\b${one.name}\\(`).test(each.body)) reached.add(each)
  return all.filter((each) => reached.has(each))
}

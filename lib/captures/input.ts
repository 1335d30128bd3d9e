// What people may send to capture a source, and to keep what was read from it.

import { z } from 'zod'
import { CitationInput, longestText } from '#lib/articles/input.ts'
import { plainAddress } from '#lib/captures/rules.ts'
import { id, optionalId, optionalLine, requestKey, verbatim } from '#lib/forms/parse.ts'

const address = z
  .string({ error: 'Give the address of the page.' })
  .transform((text) => text.trim())
  .refine((text) => text !== '', 'Give the address of the page.')
  .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .refine((text) => text.length <= 2_048, 'Keep the address within 2,048 characters.')
  .refine(
    (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
    'Write an address like https://example.org/page.',
  )
  .refine(
    (text) => !(URL.parse(text)?.username || URL.parse(text)?.password),
    'Leave the name and password out of the address.',
  )
  .transform(plainAddress)

/** What the analyst knows already: a bookmarklet's title and selection, the article that a newer snapshot is of. */
const hints = {
  articleId: optionalId,
  title: optionalLine(300),
  selection: z
    .string()
    .nullish()
    .transform((text) => text?.slice(0, 5_000).toWellFormed().replaceAll('\0', '') || null),
  requestKey,
}
const optionalAddress = z
  .union([z.literal('').transform(() => null), address])
  .nullish()
  .transform((text) => text ?? null)

const largestFile = 10 * 1024 * 1024
const endings: Record<string, string> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/plain',
}

/** The type that the ending of a file's name stands for; null when it is none we read. */
export function typeOfName(name: string): string | null {
  return endings[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null
}

const file = z
  .instanceof(File, { error: 'Choose a file that is not empty.' })
  .refine((given) => given.size <= largestFile, 'Keep the file within 10 MB.')
  .refine(
    (given) => typeOfName(given.name) !== null,
    'Choose an HTML page (.html), a PDF (.pdf) or plain text (.txt).',
  )

export const CaptureAddressInput = z.object({ way: z.literal('address'), address, ...hints })
const PasteInput = z.object({
  way: z.literal('paste'),
  text: verbatim(longestText, 'Paste the text of the article.'),
  address: optionalAddress,
  ...hints,
})
const FileInput = z.object({ way: z.literal('file'), file, address: optionalAddress, ...hints })
export const CaptureInput = z.discriminatedUnion('way', [CaptureAddressInput, PasteInput, FileInput])

export const CaptureActInput = z.object({ id })
export const KeepInput = CitationInput.omit({ requestKey: true }).extend({ id })

// Resending a form: what was posted while the database does not answer stands in the error page, to be sent again.

import type { IncomingMessage } from 'node:http'
import type { Language } from '#lib/languages.ts'
import { escapeHtml } from '#lib/markup.ts'
import { wordsOf } from '#lib/messages/translate.ts'

const sent = new WeakMap<IncomingMessage, Buffer[]>()

/** Keeps a copy of what a form without script sends, for as long as it is being answered. */
export function rememberForm(req: IncomingMessage): void {
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(
    req.headers['content-type'] ?? '',
  )
  if (req.method !== 'POST' || !isForm || req.headers['next-action'] !== undefined) return
  const chunks: Buffer[] = []
  sent.set(req, chunks)
  const push = req.push.bind(req)
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    // A copy: whoever reads the form may take the bytes themselves away.
    if (chunk) chunks.push(Buffer.from(chunk))
    return push(chunk, encoding)
  }
}

/** The same form with a button that sends it again, without its passwords, codes and files; nothing if none was sent. */
export async function resendForm(req: IncomingMessage, language: Language): Promise<string> {
  const chunks = sent.get(req)
  const headers = { 'content-type': req.headers['content-type'] ?? '' }
  const form = chunks && (await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => null))
  if (!form) return ''
  const t = wordsOf(language, 'answers')
  const inputs: string[] = []
  let isWhole = true
  for (const [name, value] of form)
    if (typeof value !== 'string' || /password|^code$/i.test(name)) isWhole &&= isEmpty(value)
    else inputs.push(`<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
  const anew = isWhole ? '' : `<p>${t('anew')}</p>`
  return `<form method="post" enctype="multipart/form-data">${inputs.join('\n')}${anew}<p><button>${t('again')}</button></p></form>`
}

const isEmpty = (value: string | File) => (typeof value === 'string' ? value === '' : value.size === 0)

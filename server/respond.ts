// HTTP status codes and error pages: pages leave a status in the AsyncLocalStorage of their request,
// and here it meets the response head that Next writes.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReactNode } from 'react'
import { wordsOf } from '#lib/messages/translate.ts'
import { ownOrigin } from './own-origin.ts'
import { resendForm } from './resend-form.ts'

type Answer = {
  status?: number
  origin?: { address?: string | undefined; device?: string | undefined }
  renderStatic?: (node: ReactNode) => number
}
const storage = Symbol.for('followthrough.answer')
const answers = new AsyncLocalStorage<Answer>()
// Next bundles the pages apart from this file: the global is what both can see.
Object.assign(globalThis, { [storage]: answers })

/** The sentences that stand in place of a page: lib/messages. */
export type ErrorKey =
  | 'away'
  | 'failed'
  | 'method'
  | 'longAddress'
  | 'notOurs'
  | 'malformed'
  | 'noHost'
  | 'tooLarge'
  | 'foreign'

const languageOf = (url = '') => (/^\/zh(\/|\?|$)/.test(url) ? 'zh' : 'en')

/** Answers with one sentence in the language of the address, unless the answer has begun; `more` is HTML below it. */
export function errorPage(res: ServerResponse, status: number, key: ErrorKey, more = ''): void {
  if (res.writableEnded) return
  if (res.headersSent) return void res.destroy()
  const language = languageOf(res.req.url)
  const t = wordsOf(language, 'answers')
  const text = key === 'foreign' ? t(key, { home: ownOrigin() }) : t(key)
  const body = `<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${t('error', { status: String(status) })}</title><style>:root{color-scheme:light dark;font:1.1rem/1.6 Georgia,serif}
body{max-width:34rem;margin:20vh auto;padding:0 1rem}</style><p>${text}</p>${more}<p><a href="/">${t('front')}</a></p></html>\n`
  for (const name of res.getHeaderNames())
    if (/^(content-(?!security)|transfer-|etag|cache-|link|vary|x-nextjs)/.test(name)) res.removeHeader(name)
  const type = { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body) }
  res.writeHead(status, { ...type, 'cache-control': 'no-store' }).end(body)
}

/**
 * Runs `work` so that the status a page chose replaces Next's 200, and a page that failed says one plain sentence:
 * Next's own needs script to show anything, which public pages do without.
 */
export async function answering(
  req: IncomingMessage,
  res: ServerResponse,
  work: () => Promise<void>,
  plain: boolean,
  renderStatic?: Answer['renderStatic'],
): Promise<void> {
  // Whoever notes what a request did finds here from where it came: see lib/activity/origin.ts.
  const origin = {
    address: String(req.headers['x-peer'] || req.socket.remoteAddress),
    device: req.headers['user-agent'],
  }
  const answer: Answer = { origin, ...(renderStatic ? { renderStatic } : {}) }
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  const write = res.write.bind(res) as (...args: unknown[]) => boolean
  const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse
  const isDocument = req.headers.rsc === undefined && req.headers['next-action'] === undefined
  let isReplaced = false

  res.writeHead = (status: number, ...rest: unknown[]) => {
    if (res.headersSent || isReplaced) return res
    const chosen = answer.status && (status === 200 || (status === 500 && answer.status === 503))
    const given = chosen ? (answer.status ?? status) : status
    if (given < 500 || !plain || !isDocument) return writeHead(given, ...rest)
    isReplaced = true
    Object.assign(res, { writeHead: () => res, write: () => true, end: () => res })
    void resendForm(req, languageOf(req.url)).then((form) => {
      Object.assign(res, { writeHead, write, end })
      errorPage(res, given, given === 503 ? 'away' : 'failed', form)
    })
    return res
  }
  // Written out, because the head must be decided before a first chunk is on its way.
  res.write = (...args: unknown[]) => {
    if (!res.headersSent) res.writeHead(res.statusCode)
    return isReplaced || write(...args)
  }
  res.end = (...args: unknown[]) => {
    if (!res.headersSent && isReplaced === false && res.statusCode >= 500) res.writeHead(res.statusCode)
    return isReplaced ? res : end(...args)
  }
  await answers.run(answer, work)
}

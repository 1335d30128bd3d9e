// Tells an article from what stands in its place: a sign-in, a request for consent, a program, nothing.

import type { CaptureFault } from '#lib/articles/faults.ts'
import { type Part, rawText, within } from '#lib/articles/page.ts'

const short = 600
const signIn =
  /\b(sign in|log ?in|subscribe|register|create (an|your) account|already a (subscriber|member)|to continue reading|subscribers? only)\b|登录|登陆|注册|订阅/gi
const consent =
  /\b(cookies?|consent|accept all|privacy (policy|settings|choices)|we value your privacy|gdpr|our partners)\b|隐私|同意/gi

/** Why what was read is no article; null when it is one. A long text is believed, whatever words it uses. */
export function wallOf(page: Part, text: string): CaptureFault | null {
  const size = text.replace(/\s/g, '').length
  if (size >= short) return null
  const parts = [...within(page)]
  const all = parts
    .filter(
      (part) =>
        part.tag === '#text' && !/^(script|style|noscript|template|title)$/.test(part.parent?.tag ?? ''),
    )
    .map((part) => part.text)
    .join(' ')
  const count = (words: RegExp) => all.match(words)?.length ?? 0
  const hasPassword = parts.some((part) => part.tag === 'input' && part.properties.type === 'password')
  if (hasPassword || (size < 300 && count(signIn) >= 3)) return 'login-wall'
  if (size < 400 && count(consent) >= 4) return 'consent-wall'
  if (all.replace(/\s/g, '').length < 200 && size < 60 && parts.some(isProgram)) return 'script-only'
  return size === 0 ? 'empty' : null
}

function isProgram(part: Part): boolean {
  return (
    part.tag === 'script' &&
    !/json/i.test(String(part.properties.type ?? '')) &&
    (part.properties.src !== undefined || rawText(part).trim() !== '')
  )
}

// Tells an article from what stands in its place: a sign-in, or a request for consent.

import type { CaptureFault } from '#lib/articles/faults.ts'

const long = 600
const signIn =
  /\b(sign in|log ?in|subscribe|register|create (an|your) account|password|already a (subscriber|member)|to continue reading|subscribers only)\b|登录|登陆|注册|订阅|密码/gi
const consent =
  /\b(cookies?|consent|accept all|reject all|privacy (policy|settings|choices)|we value your privacy|gdpr|our partners)\b|隐私|同意/gi

/** Why a text is no article, beside all words of its page; null when it is one. A long text is believed. */
export function wallOf(text: string, page: string): CaptureFault | null {
  const size = text.replace(/\s/g, '').length
  if (size >= long) return null
  const count = (words: RegExp) => new Set(page.match(words)?.map((word) => word.toLowerCase())).size
  // An article that only mentions them uses few of these words, and a wall uses many of them in little text.
  if (count(signIn) >= 3 && size < long / 2) return 'login-wall'
  return count(consent) >= 4 ? 'consent-wall' : null
}

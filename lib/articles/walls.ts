// Tells a page that holds an article from one that stands in front of it.

import { CaptureFailure } from '#lib/articles/faults.ts'
import { type Tree, textOf } from '#lib/articles/tree.ts'

const login =
  /(?:sign|log) ?in (?:to|or)\b|(?:subscribe|register|sign up|create (?:a|an) (?:free )?account|become a (?:member|subscriber)) (?:to|and|now to|for free to) (?:read|continue|view|access|unlock|keep|see)|(?:to|and) (?:continue|keep) reading|(?:only|exclusively|available|exclusive) (?:for|to) (?:our )?(?:subscribers|members)|already (?:a|have an?) (?:subscriber|member|account|subscription)|请(?:先)?登录|登录后|订阅后|jetzt anmelden|se connecter pour|réservé aux abonnés|inicia(?:r)? sesión para|solo para suscriptores/i
const consent =
  /before you continue|we (?:value|care about) your privacy|(?:accept|agree to) (?:all )?(?:the )?(?:use of )?cookies|we use cookies|cookie (?:settings|preferences|consent)|consent to (?:the )?(?:use|processing)|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies/i
const robot =
  /(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|checking your browser|unusual traffic|captcha|access denied|just a moment)/i
const disabled =
  /(?:enable|requires?|turn on|activate) javascript|javascript (?:is )?(?:disabled|required|must be)/i

// A page in front of an article says little; an article that says so little exists, but does not speak of accounts.
const little = 700

/** Throws what stands in front of the article; notes what may hide a part of it. */
export function checkWalls(tree: Tree, text: string): string[] {
  const length = text.trim().length
  const whole = length < little ? textOf(tree.root) : ''
  if (length < little) {
    const head = whole.slice(0, 6000)
    if (disabled.test(head) && length < 250) throw new CaptureFailure('script-only')
    if (robot.test(head) && length < 300) throw new CaptureFailure('login-wall', { detail: 'robot check' })
    if (login.test(text) || (length < 250 && login.test(head) && tree.passwords > 0))
      throw new CaptureFailure('login-wall')
    if (consent.test(text)) throw new CaptureFailure('consent-wall')
    if (length === 0 || (length < 60 && tree.scripts > 2 && whole.length < 200)) {
      if (tree.passwords > 0) throw new CaptureFailure('login-wall')
      if (consent.test(head)) throw new CaptureFailure('consent-wall')
      throw new CaptureFailure(tree.scripts > 0 ? 'script-only' : 'empty')
    }
  }
  const isClosed = tree.jsonLd.some((script) => /"isAccessibleForFree"\s*:\s*"?false/i.test(script))
  return isClosed
    ? ['The site says that the article is not free: what was read may be only a part of it.']
    : []
}

// Paywall detection: tells a page that holds an article from one that stands in front of it.

import { asksForAccount } from '#engines/extraction/phrases.ts'
import { type Tree, textOf } from '#engines/extraction/tree.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'

const consent =
  /before you continue|we (?:value|care about) your privacy|(?:accept|agree to) (?:all )?(?:the )?(?:use of )?cookies|we use cookies|cookie (?:settings|preferences|consent)|consent to (?:the )?(?:use|processing)|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies/i
const robot =
  /(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|checking your browser|unusual traffic|captcha|access denied|just a moment)/i
const disabled =
  /(?:enable|requires?|turn on|activate) javascript|javascript (?:is )?(?:disabled|required|must be)/i

// A page in front of an article says little; an article that says so little exists, but does not speak of accounts.
const little = 700

/** Throws what stands in front of the article; notes what may hide a part of it. `whole` is the text with its labels. */
export function checkPaywall(tree: Tree, text: string, whole: string): string[] {
  const length = text.trim().length
  if (length < little) {
    const page = textOf(tree.root, 6000)
    if (disabled.test(page) && length < 250) throw new CaptureFailure('script-only')
    if (robot.test(page) && length < 300) throw new CaptureFailure('login-wall', { detail: 'robot check' })
    if (asksForAccount.test(whole) || (length < 250 && asksForAccount.test(page) && tree.passwords > 0))
      throw new CaptureFailure('login-wall')
    if (consent.test(whole)) throw new CaptureFailure('consent-wall')
    if (length === 0 || (length < 60 && tree.scripts > 2 && page.length < 200)) {
      if (tree.passwords > 0) throw new CaptureFailure('login-wall')
      if (consent.test(page)) throw new CaptureFailure('consent-wall')
      throw new CaptureFailure(tree.scripts > 0 ? 'script-only' : 'empty')
    }
  }
  const isClosed = tree.jsonLd.some((script) => /"isAccessibleForFree"\s*:\s*"?false/i.test(script))
  return isClosed || (asksForAccount.test(whole) && !asksForAccount.test(text))
    ? ['The page asks for an account or a subscription: what was read may be only a part of the article.']
    : []
}

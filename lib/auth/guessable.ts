// Password strength (zxcvbn): passwords that guessers try early are refused, however long they are.

import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

let made: ZxcvbnFactory | undefined
const tries = 1e8

/**
 * Whether a password falls within the first hundred million guesses: a common one, a repeated or typed-along one, or one
 * made of what is known of its owner (`own`: name, address) and of this product (NIST SP 800-63B-4, 3.1.1.2). Nothing is
 * asked of its signs. The estimate is zxcvbn's.
 */
export function isGuessable(password: string, own: string[] = []): boolean {
  made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const known = own
    .flatMap((each) => [each, ...each.split(/[^\p{L}\p{N}]+/u)])
    .filter((each) => each.length > 2)
  return made.check(password, ['followthrough', ...known]).guesses < tries
}

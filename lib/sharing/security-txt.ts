// security.txt (RFC 9116): to whom a hole in this installation is reported.

import { addDays, dayOf } from '#lib/dates.ts'
import { languages } from '#lib/languages.ts'

// The standard asks for less than a year. It is counted from the day it is asked for: as long as somebody runs the
// server with this setting, the address holds.
const holdsForDays = 180

/** The file for the installation at this origin, as of `now`; null where nobody is named, for without a contact it is none. */
export function securityTxt(base: string, contact: string | undefined, now: Date): string | null {
  if (contact === undefined) return null
  return [
    `Contact: ${contact}`,
    `Expires: ${addDays(dayOf(now), holdsForDays)}T00:00:00Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${base}/.well-known/security.txt`,
    '',
  ].join('\n')
}

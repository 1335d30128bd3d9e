// E-mail templates: what the product's messages say. A link stands on a line of its own, as {link}. Pure.

import { instantInWords } from '#lib/dates.ts'

export type MessageDraft = { subject: string; text: string }

const unasked = 'If you did not expect this message, do nothing: nothing changes by itself.'

function letter(subject: string, ...paragraphs: string[]): MessageDraft {
  return { subject, text: `${paragraphs.join('\n\n')}\n` }
}

export const messageTexts = {
  invitation: (facts: { by: string; role: string; endsAt: Date }) =>
    letter(
      'Your invitation to Followthrough',
      `${facts.by} invites you to work on Followthrough as ${facts.role}. Open this link to choose your name and password:`,
      '{link}',
      `The link works once, until ${instantInWords(facts.endsAt)}.`,
      unasked,
    ),
  reset: (facts: { endsAt: Date }) =>
    letter(
      'A new password for Followthrough',
      'Somebody, probably you, asked to choose a new password for this address:',
      '{link}',
      `The link works once, until ${instantInWords(facts.endsAt)}. A new password ends all your sessions.`,
      unasked,
    ),
  addressFrom: (facts: { to: string; endsAt: Date }) =>
    letter(
      'Leaving this address on Followthrough',
      `You asked to use ${facts.to} instead of this address. Agree here first:`,
      '{link}',
      `The link works until ${instantInWords(facts.endsAt)}. The new address has to agree as well; until both have, nothing changes.`,
      'If it was not you who asked, do not open the link. Change your password, and tell an administrator.',
    ),
  addressTo: (facts: { from: string; endsAt: Date }) =>
    letter(
      'Your new address on Followthrough',
      `The account of ${facts.from} is to use this address from now on. Agree here:`,
      '{link}',
      `The link works until ${instantInWords(facts.endsAt)}. The present address has to agree as well; until both have, nothing changes.`,
      unasked,
    ),
  accountChanged: (facts: { what: string }) =>
    letter(
      'A change to your account on Followthrough',
      facts.what,
      'If it was not you, end your sessions on your account page, choose a new password, and tell an administrator at once.',
    ),
  passwordChanged: () =>
    letter(
      'Your password was changed',
      'A new password was set for your account on Followthrough by a link, and all its sessions were ended.',
      'Passkeys, where you have any, still sign you in: your account page lists them.',
      'If it was not you, tell an administrator at once.',
    ),
}

/** The text as it is sent and shown: the link in its place, or why there is none. */
export function withLink(text: string, link: string | null): string {
  return text.replace(/^\{link\}$/m, () => link ?? '(The link stood here; it is forgotten.)')
}

const minuteMs = 60_000
const waits = [1, 5, 30, 120].map((minutes) => minutes * minuteMs)

/** When a message that failed is tried again; null when it is not: the server refused it for good, or four times. */
export function nextTry(attempts: number, code: number | undefined, now: Date): Date | null {
  const wait = waits[attempts - 1]
  return wait === undefined || (code !== undefined && code >= 500) ? null : new Date(now.getTime() + wait)
}

// Parses a form; what a schema leaves to Zod's own words (validation messages) is said in sentences for people.

import type { z } from 'zod'

/** Reads what a form sent. Where its schema has no words of its own for a fault, these say what can be done. */
export function parseForm<S extends z.ZodType>(Form: S, sent: unknown): z.ZodSafeParseResult<z.output<S>> {
  return Form.safeParse(sent, { error: inSentences })
}

function inSentences(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_value') return 'Choose one from the list.'
  if (issue.code === 'too_big') return atMost(issue.origin, Number(issue.maximum).toLocaleString('en'))
  if (issue.code === 'too_small' && issue.origin === 'number') return `Write ${issue.minimum} or more.`
  return 'This was not sent as the form asks for it: fill it in again.'
}

function atMost(origin: string, most: string): string {
  if (origin === 'string') return `Keep it within ${most} characters.`
  return origin === 'number' ? `Write ${most} or less.` : `Keep to ${most} of them.`
}

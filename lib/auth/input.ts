// What people may send to sign in, to set up and to change their password.

import { z } from 'zod'
import { isGuessable } from '#lib/auth/guessable.ts'
import { line } from '#lib/forms.ts'

export const email = z
  .string({ error: 'Type your e-mail address.' })
  .trim()
  .toLowerCase()
  .pipe(z.email('Type an e-mail address like ana@example.org.').max(254))
const tooCommon =
  'This password is among the first that guessers try: add a word or two that say nothing of you.'
export const newPassword = z
  .string({ error: 'Choose a password.' })
  .min(15, 'Use at least 15 characters: three or four words do well.')
  .max(128, 'Keep it within 128 characters.')
  // What is too short or too long was said already.
  .refine((text) => text.length < 15 || text.length > 128 || !isGuessable(text), tooCommon)

export const SignInInput = z.object({
  email,
  password: z.string().min(1, 'Type your password.').max(128, 'That password is too long to be yours.'),
  next: z.string().max(600).optional(),
})
export const SetupInput = z
  .object({
    token: z.string().max(200),
    name: line(80, 'Type your name.'),
    email,
    password: newPassword,
  })
  .refine(({ name, email: address, password }) => !isGuessable(password, [name, address]), {
    path: ['password'],
    error: tooCommon,
  })
export const PasswordInput = z.object({
  currentPassword: z.string().max(128).optional(),
  password: newPassword,
})
export const OwnPasswordInput = z.object({ password: z.string().min(1, 'Type your password.').max(128) })
export const CodeInput = z.object({
  code: z.string().trim().min(6, 'Type the six digits.').max(40, 'That is no code of ours.'),
  next: z.string().max(600).optional(),
})
export const SessionInput = z.object({ id: z.string().max(64) })

/** Where to go after signing in: a path of this site, never another one (an open redirect otherwise). */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./~%?&=#]*$/.test(next) ? next : '/desk'
}

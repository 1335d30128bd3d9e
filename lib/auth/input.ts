// What people may send to sign in, to set up and to change their password.

import { z } from 'zod'
import { isGuessable } from '#lib/auth/guessable.ts'
import { id, line, optionalLine } from '#lib/forms/parse.ts'

const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

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
const base64 = z
  .string()
  .max(12_000)
  .regex(/^[\w-]+$/)
const credential = {
  id: base64,
  rawId: base64,
  type: z.literal('public-key'),
  // Nothing was asked for, so nothing that comes back is passed on.
  clientExtensionResults: z.object({}),
}
const noPasskey = 'What the browser sent is no passkey. Begin again.'
const json = z
  .string({ error: noPasskey })
  .max(30_000, noPasskey)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: noPasskey })
      return z.NEVER
    }
  })

/** What `navigator.credentials.get()` gives, as WebAuthn writes it in JSON. */
export const PasskeyAnswer = json.pipe(
  z.object(
    {
      ...credential,
      response: z.object({
        clientDataJSON: base64,
        authenticatorData: base64,
        signature: base64,
      }),
    },
    noPasskey,
  ),
)
/** What `navigator.credentials.create()` gives, and how its owner calls it. */
export const NewPasskeyInput = z.object({
  name: optionalLine(60),
  response: json.pipe(
    z.object(
      {
        ...credential,
        response: z.object({
          clientDataJSON: base64,
          attestationObject: base64,
          transports: z.array(z.enum(transports)).max(8).catch([]),
        }),
      },
      noPasskey,
    ),
  ),
})
export const PasskeyNameInput = z.object({ id, name: line(60, 'Type a name.') })
export const PasskeyInput = z.object({ id })
export const SessionInput = z.object({ id })

/** Where to go after signing in: a path of this site, never another one (an open redirect otherwise). */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./~%?&=#]*$/.test(next) ? next : '/desk'
}

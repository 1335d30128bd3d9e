'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { setAnswerStatus } from '#app/answer.ts'
import { rememberDevice } from '#app/current-viewer.ts'
import { deviceOf, unscopedGiveTriesBack, unscopedTakeFromNetwork, waitFor } from '#lib/auth/guessing.ts'
import { PasskeyAnswer, safeNext } from '#lib/auth/input.ts'
import { unscopedBeginPasskeySignIn, unscopedSignInByPasskey } from '#lib/auth/passkeys.ts'

// A passkey is asked for by script, so these answer what the script is to show, not the state of a form.

export async function beginByPasskey() {
  const seconds = await unscopedTakeFromNetwork('passkey')
  if (seconds > 0) return refused(429, waitFor(seconds))
  return { options: await unscopedBeginPasskeySignIn(await headers()) }
}

export async function signInByPasskey(answer: string, next: string): Promise<{ fault: string }> {
  const parsed = PasskeyAnswer.safeParse(answer)
  if (!parsed.success) return refused(422, 'What the browser sent is no passkey. Begin again.')
  const seconds = await unscopedTakeFromNetwork('passkey')
  if (seconds > 0) return refused(429, waitFor(seconds))
  const email = await unscopedSignInByPasskey(parsed.data, await headers())
  // The same words for one of another site, one that was removed, and one whose owner is deactivated.
  if (!email) return refused(401, 'This passkey opens no account here. Sign in with your password.')
  await unscopedGiveTriesBack('passkey', 2)
  await rememberDevice(deviceOf(email))
  redirect(safeNext(typeof next === 'string' ? next : undefined))
}

function refused(status: number, fault: string) {
  setAnswerStatus(status)
  return { fault }
}

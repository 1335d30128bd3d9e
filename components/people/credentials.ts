// Passkeys in the browser (WebAuthn, navigator.credentials): made, asked for, and why they failed.

import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const able = () =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Whether this browser has passkeys (WebAuthn level 3); undefined until scripts run, which is for ever without them. */
export function usePasskeys(): boolean | undefined {
  return useSyncExternalStore(never, able, () => undefined)
}

/** Asks for a passkey to be made, and returns its public half as JSON. */
export async function makeCredential(options: PublicKeyCredentialCreationOptionsJSON): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  return JSON.stringify(await navigator.credentials.create({ publicKey }))
}

/** Asks for one of the passkeys that the browser has for this site, and returns its answer as JSON. */
export async function askCredential(options: PublicKeyCredentialRequestOptionsJSON): Promise<string> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return JSON.stringify(await navigator.credentials.get({ publicKey }))
}

const words: Record<string, string> = {
  NotAllowedError: 'Nothing was chosen, or it took too long. Try again when you are ready.',
  InvalidStateError: 'This device or password manager has a passkey for this account already.',
  SecurityError:
    'The browser refuses passkeys at this address: it differs from the one the product is set up for.',
}

/** Why the browser gave nothing, in words. */
export function reasonOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  return words[name] ?? 'The browser could not do this just now. Try again, or use your password.'
}

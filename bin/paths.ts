// Paths of data and settings: where things lie, and what the operator's environment says about them.

import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const root = dirname(import.meta.dirname)
export const data = join(root, 'data')
export const logs = join(data, 'logs')
/** Who serves this folder's data, and who tests in it. */
export const lock = join(data, 'lock')
export const testLock = join(data, 'test.lock')
export const host = process.env.HOST || '127.0.0.1'
const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(host)
export const hasDemo = process.env.DEMO ? process.env.DEMO !== '0' : isLoopback

/** The data folder, made when missing. Others may pass through it (the database's user must), not look into it. */
export function openData(): void {
  mkdirSync(logs, { recursive: true })
  chmodSync(data, 0o711)
  chmodSync(logs, 0o700)
}

/** A random text that is made once and kept in a file only its owner reads. */
export function secretFile(name: string): string {
  const file = join(data, name)
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

/** What signs the ledger: whoever reads it can sign a forged history, so it is kept outside the database. */
export const ledgerKey = (): string => process.env.LEDGER_KEY || secretFile('ledger-key')

export const secret = (): string => process.env.AUTH_SECRET || secretFile('secret')

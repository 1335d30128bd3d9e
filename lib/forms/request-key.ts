// Request keys (idempotence): a form sent twice is one act, and what else is sent with its key is another.

import type { Member } from '#lib/auth/viewer.ts'
import { sha256 } from '#lib/hash.ts'

/**
 * The key under which what a form says is recorded once: the same words of the same author have the same key, other
 * words (of a page gone back to) and another author's have another. Null where the form carries none.
 */
export const requestKeyOf = (viewer: Member, requestKey: string | null, said: unknown): string | null =>
  requestKey && sha256(JSON.stringify([requestKey, viewer.id, said]))

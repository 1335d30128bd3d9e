// Where a draft stands, what it says, what it would change, and what is said to whoever was overtaken.

import type { Member } from '#lib/auth/viewer.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { factsOfCommitment, fieldsOfCommitment } from '#lib/commitments/form.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { type Bodies, bodies } from '#lib/drafts/input.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { DraftKind } from '#lib/generated/prisma/enums.ts'
import { say } from '#lib/languages.ts'
import { factsOfSummit, fieldsOfSummit, getSummitInForce } from '#lib/summits/desk.ts'

/** What a draft says, by its kind; an import says nothing here, but in its table. */
export type Said = { [K in keyof Bodies]: { kind: K; body: Bodies[K] } }[keyof Bodies]

/** Reads a draft's body by the same rules that took it; null for an import. */
export function saidOf({ kind, body }: { kind: DraftKind; body: unknown }): Said | null {
  if (kind === 'SUMMIT') return { kind, body: bodies.SUMMIT.parse(body) }
  if (kind === 'COMMITMENT') return { kind, body: bodies.COMMITMENT.parse(body) }
  return kind === 'MERGE' ? { kind, body: bodies.MERGE.parse(body) } : null
}

/** The fields of its form. */
export function fieldsOf(said: Said): Fields {
  if (said.kind === 'SUMMIT') return fieldsOfSummit(said.body.summit, said.body.named)
  if (said.kind === 'MERGE') return said.body
  const { commitment, area } = said.body
  return { ...fieldsOfCommitment(commitment), ...(area ? { areaSlug: '', newArea: area.name.en ?? '' } : {}) }
}

/** What it says, each thing with its name. */
export function factsOf(said: Said): [name: string, text: string | undefined][] {
  if (said.kind === 'SUMMIT') {
    const known = said.body.named.map(({ code, name }): [string, string] => [
      `New party ${code}`,
      [name.en, name.zh].filter(Boolean).join(' / '),
    ])
    return [...factsOfSummit(said.body.summit), ...known]
  }
  if (said.kind === 'COMMITMENT') return factsOfCommitment(said.body.commitment)
  const { ref, into, reason } = said.body
  return [
    ['Is the same', ref],
    ['Stays', into],
    ['Why', reason],
  ]
}

/** The line it is listed under. */
export function titleOf(said: Said): { text: string; language: string } {
  if (said.kind === 'SUMMIT') return say(said.body.summit.name, 'en')
  if (said.kind === 'COMMITMENT') return say(said.body.commitment.title, 'en')
  return { text: `${said.body.ref} is ${said.body.into}`, language: 'en' }
}

/** What is in force of that which a draft amends, and its version; null where it records something new. */
export async function inForceOf(viewer: Member, kind: DraftKind, subjectId: string | null) {
  if (!subjectId || kind === 'IMPORT' || kind === 'MERGE') return null
  if (kind === 'SUMMIT') {
    const { version, ...summit } = await getSummitInForce(viewer, { id: subjectId })
    return { version, fields: fieldsOfSummit(summit), facts: factsOfSummit(summit) }
  }
  const { version, ...commitment } = await getInForce(viewer, { id: subjectId })
  return { version, fields: fieldsOfCommitment(commitment), facts: factsOfCommitment(commitment) }
}

export const linesOf = (facts: [string, string | undefined][]) =>
  facts.flatMap(([name, text]) => (text ? [`${name}: ${text}`] : [])).join('\n')

/** Where a draft stands, for the question whether somebody may act on it: it comes before the asking. */
export async function unscopedCurrentDraft(id: string, reader: Pick<Tx, 'draft'> = db) {
  const found = await reader.draft.findUnique({
    where: { id },
    select: { kind: true, state: true, authorId: true, version: true, subjectId: true, body: true },
  })
  if (!found) throw new NotFound('draft')
  return found
}

/** The refusal for a form that was overtaken, with what stands now in the fields that differ, and its version. To who may read it. */
export async function unscopedDraftConflict(id: string, reader: Pick<Tx, 'draft'> = db): Promise<Conflict> {
  const now = await reader.draft.findUnique({
    where: { id },
    select: { kind: true, body: true, version: true, state: true },
  })
  if (!now) return new Conflict('This draft was thrown away meanwhile. What you typed is still here.')
  const said = saidOf(now)
  return new Conflict(
    `This draft changed while you were writing: it is ${now.state.toLowerCase()} now. What you typed is still here.`,
    { ...(said ? fieldsOf(said) : {}), draftVersion: String(now.version) },
  )
}

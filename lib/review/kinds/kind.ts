// The interface of a kind of draft: how its body is parsed, validated, shown and published.

import type { z } from 'zod'
import type { Member } from '#lib/auth/viewer.ts'
import type { Tx } from '#lib/database/client.ts'
import type { Fault } from '#lib/errors.ts'
import { nest, zodFaults } from '#lib/forms/parse.ts'
import { parseForm } from '#lib/forms/sentences.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { Status } from '#lib/generated/prisma/enums.ts'
import type { UpdateSheet } from '#lib/updates/read.ts'

export type DraftFacts = [name: string, text: string | undefined][]
export type Drafted = { id: string; subjectId: string | null; baseVersion: number | null; authorId: string }
export type Publishing = { tx: Tx; now: Date; proposedBy: string }

export type ReviewKind = {
  /** What becomes of it when it is published: 'a new commitment'. */
  act(isAmendment: boolean): string
  /** The line it is listed under, from whatever is typed so far; its text may be empty. */
  title(fields: Fields): { text: string; language: string }
  read(fields: Fields): BodyReading
  /** What is in force of that which a draft amends, and its version. */
  inForce?(viewer: Member, subjectId: string): Promise<{ version: number; fields: Fields; facts: DraftFacts }>
  /** The commitment it speaks of and the one that was merged into meanwhile, if it was. */
  merged?(fields: Fields, subjectId: string | null): Promise<Merged | null>
  /** What is said of drafts in a list besides their titles. */
  lines?(drafts: Listed[]): Promise<DraftSummary[]>
}
export type Merged = { ref: string; into: string }
export type Listed = { id: string; fields: Fields; subjectId: string | null; author: string }
export type DraftSummary = {
  id: string
  status: Status | null
  about: string
  /** Where it says what many say, as things stand: of which commitment and party, and its note. */
  alike: { of: string; note: string } | null
}

/** What a body says, or what is missing in it. */
export type BodyReading = { content: Content; faults?: never } | { content: null; faults: Fault[] }

export type Content = {
  /** What it says, each thing with its name. */
  facts(): Promise<DraftFacts>
  /** The same line by line, to be compared with what it said before; without it, the facts are. */
  text?(): Promise<string>
  /** Invalid, at its field, where it could not be published as things stand. */
  check(draft: Drafted, now: Date): Promise<unknown>
  /** Makes it public, with its entry in the ledger; returns the id of what came of it. */
  publish(viewer: Member, draft: Drafted, publishing: Publishing): Promise<string | null>
  /** NotAllowed where this member could not publish it, though another proposed it: nor do they approve it. */
  refusePublisher?(viewer: Member, publishing: Publishing): Promise<void>
  /** Where readers find it then. */
  address?: string
  /** Two reviewers publish it, where SECOND_REVIEWER asks for them. */
  isWeighty?: boolean
  /** Whether it says what many say, as things stand under the locked head, and may be published together with them. */
  isRoutine?(draft: Drafted, publishing: Publishing): Promise<boolean>
  /** An update with its evidence in context. */
  sheet?(): Promise<UpdateSheet | null>
}

/** Reads fields by the form of their kind. */
export function readBy<T>(Form: z.ZodType<T>, fields: Fields, contentOf: (said: T) => Content): BodyReading {
  const read = parseForm(Form, nest(fields))
  return read.success ? { content: contentOf(read.data) } : { content: null, faults: zodFaults(read.error) }
}

/** A localised field as a title. */
export function titleIn(fields: Fields, name: string): { text: string; language: string } {
  const [en, zh] = [fields[`${name}.en`]?.trim(), fields[`${name}.zh`]?.trim()]
  return en || !zh ? { text: en ?? '', language: 'en' } : { text: zh, language: 'zh' }
}

export const factLines = (facts: DraftFacts) =>
  facts.flatMap(([name, text]) => (text ? [`${name}: ${text}`] : [])).join('\n')

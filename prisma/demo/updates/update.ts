// The shape of the demo's updates: a judgement argued in a note, resting on sources or excerpts.

import type { Bearing, Status } from '#lib/updates/rules.ts'
import type { ExcerptKey } from '#prisma/demo/excerpts.ts'
import type { SourceKey } from '#prisma/demo/sources.ts'

type Proof =
  | { source: SourceKey; locator?: string; bearing?: Bearing }
  | { excerpt: ExcerptKey; bearing?: Bearing }
export type DemoUpdate = {
  on: string
  ref: string
  party?: 'US' | 'CN'
  status: Status
  headline: string
  note: string
  proof: Proof[]
}

export const oneSide = 'The source is one side’s; nothing of the other side’s is archived here.'

export function update(
  on: string,
  ref: number,
  status: Status,
  headline: string,
  note: string,
  ...proof: Proof[]
): DemoUpdate {
  return { on, ref: `WOODSIDE-${ref}`, status, headline, note, proof }
}
export function sideUpdate(
  on: string,
  ref: number,
  party: 'US' | 'CN',
  status: Status,
  headline: string,
  note: string,
  ...proof: Proof[]
): DemoUpdate {
  return { ...update(on, ref, status, headline, note, ...proof), party }
}

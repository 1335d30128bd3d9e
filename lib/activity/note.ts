// The audit log: notes what people do, in the transaction in which they do it.
// Append-only: the database refuses to change a note.

import { origin } from '#lib/activity/origin.ts'
import type { ActivityKind } from '#lib/activity/rules.ts'
import type { Member, Viewer } from '#lib/auth/viewer.ts'
import type { Tx } from '#lib/database/client.ts'

/** Whoever does something; of a member their name and address are enough. */
export type Doer = Viewer | Pick<Member, 'kind' | 'id' | 'name' | 'email'>

/** Whom or what it was done to: words for the list, and the id of the person or record where there is one. */
export type ActivitySubject = { id?: string | null; words?: string | null }

/**
 * Notes that the viewer did something, with the address and device of the request at hand. Words go into the list as
 * they are: never a password, a link or a code. Asks nothing: whoever notes an act has asked before doing it.
 */
export async function unscopedNote(
  tx: Tx,
  viewer: Doer,
  kind: ActivityKind,
  about: ActivitySubject = {},
): Promise<void> {
  const { address, device } = origin()
  const by =
    viewer.kind === 'member'
      ? { byId: viewer.id, by: `${viewer.name} <${viewer.email}>` }
      : viewer.kind === 'system'
        ? { by: 'The command line' }
        : {}
  await tx.activity.create({
    data: {
      kind,
      ...by,
      aboutId: about.id ?? null,
      about: clipped(about.words),
      address: clipped(address),
      device: clipped(device),
    },
    select: { id: true },
  })
}

function clipped(text: string | null | undefined): string | null {
  return text ? text.slice(0, 400) : null
}

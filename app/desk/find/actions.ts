'use server'

import { z } from 'zod'
import { viewerWhileTyping } from '#app/current-viewer.ts'
import { type DeskHit, searchDesk } from '#lib/search/desk.ts'

/** What the palette finds; nothing for whoever is not signed in (any more). */
export async function find(words: string): Promise<DeskHit[]> {
  const viewer = await viewerWhileTyping()
  const read = z.string().max(1_000).safeParse(words)
  return viewer.kind === 'member' && read.success ? searchDesk(viewer, read.data) : []
}

// Captures under way and waiting, and one capture with what was read from it.

import { captureFaults } from '#engines/fetching/faults.ts'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { guessKind, guessVoice } from '#lib/captures/guess.ts'
import {
  captureInstants,
  captureSituation,
  captureState,
  captureSteps,
  plainAddress,
  sameAddresses,
} from '#lib/captures/rules.ts'
import { StoredAnswer, StoredReading } from '#lib/captures/stored.ts'
import { db } from '#lib/database/client.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms/state.ts'
import { listParties } from '#lib/parties/read.ts'

const shown = {
  id: true,
  method: true,
  address: true,
  fileName: true,
  contentType: true,
  hint: true,
  startedAt: true,
  attempt: true,
  fault: true,
  detail: true,
  retryAt: true,
  articleId: true,
  startedBy: { select: { name: true } },
  snapshot: { select: { id: true, articleId: true } },
  ...captureInstants,
} as const

type Row = { fault: string | null; method: 'PASTED' | 'ADDRESS' | 'UPLOADED' | 'REREAD' } & Parameters<
  typeof captureSteps
>[0]

function told<R extends Row>(row: R) {
  const words = row.fault && Object.hasOwn(captureFaults, row.fault) ? row.fault : null
  return {
    ...row,
    state: captureState(row),
    situation: captureSituation(row),
    steps: captureSteps(row),
    sentence: words && captureFaults[words as keyof typeof captureFaults],
  }
}

/** The captures that still ask for somebody: running, failed, cancelled and ready ones, newest first. */
export async function listCaptures(viewer: Viewer) {
  authorize(viewer, 'capture.read', 'any')
  const { articleId: _, hint: __, ...select } = shown
  const rows = await db.capture.findMany({
    where: { keptAt: null },
    orderBy: { startedAt: 'desc' },
    take: 100,
    select,
  })
  return rows.map(told)
}

/** How many captures wait for a person to check them. */
export async function countReady(viewer: Viewer): Promise<number> {
  authorize(viewer, 'capture.read', 'any')
  return db.capture.count({
    where: { readAt: { not: null }, keptAt: null, cancelledAt: null, failedAt: null },
  })
}

/** One capture with its steps and, once it is read, the text and the facts to check. Throws NotFound. */
export async function getCapture(viewer: Viewer, id: string) {
  authorize(viewer, 'capture.read', 'any')
  const found = await db.capture.findUnique({
    where: { id },
    select: { ...shown, answer: true, reading: true },
  })
  if (!found) throw new NotFound('capture')
  const { reading, answer, ...row } = found
  const read = reading === null ? null : StoredReading.parse(reading)
  const { finalAddress } = StoredAnswer.parse(answer ?? {})
  const address = plainAddress(read?.canonicalAddress ?? finalAddress ?? row.address ?? '') || null
  const known = await knownAs(row.articleId, [address, finalAddress, row.address])
  const hint = hintOf(row.hint)
  return { ...told(row), hint, address: row.address, reading: read, known, ...(await asForm(viewer)) }

  async function asForm(asker: Viewer): Promise<{ values: Fields; origins: Record<string, string | null> }> {
    const voice = guessVoice(address)
    const party = (await listParties(asker)).find(({ code }) => code === voice)
    const values = {
      title: read?.title ?? hint.title ?? '',
      publisher: read?.publisher ?? '',
      author: read?.byline ?? '',
      address: address ?? '',
      published: read?.publishedOn ?? '',
      language: read?.language ?? 'en',
      kind: read?.kind ?? guessKind(address),
      voicePartyId: party?.id ?? '',
      access: voice ? 'OPEN' : 'RESTRICTED',
    }
    const { byline, publishedOn, ...same } = read?.origins ?? {}
    const host = address ? new URL(address).hostname : null
    const origins = {
      kind: host,
      ...same,
      author: byline ?? null,
      published: publishedOn ?? null,
      voicePartyId: party ? host : null,
      address: read?.canonicalAddress ? 'the page itself' : null,
    }
    return { values, origins }
  }
}

export type CaptureView = Awaited<ReturnType<typeof getCapture>>

function hintOf(hint: unknown): { title: string | null; selection: string | null } {
  const given = (hint ?? {}) as { title?: string | null; selection?: string | null }
  return { title: given.title ?? null, selection: given.selection ?? null }
}

/** The article this is a newer text of, with its newest snapshot and that one's excerpts; null for a new one. */
async function knownAs(articleId: string | null, addresses: (string | null)[]) {
  const under = addresses.flatMap((each) => (each ? sameAddresses(each) : []))
  const article = await db.article.findFirst({
    where: articleId ? { id: articleId } : { address: { in: under } },
    select: {
      id: true,
      title: true,
      language: true,
      snapshots: {
        orderBy: { takenAt: 'desc' },
        take: 1,
        select: {
          id: true,
          text: true,
          takenAt: true,
          excerpts: { select: quoted, orderBy: { start: 'asc' } },
        },
      },
    },
  })
  if (!article) return null
  const { snapshots, ...facts } = article
  return { ...facts, newest: snapshots[0] ?? null }
}

const quoted = { id: true, exact: true, prefix: true, suffix: true, start: true, end: true } as const

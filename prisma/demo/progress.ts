// The demo's updates: written by the analyst, published by the reviewer, with a correction, a withdrawal and some
// that still wait, so that every part of the desk has something to show.

import type { Member } from '#lib/auth/viewer.ts'
import { correctUpdate } from '#lib/review/corrections.ts'
import { KeptInput } from '#lib/review/input.ts'
import { publishDraft, returnDraft } from '#lib/review/publish.ts'
import { keepDraft } from '#lib/review/write.ts'
import { withdrawUpdate } from '#lib/updates/write.ts'
import type { Quoted } from '#prisma/demo/articles.ts'
import { counternarcotics } from '#prisma/demo/updates/counternarcotics.ts'
import { military } from '#prisma/demo/updates/military.ts'
import { others } from '#prisma/demo/updates/others.ts'
import type { DemoUpdate } from '#prisma/demo/updates/update.ts'

type People = { analyst: Member; reviewer: Member }
type Ids = Quoted & { partyIds: Map<string, string>; commitmentIds: Map<string, string> }

/** Publishes all updates in the order they occurred and returns how many. */
export async function loadUpdates(people: People, ids: Ids): Promise<number> {
  const updates = [...counternarcotics, ...military, ...others].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )
  for (const update of updates) await publish(people, await submit(people, update, ids))
  await correctOne(people, ids)
  await withdrawOne(people, ids, updates)
  await leaveWaiting(people, ids)
  return updates.length + 3
}

function claimOf(update: DemoUpdate, ids: Ids) {
  return {
    commitmentId: ids.commitmentIds.get(update.ref),
    partyId: update.party ? ids.partyIds.get(update.party) : '',
    status: update.status,
    occurred: update.on,
    headline: { en: update.headline },
    note: { en: update.note },
    evidence: update.proof.map((proof) => ({
      source:
        'excerpt' in proof
          ? `excerpt:${ids.excerpts.get(proof.excerpt)?.id}`
          : `article:${ids.articles.get(proof.source)}`,
      bearing: proof.bearing ?? 'SUPPORTS',
      locator: 'locator' in proof ? proof.locator : undefined,
    })),
  }
}

async function submit({ analyst }: People, update: DemoUpdate, ids: Ids): Promise<string> {
  const form = { ...claimOf(update, ids), kind: 'UPDATE', act: 'submit' }
  return (await keepDraft(analyst, KeptInput.parse(form))).id
}

async function publish({ reviewer }: People, id: string, version = 2): Promise<string> {
  return publishDraft(reviewer, { id, version })
}

async function correctOne(people: People, ids: Ids): Promise<void> {
  const first: DemoUpdate = {
    on: '2024-08-28',
    ref: 'WOODSIDE-5',
    status: 'UNDER_WAY',
    headline: 'Theater commanders are to speak soon',
    note: 'Both sides plan a call.',
    proof: [{ source: 'sullivanAugust' }],
  }
  const wrong = await publish(people, await submit(people, first, ids))
  const reason = 'A plan is not an act: the status was one step ahead of the source.'
  const id = await correctUpdate(people.analyst, { id: wrong, reason })
  const right: DemoUpdate = {
    ...first,
    status: 'NOT_STARTED',
    headline: 'A call between theater commanders is planned',
    note: 'A plan is not an act: the status stays not started until a call is reported.',
  }
  const sent = { kind: 'UPDATE', draftId: id, draftVersion: 1, correctionReason: reason, act: 'submit' }
  await keepDraft(people.analyst, KeptInput.parse({ ...claimOf(right, ids), ...sent }))
  await publish(people, id, 3)
}

async function withdrawOne(people: People, ids: Ids, updates: DemoUpdate[]): Promise<void> {
  const twice = updates.find((each) => each.on === '2024-05-30' && each.ref === 'WOODSIDE-1')
  if (!twice) return
  const id = await publish(
    people,
    await submit(people, { ...twice, headline: 'Drug cooperation is discussed by vice-ministers' }, ids),
  )
  await withdrawUpdate(people.reviewer, {
    id,
    reason: 'Recorded twice: the other update of 30 May 2024 says the same.',
  })
}

async function leaveWaiting(people: People, ids: Ids): Promise<void> {
  const submitted: DemoUpdate = {
    on: '2024-04-26',
    ref: 'WOODSIDE-3',
    party: 'CN',
    status: 'UNDER_WAY',
    headline: 'Beijing asks that words be honoured with actions',
    note: 'The Chinese words do not mention military communication; whether this may stand for it is for the reviewer to say.',
    proof: [{ excerpt: 'honour', bearing: 'CONTEXT' }],
  }
  await submit(people, submitted, ids)
  const returned: DemoUpdate = {
    on: '2025-06-04',
    ref: 'WOODSIDE-8',
    status: 'BROKEN',
    headline: 'Exchanges between students are cut',
    note: 'Entry to one university is suspended.',
    proof: [{ source: 'harvard' }],
  }
  const id = await submit(people, returned, ids)
  await returnDraft(people.reviewer, {
    id,
    version: 2,
    reason:
      'One university is not the whole exchange: speak of the United States only, and say which criterion it breaks.',
  })
  const draft: DemoUpdate = {
    on: '2024-11-16',
    ref: 'WOODSIDE-6',
    party: 'US',
    status: 'PARTLY_KEPT',
    headline: 'Human control over nuclear weapons is affirmed',
    note: 'To be checked against the readout of the other side.',
    proof: [],
  }
  await keepDraft(people.analyst, KeptInput.parse({ ...claimOf(draft, ids), kind: 'UPDATE' }))
}

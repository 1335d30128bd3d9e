// Adding, renaming and moving areas. Commitments are counted by them, in their order.

import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { AreaAmendment, AreaInput, AreaPlace } from '#lib/areas/input.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { db, type Within, within } from '#lib/database/client.ts'
import { changedMeanwhile, invalid, NotFound } from '#lib/errors.ts'
import { append, appendAll, lockHead, type News } from '#lib/ledger/write.ts'

/** Adds an area, or returns the one that already has this slug. */
export async function recordArea(
  viewer: Member,
  input: z.output<typeof AreaInput>,
  { tx: given, now = new Date() }: Within = {},
): Promise<string> {
  authorize(viewer, 'area.manage', 'any')
  return within(given, async (tx) => {
    const locked = await lockHead(tx, now)
    const known = await tx.area.findUnique({ where: { slug: input.slug }, select: { id: true } })
    if (known) return known.id
    const { id } = await tx.area.create({ data: input, select: { id: true } })
    await append(tx, locked, 'AREA_RECORDED', id, { ...input, recordedBy: viewer.id })
    return id
  })
}

/** Adds an area that is new, or added before in the same words. Invalid where its short name means another. */
export async function addArea(
  viewer: Member,
  input: z.output<typeof AreaInput>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'area.manage', 'any')
  return db.$transaction(async (tx) => {
    await lockHead(tx, now)
    const known = await tx.area.findUnique({ where: { slug: input.slug }, select: { name: true } })
    if (known && !isDeepStrictEqual(known.name, { ...input.name }))
      throw invalid('name.en', `There is an area with the short name ${input.slug} already: rename that one.`)
    return recordArea(viewer, input, { tx, now })
  })
}

/** Calls an area something else: readers see the new name at once, and the ledger keeps the old one. */
export async function renameArea(
  viewer: Member,
  { id, version, name }: z.output<typeof AreaAmendment>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'area.manage', 'any')
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    const found = await tx.area.findUnique({ where: { id }, select: areaFacts })
    if (!found) throw new NotFound('area')
    if (found.version !== version) throw changedMeanwhile('area', found)
    await tx.area.update({ where: { id }, data: { name, version: version + 1 } })
    const said = { slug: found.slug, position: found.position, name, version: version + 1 }
    await append(tx, locked, 'AREA_AMENDED', id, { ...said, amendedBy: viewer.id })
    return id
  })
}

/** Moves an area up or down among the others. Each whose place changes is entered in the ledger. */
export async function placeArea(
  viewer: Member,
  { id, to }: z.output<typeof AreaPlace>,
  now = new Date(),
): Promise<string> {
  authorize(viewer, 'area.manage', 'any')
  return db.$transaction(async (tx) => {
    const locked = await lockHead(tx, now)
    const areas = await tx.area.findMany({
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: areaFacts,
    })
    const from = areas.findIndex((each) => each.id === id)
    const [moved] = from < 0 ? [] : areas.splice(from, 1)
    if (!moved) throw new NotFound('area')
    areas.splice(Math.max(0, from + (to === 'up' ? -1 : 1)), 0, moved)
    const news: News[] = []
    for (const [position, { id: areaId, slug, name, version, ...area }] of areas.entries()) {
      if (area.position === position) continue
      await tx.area.update({ where: { id: areaId }, data: { position, version: version + 1 } })
      const subject = { slug, name, position, version: version + 1, amendedBy: viewer.id }
      news.push({ kind: 'AREA_AMENDED', subjectId: areaId, subject })
    }
    if (news.length) await appendAll(tx, locked, news)
    return id
  })
}

const areaFacts = { id: true, slug: true, name: true, position: true, version: true } as const

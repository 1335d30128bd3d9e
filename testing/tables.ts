// Tables of commitments as people would upload them, and the steps of their import.

import { stringify } from 'csv-stringify/sync'
import type { Member } from '#lib/auth/viewer.ts'
import { db } from '#lib/database/client.ts'
import { confirmImport, startImport } from '#lib/imports/write.ts'

type Place = { slug: string; areaSlug: string }

/** One row: a new commitment of the summit, with other cells where they are given. */
export const tableRow = ({ slug, areaSlug }: Place, ref: string, more: Record<string, string> = {}) => ({
  ref,
  summit: slug,
  area: areaSlug,
  parties: 'US;CN',
  title_en: `Title of ${ref}`,
  text_en: 'Do what was said.',
  made_on: '2024-05-14',
  due: '2025-06',
  criteria_en: 'It is done.\nIt stays done.',
  ...more,
})

export const csvOf = (rows: Record<string, string>[]) => stringify(rows, { header: true })

export const beginImport = (viewer: Member, text: string) =>
  startImport(viewer, { file: new File([text], 'promises.csv'), requestKey: null })

export const versionOf = async (id: string) =>
  (await db.draft.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

export const confirmTable = async (viewer: Member, id: string) =>
  confirmImport(viewer, { id, version: await versionOf(id) })

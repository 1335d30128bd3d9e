// What each side said of each commitment, beside what the others said: the passages that published updates rest on.

import { z } from 'zod'
import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { queryRows } from '#lib/database/rows.ts'
import type { Clocks } from '#lib/dates.ts'
import { type Localised, LocalisedText, localised } from '#lib/languages.ts'
import { commitmentsAt } from '#lib/ledger/as-of.ts'
import { isLive } from '#lib/updates/live.ts'

const Row = z.object({
  commitmentId: z.string(),
  excerptId: z.string(),
  partyId: z.string(),
  exact: z.string(),
  translation: LocalisedText.nullable(),
  speaker: z.string().nullable(),
  language: z.string(),
  articleId: z.string(),
  title: z.string(),
  address: z.string().nullable(),
  /** The day on which its source was published; where that is not known, of what it was first quoted for. */
  day: z.string().nullable(),
  isDated: z.boolean(),
})
export type Statement = Omit<z.output<typeof Row>, 'commitmentId' | 'translation'> & {
  translation: Localised
}

/** By commitment's id, the passages in which a party speaks (itself, or through its official document), oldest first. */
export async function listStatements(
  viewer: Viewer,
  clocks: Clocks,
  commitmentIds: string[],
): Promise<Map<string, Statement[]>> {
  authorize(viewer, 'commitment.read', 'any')
  const found = new Map<string, Statement[]>()
  if (commitmentIds.length === 0) return found
  const rows = await queryRows(Row)`
    WITH used AS (
      SELECT "commitmentId", "excerptId", min("occurredOn") AS "usedOn" FROM (
        SELECT l."commitmentId", e."excerptId", l."occurredOn"
        FROM "LiveUpdate" l JOIN "Evidence" e ON e."updateId" = l."updateId"
        WHERE l."commitmentId" = ANY (${commitmentIds}) AND l."occurredOn" <= ${clocks.on}::date
          AND ${isLive(clocks)}
        UNION ALL SELECT id, "promisedInId", NULL FROM ${commitmentsAt(clocks)} c WHERE id = ANY (${commitmentIds})) quoted
      GROUP BY 1, 2
    )
    SELECT used."commitmentId", x.id "excerptId", coalesce(x."partyId", a."voicePartyId") "partyId", x.exact,
      x.translation, x.speaker, a.language, a.id "articleId", a.title, a.address,
      coalesce(a."publishedOn", used."usedOn")::text AS "day", a."publishedOn" IS NOT NULL "isDated"
    FROM used JOIN "Excerpt" x ON x.id = used."excerptId"
    JOIN "Snapshot" s ON s.id = x."snapshotId" JOIN "Article" a ON a.id = s."articleId"
    WHERE coalesce(x."partyId", a."voicePartyId") IS NOT NULL
    ORDER BY "day" NULLS LAST, s."takenAt", x.start`
  for (const { commitmentId, translation, ...row } of rows)
    found.set(commitmentId, [
      ...(found.get(commitmentId) ?? []),
      { ...row, translation: localised(translation) },
    ])
  return found
}

// What each side said of each commitment, beside what the others said: the passages that published updates rest on.

import { authorize } from '#lib/access.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Clocks } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { type Localised, localised } from '#lib/languages.ts'

export type Saying = {
  id: string
  partyId: string
  exact: string
  translation: Localised
  speaker: string | null
  language: string
  articleId: string
  articleTitle: string
  publishedOn: string | null
}

/** By commitment's id, the passages in which a party speaks (itself, or through its official document), oldest first. */
export async function listSayings(
  viewer: Viewer,
  clocks: Clocks,
  commitmentIds: string[],
): Promise<Map<string, Saying[]>> {
  authorize(viewer, 'commitment.read', 'any')
  const found = new Map<string, Saying[]>()
  if (commitmentIds.length === 0) return found
  const rows = await db.$queryRaw<(Saying & { commitmentId: string })[]>`
    WITH used AS (
      SELECT u."commitmentId", e."excerptId" FROM live_updates(${clocks.known.toISOString()}::timestamptz) u
      JOIN "Evidence" e ON e."updateId" = u.id
      WHERE u."commitmentId" = ANY (${commitmentIds}) AND u."occurredOn" <= ${clocks.on}::date
      UNION SELECT id, "promisedInId" FROM "Commitment" WHERE id = ANY (${commitmentIds})
    )
    SELECT used."commitmentId", x.id, coalesce(x."partyId", a."voicePartyId") "partyId", x.exact, x.translation,
      x.speaker, a.language, a.id "articleId", a.title "articleTitle", a."publishedOn"::text "publishedOn"
    FROM used JOIN "Excerpt" x ON x.id = used."excerptId"
    JOIN "Snapshot" s ON s.id = x."snapshotId" JOIN "Article" a ON a.id = s."articleId"
    WHERE coalesce(x."partyId", a."voicePartyId") IS NOT NULL
    ORDER BY a."publishedOn" NULLS LAST, s."takenAt", x.start`
  for (const { commitmentId, translation, ...row } of rows)
    found.set(commitmentId, [
      ...(found.get(commitmentId) ?? []),
      { ...row, translation: localised(translation) },
    ])
  return found
}

// The registry of the kinds of drafts, by name.

import type { DraftKind } from '#lib/generated/prisma/enums.ts'
import { commitmentKind } from '#lib/review/kinds/commitment.ts'
import { importKind } from '#lib/review/kinds/import.ts'
import type { ReviewKind } from '#lib/review/kinds/kind.ts'
import { mergeKind } from '#lib/review/kinds/merge.ts'
import { summitKind } from '#lib/review/kinds/summit.ts'
import { updateKind } from '#lib/review/kinds/update.ts'

export const draftKinds: Record<DraftKind, ReviewKind> = {
  UPDATE: updateKind,
  SUMMIT: summitKind,
  COMMITMENT: commitmentKind,
  MERGE: mergeKind,
  IMPORT: importKind,
}

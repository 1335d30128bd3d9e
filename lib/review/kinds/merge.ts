// Drafts of merges: that two commitments are the same.

import { MergeForm } from '#lib/commitments/input.ts'
import { mergeCommitments, unscopedMergeable } from '#lib/commitments/merge.ts'
import { db } from '#lib/database/client.ts'
import { unscopedMergedNow } from '#lib/review/kinds/commitment.ts'
import { type ReviewKind, readBy } from '#lib/review/kinds/kind.ts'

export const mergeKind: ReviewKind = {
  act: () => 'two commitments made one',
  title: ({ ref = '', into = '' }) => ({ text: ref && into ? `${ref} is ${into}` : ref, language: 'en' }),
  read: (fields) =>
    readBy(MergeForm, fields, (merge) => ({
      facts: async () => [
        ['Is the same', merge.ref],
        ['Stays', merge.into],
        ['Why', merge.reason],
      ],
      check: () => unscopedMergeable(db, merge),
      publish: (viewer, _, publishing) => mergeCommitments(viewer, merge, publishing),
      address: `/commitments/${merge.ref}`,
    })),
  async merged({ ref = '', into = '' }) {
    const found = await db.commitment.findFirst({
      where: { ref: { in: [ref, into].map((each) => each.trim().toUpperCase()) }, merge: { isNot: null } },
      select: { id: true },
    })
    return unscopedMergedNow(found?.id)
  },
}

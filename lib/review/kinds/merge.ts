// Drafts of merges: that two commitments are the same.

import { MergeForm } from '#lib/commitments/input.ts'
import { mergeCommitments, unscopedMergeable } from '#lib/commitments/merge.ts'
import { db } from '#lib/database/client.ts'
import { unscopedMergedNow } from '#lib/review/kinds/commitment.ts'
import { type ReviewKind, readBy } from '#lib/review/kinds/kind.ts'
import { unscopedRefuseOwn } from '#lib/updates/carry.ts'

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
      async refusePublisher({ id }, { tx, now }) {
        await unscopedRefuseOwn(tx, now, (await unscopedMergeable(tx, merge)).from, id)
      },
      address: `/commitments/${merge.ref}`,
      // It publishes again, as those of another commitment, whatever updates there are.
      isWeighty: true,
    })),
  async merged({ ref = '', into = '' }) {
    const found = await db.commitment.findFirst({
      where: { ref: { in: [ref, into].map((each) => each.trim().toUpperCase()) }, merge: { isNot: null } },
      select: { id: true },
    })
    return unscopedMergedNow(found?.id)
  },
}

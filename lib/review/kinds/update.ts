// Drafts of status updates, and of corrections of published ones.

import type { Member } from '#lib/auth/viewer.ts'
import { db, type Tx } from '#lib/database/client.ts'
import { dateInWords, dateOf, dayOf, edtf } from '#lib/dates.ts'
import { Conflict, Invalid, invalid } from '#lib/errors.ts'
import { appendAll, lockHead } from '#lib/ledger/write.ts'
import { unscopedMergedNow } from '#lib/review/kinds/commitment.ts'
import { type Drafted, type Publishing, type ReviewKind, readBy, titleIn } from '#lib/review/kinds/kind.ts'
import { sheetFacts, sheetText, unscopedUpdateLines } from '#lib/review/kinds/update-in-words.ts'
import { type Claim, UpdateForm } from '#lib/updates/input.ts'
import { unscopedSheet } from '#lib/updates/read.ts'
import { isRoutine, unscopedUpdatesInForce } from '#lib/updates/routine.ts'
import { weighty } from '#lib/updates/rules.ts'
import { unscopedInsertUpdate } from '#lib/updates/write.ts'

export const updateKind: ReviewKind = {
  act: (isCorrection) => (isCorrection ? 'a correction' : 'a status update'),
  title: (fields) => titleIn(fields, 'headline'),
  read: (fields) =>
    readBy(UpdateForm, fields, (claim) => ({
      sheet: () => unscopedSheet(claim),
      facts: async () => sheetFacts(await unscopedSheet(claim)),
      text: async () => sheetText(await unscopedSheet(claim)),
      check: (draft, now) => proofsOf(db, claim, draft, now),
      publish: (viewer, draft, publishing) => publish(viewer, claim, draft, publishing),
      isWeighty: weighty.includes(claim.status),
      async isRoutine({ subjectId }, { tx, now }) {
        await lockHead(tx, now)
        const inForce = await unscopedUpdatesInForce(tx, [claim.commitmentId])
        return isRoutine(claim, subjectId, inForce.get(claim.commitmentId))
      },
    })),
  merged: ({ commitmentId }) => unscopedMergedNow(commitmentId),
  lines: unscopedUpdateLines,
}

type Reader = Pick<Tx, 'commitment' | 'statusUpdate' | 'article' | 'excerpt'>

/** Invalid, at its field, where the claim does not hold as things stand; its evidence as rows where it does. */
async function proofsOf(reader: Reader, claim: Claim, { subjectId }: Drafted, now: Date) {
  const { commitmentId, partyId, occurred } = claim
  const commitment = await reader.commitment.findUnique({
    where: { id: commitmentId },
    select: {
      madeOn: true,
      parties: { select: { partyId: true } },
      merge: { select: { into: { select: { ref: true } } } },
    },
  })
  if (subjectId && !claim.correctionReason)
    throw invalid('', 'A correction says what was wrong: begin it again.')
  if (!commitment) throw invalid('commitmentId', 'Choose a commitment from the list.')
  if (commitment.merge) {
    const { ref } = commitment.merge.into
    const way = subjectId
      ? 'what this corrects was published again there, so correct that'
      : 'choose that one'
    throw invalid('commitmentId', `It was merged into ${ref}: ${way}.`)
  }
  if (partyId && !commitment.parties.some((each) => each.partyId === partyId))
    throw invalid('partyId', 'This party is not bound by the commitment.')
  const corrected = subjectId ? await reader.statusUpdate.findUnique({ where: { id: subjectId } }) : null
  if (corrected && (corrected.commitmentId !== commitmentId || corrected.partyId !== partyId))
    throw invalid('commitmentId', 'A correction speaks of the same commitment and party as what it corrects.')
  if (occurred.day > dayOf(now))
    throw invalid('occurred', 'This has not happened yet: choose a date up to today.')
  const made = dayOf(commitment.madeOn)
  if (edtf(occurred.day, occurred.precision) < edtf(made, occurred.precision))
    throw invalid(
      'occurred',
      `The commitment was made on ${dateInWords(made)}: nothing was done about it before.`,
    )
  const proofs = []
  for (const [position, { source, ...row }] of claim.evidence.entries()) {
    const articleId = await articleOf(reader, source)
    if (!articleId)
      throw invalid(`evidence.${position}.source`, 'This source is not there any more: choose another.')
    proofs.push({ ...row, position, articleId, excerptId: source.kind === 'excerpt' ? source.id : null })
  }
  return proofs
}

async function articleOf(reader: Reader, { kind, id }: Claim['evidence'][number]['source']) {
  if (kind === 'article')
    return (await reader.article.findUnique({ where: { id }, select: { id: true } }))?.id
  const select = { snapshot: { select: { articleId: true } } } as const
  return (await reader.excerpt.findUnique({ where: { id }, select }))?.snapshot.articleId
}

/** The update has the id of its draft: links to it lead on. */
async function publish(viewer: Member, claim: Claim, draft: Drafted, { tx, now, proposedBy }: Publishing) {
  const locked = await lockHead(tx, now)
  const { id, subjectId: supersedesId } = draft
  if (supersedesId) await refuseSecondCorrection(tx, supersedesId)
  const proofs = await proofsOf(tx, claim, draft, now).catch((error: unknown) => {
    // Its author wrote it as things stood then.
    throw error instanceof Invalid ? new Conflict(`${error.message} Return it to its author.`) : error
  })
  const { commitmentId, partyId, status, occurred, headline, note } = claim
  const update = {
    ...{ id, commitmentId, partyId, status, headline, note, supersedesId },
    correctionReason: supersedesId ? claim.correctionReason : null,
    occurredOn: dateOf(occurred.day),
    occurredPrecision: occurred.precision,
    authorId: proposedBy,
    publishedAt: locked.at,
    publishedById: viewer.id,
  }
  await appendAll(tx, locked, [await unscopedInsertUpdate(tx, update, proofs)])
  return id
}

async function refuseSecondCorrection(tx: Tx, id: string): Promise<void> {
  const gone = { OR: [{ supersededBy: { some: {} } }, { withdrawal: { isNot: null } }] }
  if (await tx.statusUpdate.count({ where: { id, ...gone } }))
    throw new Conflict(
      'What this corrects was itself corrected or withdrawn meanwhile: return it to its author.',
    )
}

// A draft of an update in words: its facts, its lines for the diff, its place in a list.

import { db } from '#lib/database/client.ts'
import { asTyped, dateInWords, edtf } from '#lib/dates.ts'
import { nest } from '#lib/forms/parse.ts'
import { say } from '#lib/languages.ts'
import type { DraftFacts, DraftSummary, Listed } from '#lib/review/kinds/kind.ts'
import { UpdateForm } from '#lib/updates/input.ts'
import type { EvidenceInFull, UpdateSheet } from '#lib/updates/read.ts'
import { isRoutine, unscopedUpdatesInForce } from '#lib/updates/routine.ts'
import { bearings, type Status, statuses } from '#lib/updates/rules.ts'

const partyOf = ({ party }: UpdateSheet) => (party ? say(party.name, 'en').text : undefined)
const dayIn = ({ day, precision }: UpdateSheet) => edtf(day, precision)

function proofInWords({ bearing, locator, article, excerpt }: EvidenceInFull): string {
  const what = excerpt ? `“${excerpt.exact}”, in ${article.title}` : article.title
  return `${bearings[bearing].en}: ${what}${locator ? ` (${locator})` : ''}`
}

export function sheetFacts(sheet: UpdateSheet | null): DraftFacts {
  if (!sheet) return []
  const { commitment, status, headline, note, evidence } = sheet
  return [
    ['Commitment', commitment.ref],
    ['Party', partyOf(sheet)],
    ['Status', statuses[status].word.en],
    ['Occurred on', dayIn(sheet)],
    ['Headline', headline.en],
    ['Headline in Chinese', headline.zh],
    ['Note', note.en],
    ['Note in Chinese', note.zh],
    ...evidence.map((each, at): DraftFacts[number] => [`Evidence ${at + 1}`, proofInWords(each)]),
  ]
}

/** What an update says, line by line: two of them are compared where it came back and was handed in again. */
export function sheetText(sheet: UpdateSheet | null): string {
  if (!sheet) return ''
  const { status, headline, note, evidence } = sheet
  const party = partyOf(sheet)
  return [
    `${statuses[status].word.en}${party ? `, of ${party} alone` : ''}, ${dayIn(sheet)}`,
    ...[headline.en, headline.zh, note.en, note.zh],
    ...evidence.map(proofInWords),
  ]
    .filter(Boolean)
    .join('\n')
}

const statusIn = (text = ''): Status | null => (Object.hasOwn(statuses, text) ? (text as Status) : null)

/** Drafts of updates in a list: of which commitment and party each speaks, and of which day, as far as is typed. */
export async function unscopedUpdateLines(drafts: Listed[]): Promise<DraftSummary[]> {
  const ids = (name: string) => drafts.flatMap(({ fields }) => fields[name] || [])
  const [commitments, parties, inForce] = await Promise.all([
    db.commitment.findMany({ where: { id: { in: ids('commitmentId') } }, select: { id: true, ref: true } }),
    db.party.findMany({ where: { id: { in: ids('partyId') } }, select: { id: true, code: true } }),
    unscopedUpdatesInForce(db, ids('commitmentId')),
  ])
  return drafts.map(({ id, fields, subjectId, author }) => {
    const ref = commitments.find((each) => each.id === fields.commitmentId)?.ref
    const party = parties.find((each) => each.id === fields.partyId)?.code
    const day = asTyped(fields.occurred?.trim() ?? '')
    const spokenOf = [ref ?? 'no commitment yet', party].filter(Boolean).join(', ')
    const about = [
      ...[spokenOf, day && dateInWords(day.day, day.precision), author],
      subjectId ? 'a correction' : undefined,
    ]
    const claim = UpdateForm.safeParse(nest(fields)).data
    const isAlike = claim && isRoutine(claim, subjectId, inForce.get(claim.commitmentId))
    return {
      id,
      status: statusIn(fields.status),
      about: about.filter(Boolean).join(' · '),
      alike: isAlike ? { of: spokenOf, note: claim.note.en ?? claim.note.zh ?? '' } : null,
    }
  })
}

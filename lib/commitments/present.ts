// The export of commitments: rows of CSV and bodies of JSON.

import type { CommitmentPage } from '#lib/commitments/read.ts'
import { type Commitment, fieldsInTables } from '#lib/commitments/record.ts'
import type { ExportedCommitment } from '#lib/commitments/search.ts'
import { type Clocks, edtf } from '#lib/dates.ts'
import type { EvidenceLine, PublishedUpdate } from '#lib/updates/public.ts'
import { independentPublishers } from '#lib/updates/rules.ts'

export const commitmentColumns = [
  ...fieldsInTables.flatMap(({ headers }) => headers.map(({ name }) => name)),
  'status',
  'status_since',
]

/** One commitment as the cells of a row, in the order of `columns`. Lists are separated by semicolons, criteria by lines. */
export function commitmentRow({ said, status, statusSince }: ExportedCommitment): string[] {
  const cells = fieldsInTables.flatMap((field) => field.toCells(said[field.key]))
  return [...cells, status ?? '', statusSince ?? '']
}

/** The same as JSON. */
export function presentCommitment({ said, status, statusSince }: ExportedCommitment) {
  return { ...presentSaid(said), status, statusSince }
}

// Each field says by which name it is public: what none names stays out.
function presentSaid(said: Commitment): Record<string, unknown> {
  return Object.fromEntries(
    fieldsInTables.flatMap((field) => (field.json ? [[field.json, field.toJson(said[field.key])]] : [])),
  )
}

/** One commitment with all that was published about it by the two clocks, what no longer counts included. */
export function presentHistory(found: CommitmentPage, updates: PublishedUpdate[], { on, known }: Clocks) {
  const { said, promised, parties } = found
  return {
    asOf: { on, known: known.toISOString() },
    commitment: {
      ...presentSaid(said),
      parties: parties.map(({ code }) => code),
      promisedIn: promised && {
        excerpt: promised.excerptId,
        exact: promised.exact,
        article: promised.articleId,
      },
    },
    updates: updates.map(presentPublished),
  }
}

function presentPublished(update: PublishedUpdate) {
  const { id, party, status, headline, note, withdrawnAt } = update
  return {
    id,
    party: party?.code ?? null,
    status,
    occurred: edtf(update.occurredOn, update.precision),
    headline,
    note,
    publishedAt: update.publishedAt.toISOString(),
    supersedes: update.supersedesId,
    correctionReason: update.correctionReason,
    supersededBy: update.supersededById,
    withdrawal: withdrawnAt && { at: withdrawnAt.toISOString(), reason: update.withdrawnBecause },
    independentPublishers: independentPublishers(update.evidence),
    evidence: update.evidence.map(presentLine),
  }
}

const gradeOf = ({ exact }: EvidenceLine) => (exact ? 'verified quote' : 'citation only')
const publishedOf = ({ publishedOn, precision }: EvidenceLine) => publishedOn && edtf(publishedOn, precision)

function presentLine(evidence: EvidenceLine) {
  const { bearing, locator, exact, translation, speaker, voice, excerptId } = evidence
  const { articleId, title, publisher, address, language } = evidence
  return {
    grade: gradeOf(evidence),
    bearing,
    locator,
    voice,
    article: { id: articleId, title, publisher, published: publishedOf(evidence), address, language },
    excerpt: excerptId && { id: excerptId, exact, translation, speaker },
  }
}

type UpdateCells = (update: PublishedUpdate) => string | null | undefined
type EvidenceCells = (evidence: EvidenceLine) => string | null | undefined

// Of each update, and of each piece of its evidence: a column and what stands in it.
const ofUpdate: [string, UpdateCells][] = [
  ['update', ({ id }) => id],
  ['party', ({ party }) => party?.code],
  ['status', ({ status }) => status],
  ['occurred', ({ occurredOn, precision }) => edtf(occurredOn, precision)],
  ['headline_en', ({ headline }) => headline.en],
  ['headline_zh', ({ headline }) => headline.zh],
  ['note_en', ({ note }) => note.en],
  ['note_zh', ({ note }) => note.zh],
  ['published_at', ({ publishedAt }) => publishedAt.toISOString()],
  ['corrects', ({ supersedesId }) => supersedesId],
  ['correction_reason', ({ correctionReason }) => correctionReason],
  ['corrected_by', ({ supersededById }) => supersededById],
  ['withdrawn_at', ({ withdrawnAt }) => withdrawnAt?.toISOString()],
  ['withdrawn_because', ({ withdrawnBecause }) => withdrawnBecause],
]
const ofEvidence: [string, EvidenceCells][] = [
  ['bearing', ({ bearing }) => bearing],
  ['grade', gradeOf],
  ['quote', ({ exact }) => exact],
  ['translation_en', ({ translation }) => translation?.en],
  ['translation_zh', ({ translation }) => translation?.zh],
  ['speaker', ({ speaker }) => speaker],
  ['voice', ({ voice }) => voice],
  ['source', ({ title }) => title],
  ['publisher', ({ publisher }) => publisher],
  ['source_published', publishedOf],
  ['locator', ({ locator }) => locator],
  ['source_address', ({ address }) => address],
  ['article', ({ articleId }) => articleId],
  ['excerpt', ({ excerptId }) => excerptId],
]

export const historyColumns = ['ref', ...[...ofUpdate, ...ofEvidence].map(([name]) => name)]

/** The same as rows, in the order of `historyColumns`: one for each piece of evidence of each update. */
export function historyRows({ ref }: { ref: string }, updates: PublishedUpdate[]): string[][] {
  return updates.flatMap((update) => {
    const cells = ofUpdate.map(([, cell]) => cell(update) ?? '')
    return update.evidence.map((each) => [ref, ...cells, ...ofEvidence.map(([, cell]) => cell(each) ?? '')])
  })
}

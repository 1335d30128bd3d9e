// Fixtures (factories): makes what tests need, through the same verbs that people use.

import { recordArea } from '#lib/areas/write.ts'
import { ArticleInput } from '#lib/articles/input.ts'
import { captureArticle } from '#lib/articles/write.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { getInForce } from '#lib/commitments/desk.ts'
import { fieldsOfCommitment } from '#lib/commitments/form.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import { recordCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/database/client.ts'
import { ExcerptInput } from '#lib/excerpts/input.ts'
import { quoteExcerpt } from '#lib/excerpts/write.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'
import { recordParty } from '#lib/parties/write.ts'
import { KeptInput } from '#lib/review/input.ts'
import { publishDraft } from '#lib/review/publish.ts'
import { keepDraft, submitDraft } from '#lib/review/write.ts'
import { SummitInput } from '#lib/summits/input.ts'
import { recordSummit } from '#lib/summits/write.ts'
import type { Status } from '#lib/updates/rules.ts'

let made = 0
const next = () => `${Date.now().toString(36)}${process.pid.toString(36)}${(made++).toString(36)}`

/** A person with a role, as the desk would see them. */
export async function makeMember(role: Role = 'ANALYST'): Promise<Member> {
  const id = next()
  const { name, email } = await db.user.create({
    data: { id, name: `${role.toLowerCase()} ${id}`, email: `${id}@example.org`, emailVerified: true, role },
    select: { name: true, email: true },
  })
  return { kind: 'member', id, name, email, role, sessionId: null }
}

/** A summit of its own with one commitment binding the US and CN: its ids, and the reviewer who recorded it. */
export async function makeCommitment(
  facts: { madeOn?: string; reviewEveryDays?: number; title?: string; text?: string } = {},
) {
  const reviewer = await makeMember('REVIEWER')
  const name = next()
  for (const code of ['US', 'CN']) await recordParty(reviewer, { code, name: { en: code } })
  await recordArea(reviewer, { slug: `area-${name}`, name: { en: `Area ${name}` }, position: 0 })
  const madeOn = facts.madeOn ?? '2023-11-15'
  const summit = SummitInput.parse({
    slug: `summit-${name}`,
    name: { en: `Summit ${name}` },
    place: { en: 'Somewhere' },
    startsOn: madeOn,
    endsOn: madeOn,
    parties: [{ code: 'US' }, { code: 'CN' }],
  })
  const summitId = await recordSummit(reviewer, summit)
  const commitment = CommitmentInput.parse({
    ref: `T${name.toUpperCase()}-1`,
    summitSlug: summit.slug,
    areaSlug: `area-${name}`,
    title: { en: facts.title ?? `Commitment ${name}` },
    text: { en: facts.text ?? 'Do what was said.' },
    madeOn,
    reviewEveryDays: facts.reviewEveryDays ?? 90,
    promisedInId: null,
    partyCodes: ['US', 'CN'],
    criteria: [{ en: 'It is done.' }],
  })
  const commitmentId = await recordCommitment(reviewer, commitment)
  return {
    reviewer,
    summitId,
    slug: summit.slug,
    commitmentId,
    ref: commitment.ref,
    areaSlug: commitment.areaSlug,
  }
}

/** An archived article with one excerpt of it. The whole text is around the quote. */
export async function makeExcerpt(
  author: Member,
  facts: { access?: 'OPEN' | 'RESTRICTED'; text?: string; exact?: string } = {},
) {
  const exact = facts.exact ?? 'The two sides met.'
  const article = ArticleInput.parse({
    title: `Article ${next()}`,
    language: 'en',
    kind: 'NEWS',
    access: facts.access ?? 'RESTRICTED',
    text: facts.text ?? `On Monday it rained. ${exact} They had tea.`,
  })
  const { articleId, snapshotId } = await captureArticle(author, article)
  const { excerptId } = await quoteExcerpt(author, ExcerptInput.parse({ snapshotId, exact }))
  return { articleId, snapshotId, excerptId, exact }
}

type Draft = {
  author?: Member
  commitmentId?: string
  partyId?: string
  status?: Status
  occurred?: string
  evidence?: []
  quote?: Parameters<typeof makeExcerpt>[1]
}

/** Keeps a claim as the form of an update would: new, or over the draft that `more` names. */
export const keepClaim = (author: Member, claim: object, more: object = {}, now = new Date()) =>
  keepDraft(author, KeptInput.parse({ ...claim, kind: 'UPDATE', ...more }), now)

/** A draft with one quote as evidence (or none), and what it takes to send it again. */
export async function makeDraft(facts: Draft = {}) {
  const author = facts.author ?? (await makeMember('ANALYST'))
  const made = facts.commitmentId
    ? {
        commitmentId: facts.commitmentId,
        reviewer: await makeMember('REVIEWER'),
        ref: await refOf(facts.commitmentId),
      }
    : await makeCommitment()
  const { excerptId, articleId } = await makeExcerpt(author, facts.quote)
  const claim = {
    commitmentId: made.commitmentId,
    partyId: facts.partyId ?? '',
    status: facts.status ?? 'UNDER_WAY',
    occurred: facts.occurred ?? '2024-01-10',
    headline: { en: `Headline ${next()}` },
    note: { en: 'A note.' },
    evidence: facts.evidence ?? [{ source: `excerpt:${excerptId}`, bearing: 'SUPPORTS' }],
  }
  const { id } = await keepClaim(author, claim)
  return { id, author, claim, excerptId, articleId, ...made }
}

async function refOf(id: string): Promise<string> {
  return (await db.commitment.findUniqueOrThrow({ where: { id }, select: { ref: true } })).ref
}

/** A published update, by an analyst and a reviewer. */
export async function makePublished(facts: Draft = {}) {
  const made = await makeDraft(facts)
  await submitDraft(made.author, { id: made.id, version: 1 })
  await publishDraft(made.reviewer, { id: made.id, version: 2 })
  return made
}

/** An amendment of a commitment's title that waits for a second person. */
export async function makeAmendment(ref: string, facts: { author?: Member; title?: string } = {}) {
  const author = facts.author ?? (await makeMember('ANALYST'))
  const title = facts.title ?? `Worded anew ${next()}`
  const { id, version, ...said } = await getInForce(author, { ref })
  const fields = fieldsOfCommitment({ ...said, title: { en: title } })
  const form = { ...fields, kind: 'COMMITMENT', id, version, act: 'submit' }
  const kept = await keepDraft(author, KeptInput.parse(form))
  return { id: kept.id, version: kept.version + 1, author, title, commitmentId: id }
}

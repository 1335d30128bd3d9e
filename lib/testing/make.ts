// Makes what tests need, through the same verbs that people use.

import type { Member } from '#lib/auth/viewer.ts'
import { CommitmentInput } from '#lib/commitments/input.ts'
import { recordArea, recordCommitment } from '#lib/commitments/write.ts'
import { db } from '#lib/db.ts'
import type { Role } from '#lib/generated/prisma/enums.ts'
import { SummitInput } from '#lib/summits/input.ts'
import { recordParty, recordSummit } from '#lib/summits/write.ts'

let made = 0
const next = () => `${Date.now().toString(36)}${process.pid.toString(36)}${(made++).toString(36)}`

/** A person with a role, as the desk would see them. */
export async function makeMember(role: Role = 'ANALYST'): Promise<Member> {
  const id = next()
  const { name, email } = await db.user.create({
    data: { id, name: `${role.toLowerCase()} ${id}`, email: `${id}@example.org`, role },
    select: { name: true, email: true },
  })
  return { kind: 'member', id, name, email, role, sessionId: null }
}

/** A summit of its own with one commitment binding the US and CN: its ids, and the reviewer who recorded it. */
export async function makeCommitment(facts: { madeOn?: string; reviewEveryDays?: number } = {}) {
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
    title: { en: `Commitment ${name}` },
    text: { en: 'Do what was said.' },
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

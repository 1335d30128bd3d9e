// What an update claims as the flat fields of its form (serialisation).

import { edtf } from '#lib/dates.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { Claim } from '#lib/updates/input.ts'

export function fieldsOfClaim({ occurred, headline, note, evidence, ...claim }: Claim): Fields {
  const values: Fields = {
    commitmentId: claim.commitmentId,
    partyId: claim.partyId ?? '',
    status: claim.status,
    occurred: edtf(occurred.day, occurred.precision),
    'headline.en': headline.en ?? '',
    'headline.zh': headline.zh ?? '',
    'note.en': note.en ?? '',
    'note.zh': note.zh ?? '',
    ...(claim.correctionReason ? { correctionReason: claim.correctionReason } : {}),
  }
  for (const [at, { source, bearing, locator }] of evidence.entries()) {
    values[`evidence.${at}.source`] = `${source.kind}:${source.id}`
    values[`evidence.${at}.bearing`] = bearing
    values[`evidence.${at}.locator`] = locator ?? ''
  }
  return values
}

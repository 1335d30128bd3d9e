import { edtf } from '#lib/dates.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { UpdateInFull } from '#lib/updates/read.ts'

/** An update as the flat fields of its form. */
export function valuesOf(update: UpdateInFull): Fields {
  const values: Fields = {
    id: update.id,
    version: String(update.version),
    commitmentId: update.commitment.id,
    partyId: update.party?.id ?? '',
    status: update.status,
    occurred: edtf(update.day, update.precision),
    'headline.en': update.headline.en ?? '',
    'headline.zh': update.headline.zh ?? '',
    'note.en': update.note.en ?? '',
    'note.zh': update.note.zh ?? '',
  }
  for (const [at, { bearing, locator, article, excerpt }] of update.evidence.entries()) {
    values[`evidence.${at}.source`] = excerpt ? `excerpt:${excerpt.id}` : `article:${article.id}`
    values[`evidence.${at}.bearing`] = bearing
    values[`evidence.${at}.locator`] = locator ?? ''
  }
  return values
}

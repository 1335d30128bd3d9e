// A commitment as those who record it see it: the values its form begins with.

import { authorize } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import { isRef } from '#lib/commitments/rules.ts'
import { dayOf, edtf } from '#lib/dates.ts'
import { db } from '#lib/db.ts'
import { NotFound } from '#lib/errors.ts'
import type { Fields } from '#lib/forms-state.ts'
import { localised } from '#lib/languages.ts'

/** The values of a commitment's form, by the names of its fields. Throws NotFound. */
export async function getCommitmentForm(
  viewer: Member,
  ref: string,
): Promise<{ values: Fields; summitSlug: string }> {
  authorize(viewer, 'commitment.read', 'any')
  const found = isRef(ref)
    ? await db.commitment.findUnique({
        where: { ref },
        select: {
          id: true,
          version: true,
          title: true,
          text: true,
          madeOn: true,
          dueOn: true,
          duePrecision: true,
          reviewEveryDays: true,
          promisedInId: true,
          summit: { select: { slug: true } },
          area: { select: { slug: true } },
          parties: { select: { party: { select: { code: true } } } },
          criteria: { select: { text: true }, orderBy: { position: 'asc' } },
        },
      })
    : null
  if (!found) throw new NotFound('commitment')
  const [title, text] = [localised(found.title), localised(found.text)]
  const criteria = found.criteria.map((each) => localised(each.text))
  const values: Fields = {
    id: found.id,
    version: String(found.version),
    ref,
    summitSlug: found.summit.slug,
    areaSlug: found.area.slug,
    'title.en': title.en ?? '',
    'title.zh': title.zh ?? '',
    'text.en': text.en ?? '',
    'text.zh': text.zh ?? '',
    madeOn: dayOf(found.madeOn),
    due: found.dueOn ? edtf(dayOf(found.dueOn), found.duePrecision) : '',
    reviewEveryDays: String(found.reviewEveryDays),
    promisedInId: found.promisedInId ?? '',
    'criteria.en': criteria.map(({ en }) => en ?? '').join('\n'),
    'criteria.zh': criteria.some(({ zh }) => zh) ? criteria.map(({ zh }) => zh ?? '').join('\n') : '',
  }
  for (const { party } of found.parties) values[`partyCodes.${party.code}`] = party.code
  return { values, summitSlug: found.summit.slug }
}

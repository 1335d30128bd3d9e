import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Meanwhile } from '#components/drafts/meanwhile.tsx'

const merged = { ref: 'OLD-1', into: 'NEW-1' }
const draft = { kind: 'UPDATE', state: 'DRAFT', subjectId: null, fields: {}, merged } as const
const told = (more: object) =>
  renderToStaticMarkup(<Meanwhile draft={{ ...draft, ...more }} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('a draft whose commitment was merged tells its author what can be done with it', () => {
  expect(told({})).toContain('choose NEW-1 as its commitment, and it can be submitted')
  for (const kind of ['COMMITMENT', 'MERGE'])
    expect(told({ kind, subjectId: 'one' })).toContain('what is to change is now said of NEW-1')
})

test('a correction is not told to choose another commitment, which it could not be submitted with', () => {
  const correction = { subjectId: 'published', fields: { correctionReason: 'The date was wrong.' } }
  expect(told(correction)).toContain('was published again for NEW-1: go on from it to the newer one')
  expect(told(correction)).not.toContain('choose')
  expect(told({ ...correction, merged: null })).not.toContain('merged')
})

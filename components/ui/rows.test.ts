import { expect, test } from 'vitest'
import { redrawn, rowCount } from '#components/ui/rows.ts'

const list = { name: 'criteria', parts: ['en', 'zh'], most: 3 }
const typed = {
  title: 'Kept',
  'criteria.0.en': 'One',
  'criteria.0.zh': '一',
  'criteria.1.en': 'Two',
  'criteria.2.en': 'Three',
}
const words = (act: string) => {
  const fields = redrawn({ ...typed, act }, list)
  return fields && ['0', '1', '2'].map((at) => fields[`criteria.${at}.en`])
}

test('rows are removed and moved with all their parts, and nothing else of the form changes', () => {
  expect(words('criteria.remove.0')).toEqual(['Two', 'Three', undefined])
  expect(words('criteria.up.1')).toEqual(['Two', 'One', 'Three'])
  expect(words('criteria.down.1')).toEqual(['One', 'Three', 'Two'])
  expect(words('criteria.up.0')).toEqual(['One', 'Two', 'Three'])
  expect(redrawn({ ...typed, act: 'criteria.down.0' }, list)).toMatchObject({
    title: 'Kept',
    'criteria.1.zh': '一',
    'criteria.0.zh': '',
  })
})

test('a row more is shown, up to the most there may be, and other buttons are left alone', () => {
  expect(rowCount({}, list)).toBe(1)
  const { 'criteria.2.en': _, ...two } = typed
  expect(rowCount(redrawn({ ...two, act: 'criteria.add' }, list) ?? {}, list)).toBe(3)
  expect(rowCount(redrawn({ ...typed, act: 'criteria.add' }, list) ?? {}, list)).toBe(3)
  for (const act of ['save', '', 'parties.add', 'criteria.', 'criteria.burn.1']) expect(words(act)).toBeNull()
})

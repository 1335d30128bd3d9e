import { describe, expect, test } from 'vitest'
import { dayIn, dayInAddress, machineDay, monthIn } from '#engines/extraction/dates-found.ts'

describe('a day', () => {
  test.each([
    ['November 15, 2023', '2023-11-15'],
    ['Nov. 5th 2023', '2023-11-05'],
    ['Wednesday, 15 November 2023, 10:04', '2023-11-15'],
    ['2023年11月15日 21:40', '2023-11-15'],
    ['2023年 1月 5日', '2023-01-05'],
    ['2023년 11월 15일', '2023-11-15'],
    ['2023/11/15', '2023-11-15'],
    ['15. November 2023', '2023-11-15'],
    ['3. März 2024', '2024-03-03'],
    ['15 de noviembre de 2023', '2023-11-15'],
    ['le 1er août 2023', '2023-08-01'],
    ['15 ноября 2023 года', '2023-11-15'],
    ['5 de março de 2024', '2024-03-05'],
    ['15.11.2023', '2023-11-15'],
    ['BEIJING, NOVEMBER 15, 2023', '2023-11-15'],
  ])('is read from "%s"', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })

  test('written in figures goes by the language, unless only one reading is a day', () => {
    expect(dayIn('03/04/2024', 'en')).toBe('2024-03-04')
    expect(dayIn('03/04/2024', 'fr')).toBe('2024-04-03')
    expect(dayIn('25/12/2024', 'en')).toBe('2024-12-25')
  })

  test('that does not exist is none', () => {
    for (const text of [
      'February 30, 2023',
      '2023-13-01',
      'call 555-2023-11',
      'version 2.3.2024.1',
      'the 2023 budget',
    ])
      expect(dayIn(text)).toBeNull()
  })

  test('is the one the site wrote, not the one it was in Greenwich', () => {
    expect(machineDay('2023-11-15T23:30:00-08:00')).toBe('2023-11-15')
    expect(machineDay('20231115')).toBe('2023-11-15')
    expect(machineDay('1700006400')).toBe('2023-11-15')
    expect(machineDay('2023-11')).toBe('2023-11')
    expect(machineDay('soon')).toBeNull()
  })

  test('stands in some addresses', () => {
    expect(dayInAddress('https://a.example/2023/11/15/summit')).toBe('2023-11-15')
    expect(dayInAddress('https://a.example/story/2023/nov/15/summit/')).toBe('2023-11-15')
    expect(dayInAddress('https://a.example/zyxw/202311/t20231115_11180949.html')).toBe('2023-11-15')
    expect(dayInAddress('https://a.example/item/20231299/x')).toBeNull()
  })

  test('may be known to the month', () => {
    expect(monthIn('June 2022')).toBe('2022-06')
    expect(monthIn('In June 2022 they met again')).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { all, code, offences } from '#testing/architecture/code.ts'

describe('size and names', () => {
  test('no file is longer than 250 lines', () => {
    expect(offences(all, (each) => each.text.split('\n').length > 251)).toEqual([])
  })

  test('half of the files are within 60 lines and nine in ten within 150', () => {
    const lines = code.map((each) => each.text.split('\n').length - 1).sort((a, b) => a - b)
    expect(lines[Math.floor(lines.length * 0.5)]).toBeLessThanOrEqual(60)
    expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(150)
  })

  test('no file is named for nothing in particular', () => {
    expect(
      offences(all, (each) =>
        /\/(utils?|helpers?|service|manager|types|constants|index)\.tsx?$/.test(each.path),
      ),
    ).toEqual([])
  })
})

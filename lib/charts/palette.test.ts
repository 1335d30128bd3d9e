import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  accent,
  edge,
  ink,
  paper,
  softInk,
  statusColour,
  statusPalette,
  svgRule,
} from '#lib/charts/palette.ts'
import { statusOrder } from '#lib/updates/rules.ts'

const tokens = new Map(
  readFileSync('app/tokens.css', 'utf8')
    .matchAll(/^ {2}--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);$/gm)
    .map(([, name = '', light, dark]) => [name, { light, dark }]),
)

test('a status has in files the colours that pages give it, in light and in dark', () => {
  for (const status of statusOrder) {
    const token = status.toLowerCase().replaceAll('_', '-')
    expect([token, statusPalette[status]]).toEqual([token, tokens.get(token)])
    expect(statusColour(status)).toBe(tokens.get(token)?.light)
  }
})

test('what else pictures are drawn with is of the light scheme', () => {
  for (const [name, colour] of Object.entries({ paper, ink, soft: softInk, rule: svgRule, edge, accent }))
    expect([name, colour]).toEqual([name, tokens.get(name)?.light])
})

// The colours of statuses and pictures, as app/tokens.css has them for pages: a file must not depend on a page.

import type { Status } from '#lib/updates/rules.ts'

/** Each status in the light scheme and in the dark one. */
export const statusPalette: Record<Status, { light: string; dark: string }> = {
  NOT_STARTED: { light: '#8e9399', dark: '#949495' },
  UNDER_WAY: { light: '#4072e4', dark: '#74caff' },
  PARTLY_KEPT: { light: '#6d198c', dark: '#9f47bd' },
  KEPT: { light: '#146d5d', dark: '#b6ffd5' },
  STALLED: { light: '#c67e00', dark: '#fab325' },
  BROKEN: { light: '#6f0000', dark: '#c22a19' },
}

/** Pictures are drawn on paper, in the light scheme. */
export const statusColour = (status: Status): string => statusPalette[status].light
export const paper = '#fdfcf9'
export const ink = '#1c1b18'
export const softInk = '#5c574c'
export const svgRule = '#d9d3c5'
export const edge = '#857d6c'
export const accent = '#0b5069'

// The link preview (Open Graph image) of a page as an HTTP response: a PNG, 404 or 503.

import { languageOf, type Params } from '#app/(public)/request-params.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing } from '#app/not-found-page.tsx'
import type { Viewer } from '#lib/auth/viewer.ts'
import { renderPng } from '#lib/charts/picture.ts'
import { type Clocks, clocksNow } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { type Card, cardSvg } from '#lib/sharing/card.ts'

type Made = (viewer: Viewer, clocks: Clocks, language: Language) => Promise<Card>

/** The picture of a page as of now; a page of the past has none, so that there are only so many to make. */
export async function cardAnswer(params: Params, make: Made): Promise<Response> {
  const card = await make(await currentViewer(), clocksNow(new Date()), await languageOf(params)).catch(
    missing,
  )
  if (!card) return Response.json({ error: 'There is nothing at this address.' }, { status: 404 })
  const png = await renderPng(cardSvg(card))
  if (png) return new Response(png, { headers: { 'content-type': 'image/png' } })
  return Response.json(
    { error: 'Too many pictures are being made just now.' },
    { status: 503, headers: { 'retry-after': '5' } },
  )
}

// The URL of the current request for layouts: its path and language, and links that keep the two clocks.

import { headers } from 'next/headers'
import { readClocks } from '#lib/clocks.ts'
import { isLanguage, type Language } from '#lib/languages.ts'

export type Href = (path: string, more?: Record<string, string>) => string

/** Addresses in a language that carry what is kept along: the two clocks. */
export function keepingClocks(language: Language, kept: Record<string, string>): Href {
  const clocks = new URLSearchParams(kept).toString()
  return (path, more) => {
    const search = more ? new URLSearchParams({ ...more, ...kept }).toString() : clocks
    return `/${language}${path === '/' ? '' : path}${search ? `?${search}` : ''}`
  }
}

/** The clocks of an address that can be understood, as they are written there. */
export function clocksOf(asked: Record<string, string | undefined>): Record<string, string> {
  const kept = Object.fromEntries(
    (['on', 'known'] as const).flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])),
  )
  return 'fault' in readClocks(kept, new Date(), 'en') ? {} : kept
}

/**
 * The path and query of this request, the language it names, and how to lead on from it: for layouts and what stands
 * in place of a page, which do not see what they were asked. The server writes x-address over whatever was sent.
 */
export async function requestUrl(): Promise<{ language: Language; path: string; href: Href }> {
  const path = (await headers()).get('x-address') ?? '/'
  const [, first = ''] = /^\/([^/?]*)/.exec(path) ?? []
  const language = isLanguage(first) ? first : 'en'
  const asked = Object.fromEntries(new URLSearchParams(path.split('?')[1]))
  return { language, path, href: keepingClocks(language, clocksOf(asked)) }
}

import { headers } from 'next/headers'
import { isLanguage, type Language } from '#lib/languages.ts'

/** The path and query of this request and the language it names: the server writes them over whatever was sent. */
export async function addressAsked(): Promise<{ language: Language; path: string }> {
  const path = (await headers()).get('x-address') ?? '/'
  const [, first = ''] = /^\/([^/?]*)/.exec(path) ?? []
  return { language: isLanguage(first) ? first : 'en', path }
}

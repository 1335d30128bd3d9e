// Translations (i18n): the words of the public pages in the languages they are served in.

import { createTranslator } from 'use-intl/core'
import type { Language } from '#lib/languages.ts'
import { en } from '#lib/messages/en/catalogue.ts'
import { zh } from '#lib/messages/zh/catalogue.ts'

type Catalogue = typeof en
export type Part = keyof Catalogue

type Words<P extends Part> = ReturnType<typeof createTranslator<Catalogue[P], never>>

const catalogues: Record<Language, Record<Part, object>> = { en, zh }
// One for each part and language: a message is parsed once, and its formats are made once.
const made = new Map<string, unknown>()

/**
 * The messages of one part, by their names: `t('shown', { count: 3 })`, and `t.rich` where a message holds tags.
 * Messages are ICU MessageFormat; an unknown name or a missing value does not compile.
 */
export function wordsOf<P extends Part>(language: Language, part: P): Words<P> {
  const key = `${language} ${part}`
  const found =
    made.get(key) ??
    createTranslator({
      locale: { en: 'en-GB', zh: 'zh-CN' }[language],
      messages: catalogues[language][part],
      timeZone: 'UTC',
      onError: (error) => {
        throw error
      },
    })
  made.set(key, found)
  return found as Words<P>
}

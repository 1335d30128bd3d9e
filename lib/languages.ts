// The languages readers are served in (locales, i18n), and texts that exist in one or both.

import { z } from 'zod'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: string): text is Language => languages.some((each) => each === text)
export type Localised = { en?: string; zh?: string }

/** A localised text as its JSON column holds it. */
export const LocalisedText = z.object({ en: z.string().exactOptional(), zh: z.string().exactOptional() })

/** Reads a localised text from its JSON column; null stays null. */
export function localised(json: unknown): Localised {
  return LocalisedText.parse(json ?? {})
}

/** The name of a language (BCP 47) in another. */
export function languageInWords(tag: string, language: Language): string {
  return new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en-GB', { type: 'language' }).of(tag) ?? tag
}

/** In which of the two languages something was written that was recorded without saying so. */
export const languageOf = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** What stands between two sentences. */
export const gap = (language: Language): string => (language === 'zh' ? '' : ' ')

/** The text in the wanted language, else in the other, with the language it is really in. */
export function say(text: Localised, language: Language): { text: string; language: Language } {
  const other = language === 'en' ? 'zh' : 'en'
  const wanted = text[language]
  return wanted
    ? { text: wanted, language }
    : { text: text[other] ?? '', language: text[other] ? other : language }
}

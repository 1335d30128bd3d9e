import { languageOf } from '#lib/languages.ts'

/** Words that were recorded without saying in which language. */
export function AutoLang({ text }: { text: string | null }) {
  return text ? <span lang={languageOf(text)}>{text}</span> : null
}

// Language detection: in which language a text is written.

import { detectAll } from 'tinyld'

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** The language, when the text leaves little doubt. */
export function languageSeen(text: string): string | null {
  const sample = text.slice(0, 4000)
  const letters = count(sample, /\p{L}/gu)
  const han = count(sample, /\p{Script=Han}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  if (letters < 60) return han > 20 && kana === 0 ? 'zh' : null
  if (kana > letters * 0.1) return 'ja'
  if (han > letters * 0.5) return 'zh'
  const likely = detectAll(sample).filter(({ lang }) => isInItsScript(sample, lang, letters))
  const all = likely.reduce((sum, { accuracy }) => sum + accuracy, 0)
  const best = likely[0]
  return best && best.accuracy > 0.15 && best.accuracy > all * 0.5 ? best.lang : null
}

/** Guessers of words may see Hindi in Latin letters: the letters decide. */
function isInItsScript(sample: string, language: string, letters: number): boolean {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn'
  const own = { Jpan: 'Han', Hans: 'Han', Hant: 'Han', Kore: 'Hang' }[script] ?? script
  try {
    return count(sample, new RegExp(`\\p{Script=${own}}`, 'gu')) > letters * 0.3
  } catch {
    return true
  }
}

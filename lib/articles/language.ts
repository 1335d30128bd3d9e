// In which language a text is written.

import { detectAll } from 'tinyld'

/** The language, when the text leaves little doubt. */
export function languageSeen(text: string): string | null {
  const sample = text.slice(0, 4000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  if (letters < 60) return han > 20 && kana === 0 ? 'zh' : null
  if (kana > letters * 0.1) return 'ja'
  if (han > letters * 0.5) return 'zh'
  const [best] = detectAll(sample)
  return best && best.accuracy > 0.5 ? best.lang : null
}

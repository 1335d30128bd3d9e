import type { ReactNode } from 'react'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { type Score, scoreInWords } from '#lib/progress/rules.ts'

type Props = { score: Score; language: Language; href: (path: string) => string }

/** The compliance score, what it was computed from and what it leaves out. */
export function ScoreLine({ score, language, href }: Props) {
  const t = wordsOf(language, 'progress')
  const shown = {
    shown: scoreInWords(score.value, language),
    value: (text: ReactNode) => (
      <strong className="font-sans text-2xl font-semibold tabular-nums">{text}</strong>
    ),
  }
  return (
    <p className="max-w-measure">
      {score.counted ? t.rich('score', { ...shown, count: score.counted }) : t.rich('scoreNone', shown)}{' '}
      {score.leftOut ? t('leftOut', { count: score.leftOut }) : t('nothingLeftOut')}{' '}
      <a href={`${href('/methodology')}#score`}>{t('howComputed')}</a>
    </p>
  )
}

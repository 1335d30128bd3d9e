import { ChangedWords } from '#components/ui/words.tsx'
import type { Change } from '#engines/text/word-diff.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Place = {
  /** Of the texts. */
  language: string
  reader?: Language
}
type Props = Place & { changes: Change[] }

/** What changed between two texts: struck and underlined, and in words for those who hear the page. */
export function Changes({ changes, language, reader = 'en' }: Props) {
  const counted = changes.map((change, at) => ({ change, at }))
  return (
    <div>
      <p className="max-w-measure font-sans text-sm text-soft">{inWords(changes, reader)}</p>
      <div className="mt-4 max-w-measure space-y-4">
        {counted.map(({ change, at }) => (
          <Paragraph key={at} {...{ change, language, reader }} />
        ))}
      </div>
    </div>
  )
}

function Paragraph({ change, language, reader }: Required<Place> & { change: Change }) {
  const t = wordsOf(reader, 'rewording')
  const heard = { language: reader, added: t('heardAdded'), removed: t('heardRemoved') }
  if (change.kind === 'unchanged')
    return (
      <details className="border-y border-dotted border-rule py-1">
        <summary className="font-sans text-sm text-soft">{t('unchanged', { count: change.count })}</summary>
        <div lang={language} className="mt-2 whitespace-pre-line text-soft">
          {change.text}
        </div>
      </details>
    )
  if (change.kind === 'changed')
    return (
      <p lang={language} className="border-l-2 border-edge pl-4">
        <bdi>
          {change.words.map((words, at) => (
            // The pieces are drawn once and never move: their place is what they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <ChangedWords key={at} heard={heard} {...words} />
          ))}
        </bdi>
      </p>
    )
  return (
    <p lang={language} className="border-l-2 border-edge pl-4">
      <span lang={reader} className="block font-sans text-xs text-soft">
        {t(change.kind === 'added' ? 'addedHere' : 'removedHere')}
      </span>
      <bdi>
        <ChangedWords {...change} isSaid />
      </bdi>
    </p>
  )
}

function inWords(changes: Change[], reader: Language): string {
  const t = wordsOf(reader, 'rewording')
  const said = (['changed', 'added', 'removed'] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count ? [t(kind, { count })] : []
  })
  return said.length
    ? `${said.join(reader === 'zh' ? '，' : ', ')}${reader === 'zh' ? '。' : '.'}`
    : t('none')
}

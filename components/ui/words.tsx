import type { WordChange } from '#engines/text/word-diff.ts'

type HeardWords = { language: string; added: string; removed: string }
type Said = { isSaid?: boolean; heard?: HeardWords }

const english: HeardWords = { language: 'en', added: 'added:', removed: 'removed:' }

/** A few words that stayed, came or went: underlined or struck, and said to those who hear the page. */
export function ChangedWords({ kind, text, isSaid = false, heard = english }: WordChange & Said) {
  if (kind === 'same') return text
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={looks[kind]}>
      {isSaid ? null : <Heard language={heard.language}>{` [${heard[kind]} `}</Heard>}
      {text}
      {isSaid ? null : <Heard language={heard.language}>{'] '}</Heard>}
    </Tag>
  )
}

const looks = {
  added: 'bg-mark font-semibold underline decoration-2 underline-offset-4',
  removed: 'text-soft line-through decoration-2',
}

function Heard({ language, children }: { language: string; children: string }) {
  return (
    <span lang={language} className="sr-only select-none">
      {children}
    </span>
  )
}

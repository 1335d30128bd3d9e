import type { Words } from '#lib/articles/changes.ts'

/** A few words that stayed, came or went: underlined or struck, and said to those who hear the page. */
export function Piece({ kind, text, isSaid = false }: Words & { isSaid?: boolean }) {
  if (kind === 'same') return text
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={looks[kind]}>
      {isSaid ? null : <Heard>{kind === 'added' ? ' [added: ' : ' [removed: '}</Heard>}
      {text}
      {isSaid ? null : <Heard>{'] '}</Heard>}
    </Tag>
  )
}

const looks = {
  added: 'bg-mark font-semibold underline decoration-2 underline-offset-4',
  removed: 'text-soft line-through decoration-2',
}

function Heard({ children }: { children: string }) {
  return (
    <span lang="en" className="sr-only select-none">
      {children}
    </span>
  )
}

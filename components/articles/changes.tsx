import { Piece } from '#components/ui/words.tsx'
import type { Change } from '#lib/articles/changes.ts'

type Props = { changes: Change[]; language: string }

/** What changed between two texts: struck and underlined, and in words for those who hear the page. */
export function Changes({ changes, language }: Props) {
  const counted = changes.map((change, at) => ({ change, at }))
  return (
    <div>
      <p className="max-w-measure font-sans text-sm text-soft">{inWords(changes)}</p>
      <div className="mt-4 max-w-measure space-y-4">
        {counted.map(({ change, at }) => (
          <Paragraph key={at} change={change} language={language} />
        ))}
      </div>
    </div>
  )
}

function Paragraph({ change, language }: { change: Change; language: string }) {
  if (change.kind === 'unchanged')
    return (
      <details className="border-y border-dotted border-rule py-1">
        <summary className="font-sans text-sm text-soft">
          {plural(change.count, 'paragraph')} unchanged
        </summary>
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
            <Piece key={at} {...words} />
          ))}
        </bdi>
      </p>
    )
  return (
    <p lang={language} className="border-l-2 border-edge pl-4">
      <span lang="en" className="block font-sans text-xs text-soft">
        {change.kind === 'added' ? '+ Added paragraph' : '− Removed paragraph'}
      </span>
      <bdi>
        <Piece {...change} isSaid />
      </bdi>
    </p>
  )
}

function inWords(changes: Change[]): string {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length
  const said = (['changed', 'added', 'removed'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind, at) => `${at === 0 ? plural(count(kind), 'paragraph') : count(kind)} ${kind}`)
  return said.length ? `${said.join(', ')}.` : 'The text has not changed.'
}

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

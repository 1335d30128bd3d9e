import type { ReactNode } from 'react'
import {
  type List,
  listsOf,
  plainLayout,
  type Quoted,
  sections,
  textRuns,
} from '#components/articles/flow.ts'
import { drawn } from '#components/articles/inline.tsx'
import type { Block, Layout } from '#engines/extraction/layout.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = {
  text: string
  layout: Layout | null
  language: string
  excerpts: Quoted[]
  /** What the margin says of an excerpt; drawn beside the place where the excerpt begins. */
  note?: (id: string) => ReactNode
  /** The language of the page around the text. */
  reader?: Language
  /** On the desk, where keys move through its sentences. */
  isFocusable?: boolean
}
type Words = Map<number, ReactNode>

/**
 * The archived text as it was laid out, its excerpts highlighted and numbered. data-start is the offset of each piece
 * in the text, data-gap what the text has before it, so that a selection can be told exactly.
 */
export function ArticleBody({ text, layout, language, excerpts, note, reader = 'en', isFocusable }: Props) {
  const laid = layout ?? plainLayout(text)
  const t = wordsOf(reader, 'sources')
  const words = wordsIn(text, laid, excerpts, reader)
  const levels = laid.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level ?? 1] : []))
  const highest = Math.min(6, ...levels)
  let noted = 0
  const drawnSections = sections(laid.blocks).map((group) => {
    const [start, end] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0]
    const beginning = excerpts.slice(noted).filter((excerpt) => excerpt.start < end)
    noted += beginning.length
    return (
      <div key={start} className="article-section">
        {note && beginning.length ? (
          <div lang={reader} className="article-notes">
            {beginning.map(({ id }) => note(id))}
          </div>
        ) : null}
        <Section group={group} highest={highest} text={text} words={words} table={t('table')} />
      </div>
    )
  })
  return (
    <section
      lang={language}
      data-article-text=""
      aria-label={t('text')}
      {...(isFocusable ? { tabIndex: 0 } : {})}
      className="article-text"
    >
      {drawnSections}
    </section>
  )
}

/** Every block and cell by its start, cut from front to back here: components are not drawn in any promised order. */
function wordsIn(text: string, layout: Layout, excerpts: Quoted[], reader: Language): Words {
  const { draw } = textRuns(text, layout, excerpts)
  const numbers = new Map(excerpts.map(({ id }, at) => [id, at + 1]))
  const stretches = layout.blocks.flatMap((block) => (block.kind === 'row' ? cells(text, block) : [block]))
  return new Map(
    stretches.map(({ start, end }) => [start, draw(start, end).map((each) => drawn(each, numbers, reader))]),
  )
}

type SectionProps = { group: Block[]; highest: number; text: string; words: Words; table: string }

function Section({ group, highest, text, words, table }: SectionProps) {
  const [first] = group
  if (!first) return null
  if (first.kind === 'item')
    return listsOf(group).map((list) => <Items key={keyOf(list)} list={list} words={words} />)
  if (first.kind === 'row') return <Rows rows={group} text={text} words={words} label={table} />
  if (first.kind === 'quote')
    return (
      <blockquote>
        {group.map(({ start }) => (
          <p key={start} data-block="">
            {words.get(start)}
          </p>
        ))}
      </blockquote>
    )
  const level = headings[Math.min(3, (first.level ?? 1) - highest)] ?? 'h6'
  const Tag = first.kind === 'heading' ? level : first.kind === 'preformatted' ? 'pre' : 'p'
  return <Tag data-block="">{words.get(first.start)}</Tag>
}

// The page's own title and sections are h1 and h2.
const headings = ['h3', 'h4', 'h5', 'h6'] as const
const keyOf = (list: List) => list.items[0]?.block.start

function Items({ list, words }: { list: List; words: Words }) {
  const Tag = list.isOrdered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map(({ block, lists }) => (
        <li key={block.start}>
          <div data-block="">{words.get(block.start)}</div>
          {lists.map((inner) => (
            <Items key={keyOf(inner)} list={inner} words={words} />
          ))}
        </li>
      ))}
    </Tag>
  )
}

function Rows({ rows, text, words, label }: { rows: Block[]; text: string; words: Words; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start}>
              {cells(text, row).map(({ start }) => (
                <td key={start} data-block="">
                  {words.get(start)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cells(text: string, { start, end }: Block): { start: number; end: number }[] {
  let from = start
  return text
    .slice(start, end)
    .split('\t')
    .map((cell) => {
      const at = from
      from += cell.length + 1
      return { start: at, end: at + cell.length }
    })
}

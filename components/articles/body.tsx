import type { ReactNode } from 'react'
import { drawer, type List, listsOf, plainLayout, type Quoted, sections } from '#components/articles/flow.ts'
import { drawn } from '#components/articles/inline.tsx'
import type { Block, Layout } from '#lib/articles/layout.ts'

type Props = {
  text: string
  layout: Layout | null
  language: string
  excerpts: Quoted[]
  /** What the margin says of an excerpt; drawn beside the place where the excerpt begins. */
  note?: (id: string) => ReactNode
  /** On the desk, where keys move through its sentences. */
  isFocusable?: boolean
}
type Draw = (from: number, to: number) => ReactNode

/**
 * The archived text as it was laid out, its excerpts highlighted and numbered. data-start is the offset of each piece
 * in the text, data-gap what the text has before it, so that a selection can be told exactly.
 */
export function ArticleBody({ text, layout, language, excerpts, note, isFocusable }: Props) {
  const laid = layout ?? plainLayout(text)
  const { draw, pagesTo } = drawer(text, laid, excerpts)
  const numbers = new Map(excerpts.map(({ id }, at) => [id, at + 1]))
  const highest = Math.min(
    6,
    ...laid.blocks.map((block) => (block.kind === 'heading' ? (block.level ?? 1) : 6)),
  )
  let noted = 0
  return (
    <section
      lang={language}
      data-article-text=""
      aria-label="Archived text"
      {...(isFocusable ? { tabIndex: 0 } : {})}
      className="article-text"
    >
      {sections(laid.blocks).map((group) => {
        const start = group[0]?.start ?? 0
        const end = group.at(-1)?.end ?? start
        const beginning = excerpts.slice(noted).filter((excerpt) => excerpt.start < end)
        noted += beginning.length
        return (
          <div key={start} className="article-section">
            {note && beginning.length ? (
              <div lang="en" className="article-notes">
                {beginning.map(({ id }) => note(id))}
              </div>
            ) : null}
            {pagesTo(start).map((each) => drawn(each, numbers))}
            <Section
              group={group}
              highest={highest}
              draw={(from, to) => draw(from, to).map((each) => drawn(each, numbers))}
              text={text}
            />
          </div>
        )
      })}
    </section>
  )
}

type SectionProps = { group: Block[]; highest: number; text: string; draw: Draw }

function Section({ group, highest, text, draw }: SectionProps) {
  const [first] = group
  if (!first) return null
  const words = (block: Block) => draw(block.start, block.end)
  if (first.kind === 'item')
    return listsOf(group).map((list) => <Items key={keyOf(list)} list={list} words={words} />)
  if (first.kind === 'row') return <Rows rows={group} text={text} draw={draw} />
  if (first.kind === 'heading') {
    const Heading = headings[Math.min(3, (first.level ?? 1) - highest)] ?? 'h6'
    return <Heading data-block="">{words(first)}</Heading>
  }
  if (first.kind === 'quote')
    return (
      <blockquote>
        {group.map((block) => (
          <p key={block.start} data-block="">
            {words(block)}
          </p>
        ))}
      </blockquote>
    )
  if (first.kind === 'preformatted') return <pre data-block="">{words(first)}</pre>
  return <p data-block="">{words(first)}</p>
}

// The page's own title and sections are h1 and h2.
const headings = ['h3', 'h4', 'h5', 'h6'] as const
const keyOf = (list: List) => list.items[0]?.block.start

function Items({ list, words }: { list: List; words: (block: Block) => ReactNode }) {
  const Tag = list.isOrdered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map(({ block, lists }) => (
        <li key={block.start}>
          <div data-block="">{words(block)}</div>
          {lists.map((inner) => (
            <Items key={keyOf(inner)} list={inner} words={words} />
          ))}
        </li>
      ))}
    </Tag>
  )
}

function Rows({ rows, text, draw }: { rows: Block[]; text: string; draw: Draw }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" aria-label="Table" tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start}>
              {cells(text, row).map(({ start, end }) => (
                <td key={start} data-block="">
                  {draw(start, end)}
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

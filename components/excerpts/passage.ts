// The text selection (Selection API) in an article as an exact passage; and selecting sentence by sentence.

/** What is selected in the drawn text, told exactly: the words as archived, and where they stand. */
export type Passage = { exact: string; start: number }

const pieces = () => [...document.querySelectorAll<HTMLElement>('[data-article-text] [data-start]')]
const startOf = (piece: HTMLElement) => Number(piece.dataset.start)
const words = (piece: HTMLElement) => piece.textContent ?? ''

/** The passage that is selected, without the spaces at its ends; null when no words of the text are. */
export function selectedPassage(): Passage | null {
  const selection = document.getSelection()
  if (!selection?.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const touched = pieces().filter((piece) => range.intersectsNode(piece))
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  const from = within(first, range.startContainer, range.startOffset) ?? 0
  const to = within(last, range.endContainer, range.endOffset) ?? words(last).length
  const whole = touched
    .map((piece) => (piece === first ? '' : (piece.dataset.gap ?? '')) + words(piece))
    .join('')
  const exact = whole.slice(from, whole.length - words(last).length + to)
  if (exact.trim() === '') return null
  return { exact: exact.trim(), start: startOf(first) + from + exact.length - exact.trimStart().length }
}

function within(piece: HTMLElement, node: Node, offset: number): number | null {
  if (!piece.contains(node)) return null
  const before = document.createRange()
  before.selectNodeContents(piece)
  before.setEnd(node, offset)
  return before.toString().length
}

type Stretch = { start: number; end: number }

/** Selects the next or the previous sentence of the text, or moves the end of the selection by one. */
export function selectSentence(step: 1 | -1, isExtending: boolean): void {
  const sentences = sentencesOfText()
  const passage = selectedPassage()
  const now = passage && { start: passage.start, end: passage.start + passage.exact.length }
  const next = now ? neighbour(sentences, now, step, isExtending) : sentences.find(isInView)
  if (next) select(next)
}

function neighbour(all: Stretch[], now: Stretch, step: 1 | -1, isExtending: boolean): Stretch | undefined {
  if (!isExtending)
    return step === 1
      ? all.find((each) => each.start >= now.end)
      : all.findLast((each) => each.end <= now.start)
  const end = step === 1 ? all.find((each) => each.end > now.end) : all.findLast((each) => each.end < now.end)
  return end && end.end > now.start ? { start: now.start, end: end.end } : undefined
}

function sentencesOfText(): Stretch[] {
  return [...document.querySelectorAll<HTMLElement>('[data-article-text] [data-block]')].flatMap((block) => {
    const inside = [...block.querySelectorAll<HTMLElement>('[data-start]')]
    const [first] = inside
    if (!first) return []
    const language = block.closest<HTMLElement>('[lang]')?.lang || 'und'
    const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
      inside.map(words).join(''),
    )
    return Array.from(segments, ({ segment, index }) => {
      const start = startOf(first) + index + segment.length - segment.trimStart().length
      return { start, end: start + segment.trim().length }
    }).filter(({ start, end }) => end > start)
  })
}

function select({ start, end }: Stretch): void {
  const all = pieces()
  const [from, to] = [pointAt(all, start, false), pointAt(all, end, true)]
  if (!from || !to) return
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  const element = to.node.parentElement
  const box = element?.getBoundingClientRect()
  if (box && (box.top < 60 || box.bottom > window.innerHeight - 60))
    element?.scrollIntoView({ block: 'center' })
}

function pointAt(all: HTMLElement[], at: number, isEnd: boolean): { node: Node; offset: number } | null {
  const piece = all.findLast((each) => (isEnd ? startOf(each) < at : startOf(each) <= at))
  const node = piece?.firstChild
  return piece && node ? { node, offset: Math.min(words(piece).length, at - startOf(piece)) } : null
}

function isInView({ start }: Stretch): boolean {
  const piece = pieces().findLast((each) => startOf(each) <= start)
  return (piece?.getBoundingClientRect().bottom ?? 0) > 0
}

// Leaves out single blocks that do not belong to an article: its title and dateline, labels, calls to read on.

import type { Written } from '#lib/articles/canonical.ts'
import type { Block } from '#lib/articles/layout.ts'

const label =
  /^(?:advertisement|advert|ad|sponsored|continue reading.*|story continues below.*|article continues.*|read more.*|read also.*|also read.*|related.{0,40}|see also:.*|share(?: this.*)?|share on .*|follow us.*|click here.*|sign up.*|subscribe.*|loading.*|print|email|tweet|facebook|twitter|whatsapp|linkedin|copy link|comments?|\d+ comments?|leave a (?:comment|reply).*|skip to.*|back to top|table of contents|tags:.*|filed under.*|posted in.*|copyright.*|©.*|all rights reserved.*|photo(?:graph)?s?:.*|image(?: credit)?:.*|\(?(?:getty|ap|reuters|afp)(?: images?| photo)?\)?|save|play|watch|listen|\d+ (?:min|minute)s? read)\.?$/i
const ending =
  /^(?:related(?: (?:articles?|posts?|stories|content|topics|reading|news|links))?|you (?:may|might) also like.*|more (?:from|stories|on|in|like).*|recommended.*|read next.*|up next|what to read next.*|about the authors?|about .{2,40}|author|comments?|\d+ comments?|leave a (?:comment|reply).*|share this.*|popular posts.*|latest.*|trending.*|keep reading.*|further reading|join the conversation.*|sign up.*|subscribe.*|newsletter.*)$/i

/** The article's own blocks of what was written from its part of the page. */
export function trim(written: Written, title: string | null): Written {
  const { text, layout } = written
  const words = (block: Block) => text.slice(block.start, block.end)
  const linked = (block: Block) =>
    layout.marks
      .filter((mark) => mark.kind === 'link' && mark.start >= block.start && mark.end <= block.end)
      .reduce((sum, mark) => sum + mark.end - mark.start, 0) / Math.max(1, block.end - block.start)
  let blocks = layout.blocks.filter((block) => !label.test(words(block).trim()))
  const isProse = (block: Block) =>
    block.kind !== 'heading' &&
    linked(block) < 0.5 &&
    words(block).length >= 60 &&
    /[.!?…。！？”"]/.test(words(block))
  const bare = (said: string) =>
    said
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  if (title) blocks = blocks.filter((block, at) => at > 8 || bare(words(block)) !== bare(title))
  const first = blocks.findIndex(isProse)
  if (first > 0)
    blocks = blocks.filter(
      (block, at) =>
        at >= first || (block.kind !== 'paragraph' && linked(block) < 0.5) || words(block).length >= 60,
    )
  const last = blocks.findLastIndex(isProse)
  const end = blocks.findIndex(
    (block, at) => block.kind === 'heading' && at > blocks.length * 0.6 && ending.test(words(block).trim()),
  )
  if (end > 0) blocks = blocks.slice(0, end)
  while (blocks.at(-1)?.kind === 'heading') blocks.pop()
  void last
  return keep(written, blocks)
}

/** The same text with only these blocks. */
export function keep({ text, layout }: Written, blocks: Block[]): Written {
  const out: Written = { text: '', layout: { blocks: [], marks: [], pages: [] } }
  for (const block of blocks) {
    if (out.text !== '') out.text += '\n'
    const shift = out.text.length - block.start
    out.text += text.slice(block.start, block.end)
    out.layout.blocks.push({ ...block, start: block.start + shift, end: block.end + shift })
    for (const mark of layout.marks)
      if (mark.start >= block.start && mark.end <= block.end)
        out.layout.marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift })
  }
  return out
}

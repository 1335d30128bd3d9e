// Finds the article in a page: the part with the most prose and the fewest links, widened while that adds prose.

import { endsArticle, isNamedAside, isSilent } from '#lib/articles/boilerplate.ts'
import { density, lineOf, type Part, within, without } from '#lib/articles/page.ts'

const blocks = new Set(
  `p div section article main header footer aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th
caption blockquote pre figure figcaption hr address details summary center body html fieldset form`.split(
    /\s+/,
  ),
)
export const isBlock = ({ tag }: Part) => blocks.has(tag)

/** The article of a page, as a tree of its own without what stands beside it. Empty when there is no prose. */
export function mainText(page: Part): Part {
  const heard = without(page, isSilent)
  const best = widened(likeliest(heard) ?? heard)
  return trimmed(best)
}

/** Characters of text that stand in a part itself or in what is inline in it. */
function ownSize(part: Part): number {
  let size = 0
  for (const child of part.children) if (child.tag === '#text' || !isBlock(child)) size += child.size
  return size
}

function isProse(part: Part): boolean {
  if (part.tag === 'p' || part.tag === 'blockquote' || part.tag === 'pre') return part.size >= 25
  if (part.tag === 'li') return part.size >= 60
  return (
    (part.tag === 'div' || part.tag === 'td' || part.tag === 'section' || part.tag === 'article') &&
    ownSize(part) > 80
  )
}

/** Every part that holds prose hands its worth on to the parts around it, less the further away. */
function likeliest(page: Part): Part | null {
  const titled = aroundTitle(page)
  const worth = new Map<Part, number>()
  for (const part of within(page)) {
    if (!isProse(part)) continue
    const links = density(part)
    if (links > 0.5) continue
    const text = lineOf(part) ?? ''
    const commas = Math.min(6, text.match(/[,，、;；。]/g)?.length ?? 0)
    let share = (1 + Math.min(3, part.size / 100) + commas) * (1 - links) * (part.tag === 'li' ? 0.3 : 1)
    let at = part.parent
    for (let up = 0; at && up < 6; up++, at = at.parent) {
      worth.set(at, (worth.get(at) ?? 0) + share)
      share *= up === 0 ? 0.75 : 0.65
    }
  }
  let best: Part | null = null
  let most = 0
  for (const [part, sum] of worth) {
    const weighed = sum * favour(part) * (1 - density(part)) * (titled.has(part) ? 1.5 : 1)
    if (weighed > most) [best, most] = [part, weighed]
  }
  return best
}

/** The parts that hold the first heading of the page, or stand beside one that does. */
function aroundTitle(page: Part): Set<Part> {
  const found = new Set<Part>()
  const all = [...within(page)]
  const title =
    all.find((part) => part.tag === 'h1' && part.size > 8) ??
    all.find((part) => part.tag === 'h2' && part.size > 20)
  for (let at = title?.parent; at && !/^(body|html|#root)$/.test(at.tag); at = at.parent) {
    found.add(at)
    for (const beside of at.children) found.add(beside)
  }
  return found
}

function favour(part: Part): number {
  let by = 1
  if (isNamedAside(part)) by *= 0.5
  if (/article|story|post|entry|content|body|main|text/i.test(part.names)) by *= 1.2
  if (part.tag === 'article' || part.tag === 'main') by *= 1.3
  if (String(part.properties.itemProp ?? '').includes('articleBody')) by *= 3
  if (part.tag === 'aside' || part.tag === 'footer') by *= 0.2
  return by
}

/** How much prose a part holds; with `isClean`, apart from what stands beside the article. */
function prose(top: Part, isClean = false): number {
  let sum = 0
  const open = [top]
  for (let part = open.pop(); part; part = open.pop()) {
    if (isClean && part !== top && (isNamedAside(part) || /^(aside|footer|figure)$/.test(part.tag))) continue
    if (isProse(part) && part.tag !== 'li' && density(part) < 0.4 && part.size > 60) sum += ownSize(part)
    open.push(...part.children.filter((child) => child.tag !== '#text'))
  }
  return sum
}

/** The highest part around that adds prose at each step, and is not mostly links. */
function widened(part: Part): Part {
  let best = part
  let own = prose(part, true)
  for (let at = part.parent; at && !/^(html|#root)$/.test(at.tag); at = at.parent) {
    const sum = prose(at, true)
    if (sum > own * 1.15 && density(at) < 0.4) [best, own] = [at, sum]
  }
  return best
}

/** Without captions, asides, lists of links, and everything from a heading on that opens what follows the article. */
function trimmed(top: Part): Part {
  const whole = prose(top) || 1
  const own = without(top, (part) => {
    if (part.tag === '#text') return false
    const share = () => prose(part) / whole
    if (/^(aside|figure|figcaption|footer)$/.test(part.tag)) return share() < 0.4
    if (isBlock(part) && isNamedAside(part)) return share() < 0.25
    if (isBlock(part) && isTeasers(part) && share() < 0.5) return true
    if (part.tag === 'pre' && part.children.some((child) => child.tag === 'code')) return true
    const isLinks = isBlock(part) && !/^(h\d|p|li|t\w+)$/.test(part.tag) && density(part) > 0.6
    return isLinks && share() < 0.1
  })
  return withoutTail(own)
}

function withoutTail(top: Part): Part {
  const all = [...within(top)]
  const total = prose(top) || 1
  let before = 0
  const cut = all.findIndex((part) => {
    if (isProse(part)) before += ownSize(part)
    if (!/^h[2-6]$/.test(part.tag) || before < 250) return false
    const end = endsArticle(lineOf(part) ?? '')
    return end === 'surely' || (end === 'perhaps' && before > total * 0.6)
  })
  if (cut < 0) return top
  const gone = new Set(all.slice(cut))
  return without(top, (part) => gone.has(part))
}

/** Three or more neighbours that each lead somewhere else with a linked heading or a few linked words. */
function isTeasers(part: Part): boolean {
  const items = part.children.filter((child) => child.size > 0)
  return items.length >= 3 && items.filter(isTeaser).length >= items.length * 0.7
}

function isTeaser(part: Part): boolean {
  if (part.tag === '#text' || part.size > 600 || !isBlock(part) || /^(p|h\d)$/.test(part.tag)) return false
  const heading = [...within(part)].find((each) => /^h[2-6]$/.test(each.tag) && each.size > 0)
  if (heading) return density(heading) > 0.8 || heading.parent?.tag === 'a'
  return part.tag !== 'li' && density(part) > 0.3
}

// A page read as a tree: where it leads, in which languages it speaks, and what it says of itself.

import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Link = { href: string; text: string }
export type Read = {
  language: string
  canonical: string
  /** hreflang → address. */
  alternates: Record<string, string>
  links: Link[]
  /** Each GET form with the values it would send if nothing were changed. */
  forms: { action: string; values: Record<string, string> }[]
  /** Words that stand in another language than the page says there. */
  strays: string[]
  /** Words in what is hidden until a script shows it. */
  hidden: string[]
  /** How many headings of the first level are shown. */
  headings: number
  /** The title in the head; empty where none stands there. */
  title: string
}

const quiet = new Set(['script', 'style', 'code', 'pre', 'svg', 'title', 'head'])

export function read(html: string): Read {
  const found: Read = {
    ...{ language: '', canonical: '', alternates: {}, links: [], forms: [], strays: [] },
    ...{ hidden: [], headings: 0, title: '' },
  }
  const visit = (node: Node, lang: string, isQuiet: boolean): string => {
    if (tree.isTextNode(node)) {
      if (!isQuiet && isStray(node.value, lang)) found.strays.push(node.value.trim())
      return node.value
    }
    if (!tree.isElementNode(node)) return ''
    const said = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    const { tagName: tag } = node
    const own = said.lang ?? lang
    if (tag === 'html') found.language = said.lang ?? ''
    if (tag === 'link' && said.rel === 'canonical') found.canonical = said.href ?? ''
    if (tag === 'link' && said.hreflang) found.alternates[said.hreflang] = said.href ?? ''
    if (tag === 'form' && (said.method ?? 'get') === 'get')
      found.forms.push({ action: said.action ?? '', values: {} })
    if (tag === 'input' && said.name)
      Object.assign(found.forms.at(-1)?.values ?? {}, { [said.name]: said.value ?? '' })
    const text = node.childNodes.map((child) => visit(child, own, isQuiet || quiet.has(tag))).join('')
    if (said.hidden !== undefined && text.trim()) found.hidden.push(text.trim())
    if (tag === 'h1' && text.trim()) found.headings++
    if (tag === 'title' && isIn(node, 'head')) found.title = text.trim()
    if (tag === 'a' && said.href !== undefined) found.links.push({ href: said.href, text })
    return text
  }
  for (const node of parse(html).childNodes) visit(node, '', false)
  return found
}

const isIn = ({ parentNode }: DefaultTreeAdapterTypes.Element, tag: string): boolean =>
  parentNode !== null && tree.isElementNode(parentNode) && parentNode.tagName === tag

/** Han where no Chinese is announced, or a whole phrase of Latin words where it is. */
function isStray(text: string, lang: string): boolean {
  const hasHan = /\p{Script=Han}/u.test(text)
  if (!lang.startsWith('zh')) return hasHan && !/^(ja|ko)/.test(lang)
  return !hasHan && /([A-Za-z’'-]{2,}[\s,;:]+){4}/.test(text)
}

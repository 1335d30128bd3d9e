// What names of classes, ids and roles say about a part of a page.

import type { Element } from '#lib/articles/tree.ts'

const cache = new WeakMap<Element, string>()

/** The names an element goes by, in lower case, words parted by single spaces. */
export function namesOf(element: Element): string {
  const known = cache.get(element)
  if (known !== undefined) return known
  const { class: classes = '', id = '', role = '', itemprop = '' } = element.attributes
  const label = element.attributes['data-testid'] ?? element.attributes['data-component'] ?? ''
  const names = ` ${classes} ${id} ${role} ${itemprop} ${label} `
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
  cache.set(element, names)
  return names
}

const junkTags = new Set(['nav', 'footer', 'aside', 'form', 'figcaption', 'menu'])
const junk =
  /\b(?:ads?|advert\w*|adslot|sponsor\w*|promo\w*|banner|breadcrumbs?|byline|bylines|caption|comments?|commentlist|disqus|cookies?|consent|gdpr|footer|masthead|menu|nav|navbar|navigation|newsletter\w*|signup|subscri\w+|pager|pagination|paywall|popup|modal|overlay|lightbox|tooltip|toolbar|related\w*|recommend\w*|recirc\w*|trending|popular|most read|mostread|read ?next|up ?next|more (?:stories|from|articles|posts|news|like)|also (?:read|like)|share\w*|sharing|sharedaddy|social\w*|sidebar|skip|sr only|screen reader|visually hidden|visuallyhidden|tags|tag list|taglist|tagcloud|widget\w*|author (?:bio|box|info|card|details|profile)|about (?:the )?author|authorbox|post (?:meta|author|nav\w*|tags|categories|footer)|entry (?:meta|footer|utility)|meta|credits?|print only|outbrain|taboola|addthis|addtoany|jp relatedposts|toc|table of contents|login|register|search|rating|feedback|survey|quiz|poll|donat\w*|copyright|disclaimer|disclosure|hidden|noprint|no print|flyout|dropdown|drawer|carousel|slider|teaser\w*|cta|call to action|download app|app promo|print (?:button|link)|timestamp|published|dateline date|date|reply|respond|reactions|likes?)\b/
const body =
  /\b(?:article (?:body|content|text|main|copy|inner|full)|articlebody|articlecontent|body (?:content|copy|text)|story (?:body|content|text|copy)|storybody|post (?:content|body|text|entry)|postcontent|entry (?:content|body|text)|blog (?:content|post content|body)|main (?:content|text|article)|news (?:content|body|text)|page content|content (?:body|main|text|article|area)|rich ?text|text content|td post content|wysiwyg|markdown|prose|hentry|trs editor|article)\b/

// What holds the whole page is named for what the page has, such as a sidebar.
const wholes = new Set(['html', 'body', 'main', 'article'])

export function isJunkNamed(element: Element): boolean {
  return !wholes.has(element.tag) && junk.test(namesOf(element))
}

export function isJunkTag(element: Element): boolean {
  return junkTags.has(element.tag)
}

export function isBodyNamed(element: Element): boolean {
  return body.test(namesOf(element))
}

/** Not shown to readers, as far as the page itself says so. */
export function isHidden({ attributes }: Element): boolean {
  return (
    attributes.hidden !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '') ||
    (attributes['aria-hidden'] === 'true' && attributes.role !== 'main')
  )
}

// Class-name heuristics, as in Readability: what names of classes, ids and roles say about a part of a page.

import type { Element } from '#engines/extraction/tree.ts'

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
// Names that are hardly ever given to a part of an article.
const beside =
  /\b(?:ads?|advert\w*|adslot|sponsor\w*|promo\w*|breadcrumbs?|bylines?|captions?|comments?|commentlist|disqus|cookies?|consent|gdpr|footer|masthead|navbar|nav|navigation|newsletters?|signup|subscri\w+|pager|pagination|paywall|related|related ?(?:posts?|articles?|content|stories|links)|recommend\w*|recirc\w*|trending|most read|mostread|read ?next|up ?next|more (?:stories|from|articles|posts|news|like)|also (?:read|like)|share|sharing|sharedaddy|shares?bar|social\w*|sidebar|skip|sr only|screen reader|visually hidden|visuallyhidden|tagcloud|author (?:bio|box|info|card|details|profile|block|about)|about (?:the )?author|authorbox|bio box|post (?:meta|author|nav\w*|tags|categories|footer)|entry (?:meta|footer|utility)|article (?:meta|footer|tags|info)|outbrain|taboola|addthis|addtoany|relatedposts|login|survey|poll|donat\w*|copyright|noprint|no print|flyout|call to action|app promo|print (?:button|link)|timestamp|dateline date|reply|respond|reactions|image credits?|photo credits?)\b/
// Names given to both: what else they hold decides.
const doubtful =
  /\b(?:banner|menu|popular|widget|popup|modal|overlay|lightbox|tooltip|toolbar|tags?|tag list|taglist|meta|credits?|toc|table of contents|search|rating|feedback|quiz|disclaimer|disclosure|dropdown|drawer|carousel|slider|slideshow|teasers?|cta|published|date|likes?|register|subscribe|follow|author|download|form|gallery|topics?|categories|labels?|info ?box|print only|hidden|button|btn|links)\b/
const body =
  /\b(?:article (?:body|content|text|main|copy|inner|full)|articlebody|articlecontent|body (?:content|copy|text)|story (?:body|content|text|copy)|storybody|post (?:content|body|text|entry)|postcontent|entry (?:content|body|text)|blog (?:content|post content|body)|main (?:text|article)|news (?:content|body|text)|content (?:body|text|article)|rich ?text|text content|td post content|wysiwyg|markdown|prose|trs editor|article)\b/

// What holds the whole page is named for what the page has, such as a sidebar.
const wholes = new Set(['html', 'body', 'main', 'article'])

export function isBesideNamed(element: Element): boolean {
  return !wholes.has(element.tag) && beside.test(namesOf(element))
}

export function isDoubtfullyNamed(element: Element): boolean {
  return !wholes.has(element.tag) && doubtful.test(namesOf(element))
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

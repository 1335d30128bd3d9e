// Knows the parts of a page that are not its article: by their element, their role, and the words in their names.

import type { Part } from '#lib/articles/page.ts'

const silent = new Set(
  `script style noscript template svg math iframe frame frameset object embed applet canvas audio video source track
map area link meta base title head form button input select option textarea label dialog nav menu progress
meter`.split(/\s+/),
)
const silentRoles =
  /^(navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|complementary|tablist|toolbar)$/

/** What no reader of the article would read, whatever stands in it. */
export function isSilent({ tag, properties, parent, size }: Part): boolean {
  if (tag === '#text') return false
  // Some sites wrap the whole page in one form.
  if (tag === 'form') return size < 1_500
  if (silent.has(tag)) return true
  if (properties.hidden || properties.ariaHidden === 'true') return true
  if (/display:\s*none|visibility:\s*hidden/i.test(String(properties.style ?? ''))) return true
  if (silentRoles.test(String(properties.role ?? ''))) return true
  return tag === 'header' && parent?.tag === 'body'
}

const words = `nav navbar navigation menu submenu sidebar side-bar related relateds related-\\w+ recommend\\w* recirc\\w*
popular most-read trending share sharing sharebar share-\\w+ sharedaddy addtoany social social-\\w+ socials newsletter\\w*
subscri\\w* signup sign-up promo promos promotion promobox sponsor\\w* advert\\w* ad ads adsense ad-\\w+ banner cookie\\w* consent gdpr
comment comments comment-list commentlist disqus respond breadcrumb\\w* tags tag-list taglist post-tags author-bio about-author author-box
authorbox author-info bio byline bylines footer masthead pagination pager print toolbar modal popup overlay caption
wp-caption-text credit credits toc table-of-contents read-more readmore more-stories more-from also-like outbrain taboola
skip skip-link screen-reader\\w* sr-only visually-hidden visuallyhidden copyright disclaimer rating timestamp dateline
upsell paywall donate donation follow follow-us feedback survey cta login search reactions next-post prev-post
post-navigation post-meta entry-meta article-meta navbox mw-editsection noprint references reflist hatnote jump-link`
const named = new RegExp(`(?:^|[\\s_-])(?:${words.split(/\s+/).join('|')})(?:[\\s_-]|$)`, 'i')

/** Whether the names of a part say that it stands beside the article. */
export function isNamedAside({ names, tag }: Part): boolean {
  return names !== '' && !/^(body|html|article|main)$/.test(tag) && named.test(names)
}

const elsewhere =
  /^(related (articles?|stories|posts?|news|content|reading|links?|topics?)|(you )?(may|might) (also )?(like|enjoy|be interested).*|you (may|might) like.*|read (next|also)|recommended( for you)?|recent (posts?|articles?|news)|latest (news|posts?|stories)|most (read|popular)|trending( now)?|popular (posts?|articles?|stories)|top stories|partner news|leave a (reply|comment)|\d+ comments?|comments \(\d+\)|what to read next|don[’']t miss.*|up next|voc[eê] (pode|também).{0,20}|leia (também|mais)|lire aussi|lea también|te puede interesar|das könnte .{0,30}|mehr zum thema|相关(新闻|阅读|文章|链接)|推荐阅读|延伸阅读)[\s.:…]*$/i
const afterwards =
  /^(related|more (from|on|stories|news|in)\b.*|read more|share( this)?.*|comments?|about the authors?|(follow|find|contact) us.*|sign up.*|subscribe.*|newsletter.*|tags?|topics?|see also|further reading|更多.{0,6})[\s.:…]*$/i

/** Whether a heading opens what follows an article: surely, perhaps (a section may be called so too), or not. */
export function endsArticle(heading: string): 'surely' | 'perhaps' | 'not' {
  const words = heading.length < 60 ? heading.trim() : ''
  if (words !== '' && elsewhere.test(words)) return 'surely'
  return words !== '' && afterwards.test(words) ? 'perhaps' : 'not'
}

const lines =
  /^(advertisement|advertising|story continues below|article continues below.*|continue reading.*|read more:?.*|read also:?.*|also read:?.*|related:.*|see also:.*|watch:.*|listen:.*|share( this)?( article| story| post)?|tweet|facebook|twitter|email|print|copy link|save|loading.*|skip to.*|back to top|adverts?|this slideshow requires javascript\\.?|tell us what you think.*|sign up .{0,80}|subscribe .{0,80}|click here to .{0,80}|follow (us|me|him|her) on .{0,60}|(photo|image|picture|video)( credit)?s?:.*|getty images.*|source:.{0,60}getty.*|©.*|copyright .*|all rights reserved.*|（?责任编辑.*|\[?编辑.*|分享(到)?.{0,10}|打印|字号.{0,8})$/i

/** Whether a short line is one of the site's, not the article's. */
export function isSiteLine(line: string): boolean {
  return line.length < 140 && lines.test(line.trim())
}

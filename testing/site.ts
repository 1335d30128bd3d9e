// A fake web site on this machine (HTTP server), for tests: its pages can be changed while it runs.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = string | ((req: IncomingMessage, res: ServerResponse) => void)

/** Serves pages by path on a free port; anything else, robots.txt too, is 404. */
export async function openSite(pages: Record<string, Answer>) {
  const site = createServer((req, res) => {
    const answer = pages[req.url ?? '']
    if (typeof answer === 'function') return answer(req, res)
    res.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    res.end(answer ?? 'Not here.')
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  const { port } = site.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    close: () => {
      site.closeAllConnections()
      return new Promise<void>((done) => site.close(() => done()))
    },
  }
}

/** A page of news, with the kinds of things around the article that real pages have. */
export function newsPage(facts: { title: string; paragraphs: string[]; published?: string }): string {
  const { title, paragraphs, published = '2024-05-14' } = facts
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
  }
  return `<!doctype html><html lang="en"><head><title>${title} | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<main><article><h1>${title}</h1>
${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}
</article></main><footer><a href="/imprint">Imprint</a> All rights reserved.</footer></body></html>`
}

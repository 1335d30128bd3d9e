// The other limit: the very bytes of the pages, kept in memory behind node:http, with nothing else to do.

import { createServer } from 'node:http'

let pages = new Map<string, Buffer>()

const server = createServer((req, res) => {
  const body = pages.get(req.url ?? '')
  if (!body) return void res.writeHead(404).end()
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
  res.end(body)
})

// Nothing else keeps this process alive until the pages come.
process.channel?.ref()
process.on('message', (sent: [address: string, page: string][]) => {
  pages = new Map(sent.map(([address, page]) => [address, Buffer.from(page)]))
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
process.on('SIGTERM', () => process.exit(0))

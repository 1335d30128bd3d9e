// The other limit: the very answers of the kept pages, heads and bytes, in memory behind node:http, with nothing else to do.

import { createServer } from 'node:http'

export type Sent = [address: string, head: string[], body: string][]

let pages = new Map<string, { head: string[]; body: Buffer }>()

const server = createServer((req, res) => {
  const page = pages.get(req.url ?? '')
  if (!page) return void res.writeHead(404).end()
  res.writeHead(200, page.head)
  res.end(page.body)
})

// Nothing else keeps this process alive until the pages come.
process.channel?.ref()
process.on('message', (sent: Sent) => {
  pages = new Map(sent.map(([address, head, body]) => [address, { head, body: Buffer.from(body, 'base64') }]))
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
})
process.on('SIGTERM', () => process.exit(0))

// The web server's process: Next's handler, with our manners around it.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { answering, away, sentence } from './answer.ts'
import { isReading, limitBody, refusal, securityHeaders } from './guard.ts'
import { localisedAddress } from './languages.ts'
import { peerOf, trusted } from './peer.ts'
import { measure, standing, watchDatabase } from './standing.ts'

const dev = process.env.NODE_ENV !== 'production'
const hostname = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)

if (process.env.FETCH_ALLOW_PRIVATE && !/^(localhost|127(\.\d+){3}|::1)$/.test(hostname)) {
  console.error(
    `FETCH_ALLOW_PRIVATE lets captures reach this machine and its network, so it is only for a server that nobody else can reach: unset it, or unset HOST (now ${hostname}).`,
  )
  process.exit(1)
}

const proxies = trusted()
const isAnswering = watchDatabase()

const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 }, (req, res) => {
  answer(req, res).catch((error) => {
    console.error(error)
    sentence(res, 500, 'Something went wrong on our side; it has been noted. Please try again in a moment.')
  })
})

// Handed a server that never listens, Next takes no upgrades: outside development nothing here needs them.
const app = next({ dev, hostname, port, dir: process.cwd(), httpServer: dev ? server : createServer() })
await app.prepare()
const handle = app.getRequestHandler()

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.on('error', (error) => console.error(error))
  // Whatever a client wrote there is overwritten: sign-in counts by it.
  req.headers['x-peer'] = peerOf(req, proxies)
  securityHeaders(req, res, dev)
  measure(req, res)
  if (await standing(req, res)) return
  const refuse = (status: number, text: string) => {
    res.setHeader('connection', 'close')
    sentence(res, status, text)
  }
  const refused = refusal(req)
  if (refused) return refuse(...refused)
  const localised = isReading(req) && localisedAddress(req)
  if (localised) return void res.writeHead(307, { location: localised, vary: 'accept-language' }).end()
  // Written over whatever a client wrote there: layouts do not see the address of their page.
  req.headers['x-address'] = req.url ?? '/'
  // A form is let through: it comes back with what was typed.
  const isPage = req.method === 'GET' && !req.url?.startsWith('/_next/')
  if (isPage && !isAnswering()) return sentence(res, 503, away)
  limitBody(req, refuse)
  await answering(req, res, () => handle(req, res), !dev)
}

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  const insist = setTimeout(() => server.closeAllConnections(), 10_000)
  server.close(() => {
    clearTimeout(insist)
    const last = setTimeout(() => process.exit(0), 2_000)
    app.close().finally(() => {
      clearTimeout(last)
      process.exit(0)
    })
  })
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

server.listen(port, hostname)

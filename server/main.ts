// The web server's process: Next's handler, with our manners around it.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { sessionCookie } from '#lib/auth/cookies.ts'
import { peerOf, trusted } from './client-address.ts'
import { watchEdition } from './content-version.ts'
import { watchDatabase } from './database-watch.ts'
import { countPages, measure, standing } from './health.ts'
import { localisedAddress } from './locale-redirect.ts'
import { publicPages } from './page-cache.ts'
import {
  home,
  isReading,
  limitBody,
  nameUs,
  publicManners,
  reachOf,
  refusal,
  securityHeaders,
} from './request-checks.ts'
import { keepForm } from './resend-form.ts'
import { answering, type Said, sentence } from './respond.ts'
import { apart } from './static-render.ts'

const dev = process.env.NODE_ENV !== 'production'
const hostname = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)

if (process.env.FETCH_ALLOW_PRIVATE && !/^(localhost|127(\.\d+){3}|::1)$/.test(hostname)) {
  console.error(
    `FETCH_ALLOW_PRIVATE lets captures reach this machine and its network, so it is only for a server that nobody else can reach: unset it, or unset HOST (now ${hostname}).`,
  )
  process.exit(1)
}

const megabytes = dev ? 0 : Number(process.env.PAGE_CACHE_MB || 128)
if (!(megabytes >= 0)) {
  console.error('PAGE_CACHE_MB is a number of megabytes; 0 keeps no pages.')
  process.exit(1)
}

const proxies = trusted()
const isAnswering = watchDatabase()
const watch = watchEdition()

const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 }, (req, res) => {
  if (pages.swift(req, res)) return
  answer(req, res).catch((error) => {
    console.error(error)
    sentence(res, 500, 'failed')
  })
})

// Handed a server that never listens, Next takes no upgrades: outside development nothing here needs them.
const app = next({ dev, hostname, port, dir: process.cwd(), httpServer: dev ? server : createServer() })
await app.prepare()
const drawn = app.getRequestHandler()
const handle = (req: IncomingMessage, res: ServerResponse) => {
  nameUs(req)
  return drawn(req, res)
}
const manners = publicManners()
const pages = publicPages({
  async handle(req, res) {
    const { draw, parts } = apart()
    await answering(req, res, () => handle(req, res), true, draw)
    return parts
  },
  watch,
  manners: manners.flat(),
  home: home(),
  session: sessionCookie(home()),
  megabytes,
  mayDraw: isAnswering,
})
countPages(pages.counts)

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.on('error', (error) => console.error(error))
  // Before anything is waited for: what came in one packet with its head is read next.
  keepForm(req)
  // Whatever a client wrote there is overwritten: sign-in counts by it.
  req.headers['x-peer'] = peerOf(req, proxies)
  const page = pages.addressOf(req.url ?? '')
  // Development reloads pages by script, so there they keep it.
  const isScriptless = page !== null && !dev
  if (isScriptless) for (const [name, value] of [...manners, reachOf()]) res.setHeader(name, value)
  else securityHeaders(req, res, dev)
  measure(req, res)
  if (await standing(req, res)) return
  const refuse = (status: number, said: Said) => {
    res.setHeader('connection', 'close')
    sentence(res, status, said)
  }
  const refused = refusal(req)
  if (refused) return refuse(...refused)
  const localised = isReading(req) && localisedAddress(req)
  if (localised) return void res.writeHead(307, { location: localised, vary: 'accept-language' }).end()
  limitBody(req, refuse)
  if (page) req.url = page.url
  // Written over whatever a client wrote there: layouts do not see the address of their page.
  req.headers['x-address'] = req.url ?? '/'
  const written = isReading(req) ? undefined : watch.writing()
  try {
    if (isScriptless) return await pages.answer(req, res, page)
    // A form is let through: it comes back with what was typed.
    const isPage = req.method === 'GET' && !req.url?.startsWith('/_next/')
    if (isPage && !isAnswering()) return sentence(res, 503, 'away')
    await answering(req, res, () => handle(req, res), !dev)
  } finally {
    if (written) {
      if (res.closed) written()
      else res.once('close', written)
    }
  }
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

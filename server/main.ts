// The web server's process: node:http, our own headers and page cache, and Next.js behind them.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { sessionCookie } from '#lib/auth/cookies.ts'
import { clientAddress, trustedProxies } from './client-address.ts'
import { ContentVersionWatch } from './content-version.ts'
import { watchDatabase } from './database-watch.ts'
import { answerHealth } from './health.ts'
import { localeRedirect } from './locale-redirect.ts'
import { countPages, measure } from './metrics.ts'
import { startNext } from './next-handler.ts'
import { ownOrigin } from './own-origin.ts'
import { isWithoutLanguage, pageKey } from './page-key.ts'
import { aliases } from './public-routes.ts'
import { isSafe, limitBody, refusal } from './request-checks.ts'
import { rememberForm } from './resend-form.ts'
import { answering, type ErrorKey, errorPage } from './respond.ts'
import { resourcePolicy, scriptlessHeaders, setHeaders, setNonceHeaders } from './security-headers.ts'
import { PublicSite } from './serve-page.ts'
import { staticHeaders } from './static-files.ts'

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

const proxies = trustedProxies()
const mayRender = watchDatabase()
const watch = new ContentVersionWatch()
// An idle connection is kept for longer than proxies keep theirs (nginx: 60 s), so that none sends a form down one that
// is just being closed.
const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 75_000 })
// Handed a server that never listens, Next takes no upgrades: outside development nothing here needs them.
const next = await startNext(dev, hostname, port, dev ? server : createServer())

const publicHeaders = scriptlessHeaders()
const site = new PublicSite({
  handle: next.handleStatic,
  origin: ownOrigin(),
  session: sessionCookie(ownOrigin()),
  headers: publicHeaders.flat(),
  megabytes,
  watch,
  mayRender,
})
countPages(() => site.counts())

server.on('request', (req, res) => {
  if (site.fastPath(req, res)) return
  answer(req, res).catch((error) => {
    console.error(error)
    errorPage(res, 500, 'failed')
  })
})

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.on('error', (error) => console.error(error))
  // Before anything is waited for: what came in one packet with its head is read next.
  rememberForm(req)
  // Whatever a client wrote there is overwritten: sign-in counts by it.
  req.headers['x-peer'] = clientAddress(req, proxies)
  const [asked = ''] = (req.url ?? '').split('?', 1)
  const path = aliases[asked] ?? asked
  if (path !== asked) req.url = path
  const page = pageKey(req.url ?? '', Date.now())
  // Development reloads pages by script, so there they keep it.
  const isScriptless = page !== null && !dev
  const file = staticHeaders(path)
  if (file) setHeaders(res, file)
  else if (isScriptless || isWithoutLanguage(path)) setHeaders(res, [...publicHeaders, resourcePolicy()])
  else setNonceHeaders(req, res, dev)
  measure(req, res)
  if (await answerHealth(req, res)) return
  const refuse = (status: number, key: ErrorKey) => {
    res.setHeader('connection', 'close')
    errorPage(res, status, key)
  }
  const refused = refusal(req)
  if (refused) return refuse(...refused)
  const localised = isSafe(req) && localeRedirect(req)
  if (localised) return void res.writeHead(307, { location: localised, vary: 'accept-language' }).end()
  limitBody(req, refuse)
  if (page) req.url = page.url
  // Written over whatever a client wrote there: layouts do not see the address of their page.
  req.headers['x-address'] = req.url ?? '/'
  const written = isSafe(req) ? undefined : watch.writing()
  try {
    if (isScriptless) return await site.answer(req, res, page)
    // A form is let through: it comes back with what was typed.
    const isPage = req.method === 'GET' && !file && !req.url?.startsWith('/_next/')
    if (isPage && !mayRender()) return errorPage(res, 503, 'away')
    await answering(req, res, () => next.handle(req, res), !dev)
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
  const insist = setTimeout(() => {
    console.error('Told to stop ten seconds ago: what is still under way is broken off.')
    server.closeAllConnections()
  }, 10_000)
  // One that was in use when the server was told stays open after its answer, unless it is closed then.
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  server.close(() => {
    clearTimeout(insist)
    clearInterval(idle)
    const last = setTimeout(() => process.exit(0), 2_000)
    next.close().finally(() => {
      clearTimeout(last)
      process.exit(0)
    })
  })
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

server.listen(port, hostname)

// Answers public pages: from memory while their edition is the newest, else drawn, without scripts. See
// docs/how-serves-a-page.md.

import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Edition, Watch } from './content-version.ts'
import { type Encoding, encode, encodingOf } from './encodings.ts'
import { type Address, publicAddress } from './public-routes.ts'
import { type Drawn, draw, type Handle, requestFor } from './render-page.ts'
import { reachOf } from './request-checks.ts'
import { sentence } from './respond.ts'
import { shelf } from './shelf.ts'

/** An answer in one encoding, with the head that goes with it as node:http takes it at once. */
type Ready = { tag: string; head: string[]; unchanged: string[]; bytes: Buffer }
type Page = {
  type: string
  hash: string
  bytes: Buffer
  /** Pictures are packed already. */
  isText: boolean
  ready: Partial<Record<Encoding, Ready>>
}
type Kept = { by: 'pages' | 'sources'; edition: string; day: number; page: Page }
type Made = { page: Page } | { drawn: Drawn }

export type Setting = {
  handle: Handle
  watch: Watch
  /** What stands in every head of a public answer. */
  manners: string[]
  home: string
  /** The name that a session's cookie has. */
  session: string
  megabytes: number
  mayDraw: () => boolean
}

const dayMs = 86_400_000
// A quarter is for what is asked with parameters: however much is searched, it cannot push out the pages themselves.
const shareOfAsked = 0.25
// An entry is dated a little later than now when several are written within a millisecond, never by more than this.
const mostEarly = 1_000
const patienceMs = 20_000
// Next sends title and description late, for a script to put in place, to whoever does not say what they are.
const agent = 'Followthrough'
const vary = ['Vary', 'Accept-Encoding, Cookie']

export function publicPages({ handle, watch, manners, home, session, megabytes, mayDraw }: Setting) {
  const all = megabytes * 2 ** 20
  const plain = shelf<Kept>(all * (1 - shareOfAsked))
  const asked = shelf<Kept>(all * shareOfAsked)
  const flights = new Map<string, Promise<Made>>()
  const counts = { kept: 0, unchanged: 0, drawn: 0 }
  const { host } = new URL(home)

  const isMember = (req: IncomingMessage) => req.headers.cookie?.includes(session) ?? false
  const isFresh = (kept: Kept, edition: Edition) =>
    kept.edition === edition[kept.by] && kept.day === Math.floor(Date.now() / dayMs)

  /** Answers at once what lies ready; false leaves everything to `answer`. Nothing here waits or asks. */
  function swift(req: IncomingMessage, res: ServerResponse): boolean {
    const { method, url = '' } = req
    if (method !== 'GET' && method !== 'HEAD') return false
    const kept = plain.get(url) ?? asked.get(url)
    const edition = kept && watch.known()
    if (!edition || !isFresh(kept, edition)) return false
    const { accepted, known, isMember } = told(req.rawHeaders)
    if (isMember) return false
    const ready = kept.page.ready[kept.page.isText ? encodingOf(accepted) : 'identity']
    if (!ready) return false
    give(method, known, res, ready)
    return true
  }

  // By hand, because only a page that must be drawn is worth the parsing of all of them.
  function told(raw: string[]) {
    let accepted: string | undefined
    let known: string | undefined
    let isMember = false
    for (let at = 0; at < raw.length; at += 2) {
      const name = raw[at] ?? ''
      const value = raw[at + 1] ?? ''
      if (name.length === 6 && name.toLowerCase() === 'cookie') isMember ||= value.includes(session)
      else if (name.length === 15 && name.toLowerCase() === 'accept-encoding')
        accepted = accepted === undefined ? value : `${accepted}, ${value}`
      else if (name.length === 13 && name.toLowerCase() === 'if-none-match')
        known = known === undefined ? value : `${known}, ${value}`
    }
    return { accepted, known, isMember }
  }

  function give(
    method: string | undefined,
    known: string | undefined,
    res: ServerResponse,
    ready: Ready,
  ): void {
    if (known !== undefined && matches(known, ready.tag)) {
      counts.unchanged++
      res.writeHead(304, ready.unchanged).end()
      return
    }
    counts.kept++
    res.writeHead(200, ready.head)
    if (method === 'HEAD') res.end()
    else res.end(ready.bytes)
  }

  async function readyIn(page: Page, wanted: Encoding): Promise<Ready> {
    const encoding = page.isText ? wanted : 'identity'
    const found = page.ready[encoding]
    if (found) return found
    const bytes = await encode(page.bytes, encoding)
    const tag = `"${page.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const about = [...vary, 'ETag', tag, 'Cache-Control', 'no-cache']
    const coded = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
    const head = [
      ...['Content-Type', page.type, 'Content-Length', String(bytes.length)],
      ...coded,
      ...about,
      ...manners,
      ...reachOf(page.type),
    ]
    const ready = { tag, head, unchanged: about, bytes }
    page.ready[encoding] = ready
    return ready
  }

  /** The page of an address as a visitor sees it, kept or drawn; what cannot be kept comes as it was drawn. */
  async function pageOf(address: Address): Promise<Made | undefined> {
    const edition = all > 0 && address.by ? await watch.confirmed() : undefined
    const by = address.by
    if (!edition || !by) return mayDraw() ? { drawn: await drawn(address.url) } : undefined
    const kept = (address.isPlain ? plain : asked).get(address.url)
    if (kept && isFresh(kept, edition)) return kept
    if (!mayDraw()) return undefined
    const key = `${edition[by]} ${Math.floor(Date.now() / dayMs)} ${address.url}`
    const other = flights.get(key)
    if (other) return other
    const flight = make(address, by, edition)
    flights.set(key, flight)
    // Should a drawing never end, whoever asks later has it drawn again.
    const late = setTimeout(() => flights.delete(key), patienceMs)
    return flight.finally(() => {
      clearTimeout(late)
      flights.delete(key)
    })
  }

  async function make(address: Address, by: Kept['by'], edition: Edition): Promise<Made> {
    const early = edition.at - Date.now()
    if (early > 0 && early <= mostEarly) await wait(early)
    const begun = Date.now()
    const found = await drawn(address.url)
    // Next gives the heads of what is no page as lists.
    const [type] = [found.headers['content-type']].flat()
    if (found.status !== 200 || found.headers['set-cookie'] || typeof type !== 'string')
      return { drawn: found }
    const hash = createHash('sha256').update(found.body).digest('base64url').slice(0, 27)
    const page: Page = { type, hash, bytes: found.body, isText: isText(type), ready: {} }
    // Drawn before the newest entry's instant, it may lack that entry: good for whoever waits, not for the next.
    if (begun < edition.at) return { page }
    const kept = { by, edition: edition[by], day: Math.floor(begun / dayMs), page }
    const shelved = address.isPlain ? plain : asked
    // Its other encodings are made when they are wanted: what they can weigh is counted from the start.
    shelved.put(address.url, kept, found.body.length * 1.5)
    return kept
  }

  async function drawn(url: string, headers: Record<string, string> = {}): Promise<Drawn> {
    counts.drawn++
    return draw(requestFor(url, { host, 'user-agent': agent, 'x-address': url, ...headers }), handle)
  }

  /** Answers a request for a public page, whoever sends it and however. */
  async function answer(req: IncomingMessage, res: ServerResponse, address: Address): Promise<void> {
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    const member = isMember(req)
    if (isReading && !member) {
      const made = await pageOf(address)
      if (!made) return sentence(res, 503, 'away')
      const encoding = encodingOf(req.headers['accept-encoding'])
      if ('page' in made)
        return give(req.method, req.headers['if-none-match'], res, await readyIn(made.page, encoding))
      return send(req, res, made.drawn, 'no-cache')
    }
    if (isReading && !mayDraw()) return sentence(res, 503, 'away')
    if (isReading) return send(req, res, await drawn(address.url, sentBy(req)), 'private, no-store')
    for (const name of Object.keys(req.headers)) if (isOfNext(name)) delete req.headers[name]
    req.headers['user-agent'] ||= agent
    // Next would pack its answer: scripts are taken out of it first, and `send` packs it.
    const { 'accept-encoding': accepted } = req.headers
    delete req.headers['accept-encoding']
    const found = await draw(req, handle)
    if (accepted !== undefined) req.headers['accept-encoding'] = accepted
    return send(req, res, found, 'private, no-store')
  }

  async function send(
    req: IncomingMessage,
    res: ServerResponse,
    { status, headers, body }: Drawn,
    cache: string,
  ) {
    const encoding = isText(headers['content-type']) ? encodingOf(req.headers['accept-encoding']) : 'identity'
    const bytes = await encode(body, encoding)
    res.setHeader(...reachOf(String(headers['content-type'])))
    for (const name of ['content-type', 'content-disposition', 'location', 'allow', 'retry-after'])
      if (headers[name] !== undefined) res.setHeader(name, headers[name])
    // What a form's answer sets is its sender's; a page that is read sets nothing.
    if (req.method === 'POST' && headers['set-cookie']) res.setHeader('set-cookie', headers['set-cookie'])
    if (encoding !== 'identity') res.setHeader('content-encoding', encoding)
    res.setHeader('vary', 'Accept-Encoding, Cookie')
    res.setHeader('cache-control', cache)
    res.setHeader('content-length', bytes.length)
    res.writeHead(status)
    res.end(req.method === 'HEAD' ? undefined : bytes)
  }

  const sizes = () => ({ plain: plain.size(), asked: asked.size() })
  return { swift, answer, sizes, counts, addressOf: (url: string) => publicAddress(url, Date.now()) }
}

/** What a member's page may know of the request: who asks, and from where. */
function sentBy({ headers }: IncomingMessage): Record<string, string> {
  return {
    cookie: headers.cookie ?? '',
    'x-peer': String(headers['x-peer'] ?? ''),
  }
}

const isText = (type: unknown) => /^text\/|json|xml/.test(String(type))
const isOfNext = (name: string) => /^(rsc$|next-|x-middleware-|x-nextjs-|x-matched-path)/.test(name)

/** Whether an If-None-Match names this tag (RFC 9110 §13.1.2): weakly compared, in a list, or any with “*”. */
export function matches(known: string, tag: string): boolean {
  return (
    known === tag || known.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W\//, '')))
  )
}

// The page cache: public pages in two LRU caches, each page good for as long as its content version is the newest.
// docs/how-serves-a-page.md.

import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { dayMs } from '#lib/dates.ts'
import { CachedPage } from './cached-page.ts'
import type { ContentVersion, ContentVersionWatch } from './content-version.ts'
import type { Whole } from './in-memory-http.ts'
import type { PageKey } from './page-key.ts'
import { SingleFlight } from './single-flight.ts'

type Entry = { by: 'pages' | 'sources'; version: string; day: number; page: CachedPage }
/** A page that is kept, or an answer that cannot be. */
export type Found = { page: CachedPage } | { once: Whole }
export type Options = {
  /** 0 keeps nothing. */
  megabytes: number
  watch: Pick<ContentVersionWatch, 'known' | 'confirmed'>
  render: (url: string) => Promise<Whole>
  /** Whether the database answers, without which nothing can be rendered. */
  mayRender: () => boolean
  /** What stands in the head of every answer. */
  headers: string[]
}

// A quarter is for what is asked with parameters: however much is searched, it cannot push out the pages themselves.
const shareOfAsked = 0.25
// What an entry takes besides its key and its page.
const overhead = 400
// An entry of the ledger is dated a little later than now when several are written within a millisecond, never by more.
const mostEarlyMs = 1_000
const longestFlightMs = 20_000

const lru = (bytes: number) => new LRUCache<string, Entry>({ maxSize: Math.max(1, Math.floor(bytes)) })
const today = () => Math.floor(Date.now() / dayMs)
const isFresh = (entry: Entry, version: ContentVersion) =>
  entry.version === version[entry.by] && entry.day === today()

export class PageCache {
  readonly #options: Options
  readonly #plain: LRUCache<string, Entry>
  readonly #asked: LRUCache<string, Entry>
  readonly #flights = new SingleFlight<Found>(longestFlightMs)

  constructor(options: Options) {
    const bytes = options.megabytes * 2 ** 20
    this.#options = options
    this.#plain = lru(bytes * (1 - shareOfAsked))
    this.#asked = lru(bytes * shareOfAsked)
  }

  /** The page that lies under an address as it was asked and is surely the newest: nothing here waits or asks. */
  peek(url: string): CachedPage | undefined {
    const entry = this.#plain.get(url) ?? this.#asked.get(url)
    const version = entry && this.#options.watch.known()
    return version && isFresh(entry, version) ? entry.page : undefined
  }

  /** The page as a visitor sees it, kept or rendered; undefined where it would have to be rendered and cannot be. */
  async get(key: PageKey): Promise<Found | undefined> {
    const { megabytes, watch, mayRender, render } = this.#options
    const { by, url } = key
    const version = megabytes > 0 && by ? await watch.confirmed() : undefined
    if (!version || !by) return mayRender() ? { once: await render(url) } : undefined
    const entry = this.#cacheOf(key).get(url)
    if (entry && isFresh(entry, version)) return entry
    if (!mayRender()) return undefined
    return this.#flights.share(`${version[by]} ${today()} ${url}`, () => this.#fill(key, by, version))
  }

  async #fill(key: PageKey, by: Entry['by'], version: ContentVersion): Promise<Found> {
    const early = version.at - Date.now()
    if (early > 0 && early <= mostEarlyMs) await wait(early)
    const begun = Date.now()
    const rendered = await this.#options.render(key.url)
    // Next gives the headers of what is no page as lists.
    const [type] = [rendered.headers['content-type']].flat()
    if (rendered.status !== 200 || rendered.headers['set-cookie'] || typeof type !== 'string')
      return { once: rendered }
    const page = new CachedPage(type, rendered.body, this.#options.headers)
    // Rendered before the newest entry's instant, it may lack that entry: good for whoever waits, not for the next.
    if (begun < version.at) return { page }
    const entry = { by, version: version[by], day: Math.floor(begun / dayMs), page }
    this.#cacheOf(key).set(key.url, entry, { size: page.size + key.url.length + overhead })
    return entry
  }

  #cacheOf({ isPlain }: PageKey): LRUCache<string, Entry> {
    return isPlain ? this.#plain : this.#asked
  }

  /** Bytes that are taken and pages that are kept, of addresses without and with parameters. */
  sizes() {
    const of = (cache: LRUCache<string, Entry>) => ({ bytes: cache.calculatedSize, count: cache.size })
    return { plain: of(this.#plain), asked: of(this.#asked) }
  }
}

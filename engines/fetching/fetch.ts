// Knows the one way out to the web: what is asked, of whom, how much of the answer is taken, and for how long.

import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector, Client } from 'undici'
import {
  checkedAddress,
  checkedMachines,
  machineOf,
  openOrPrivate,
  openWeb,
} from '#engines/fetching/addresses.ts'
import { failureOf, isRedirect, keptHeaders, statusFault } from '#engines/fetching/answers.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import { orAborted } from '#engines/fetching/politeness.ts'
import {
  type Answer,
  type Ask,
  type Hops,
  type Limits,
  type Outside,
  unpacked,
  usual,
  type Visit,
  visitPage,
} from '#engines/fetching/redirects.ts'
import { Watch } from '#engines/fetching/timeouts.ts'
import { outsideEnv } from '#lib/env.ts'

export type Fetched = {
  bytes: Uint8Array
  status: number
  contentType: string | null
  headers: Record<string, string>
  address: string
  hops: Hops
  fetchedAt: Date
}

export async function fetchPage(
  address: string,
  options: { signal?: AbortSignal; limits?: Partial<Limits>; outside?: Outside } = {},
): Promise<Fetched> {
  const limits = { ...usual, ...options.limits }
  const signal = options.signal ?? new AbortController().signal
  const visit = { limits, outside: options.outside ?? theWeb(), signal, left: { ms: limits.totalMs } }
  return orCancelled(signal, async () => {
    const first = checkedAddress(address, visit.outside.reach)
    const { answer, url, hops } = await visitPage(first, visit, exchange)
    const bytes = await unpacked(answer, limits)
    const contentType = answer.headers['content-type'] ?? null
    const { status, headers, answeredAt: fetchedAt } = answer
    return { bytes, status, contentType, headers, address: url.href, hops, fetchedAt }
  })
}

/** Posts JSON to the address that the operator configured, which may be on this machine; nobody else's text leads here. */
export async function askModel(
  address: string,
  body: unknown,
  options: { signal?: AbortSignal; timeoutMs?: number; key?: string } = {},
): Promise<unknown> {
  const ms = options.timeoutMs ?? 30_000
  const size = 2 * 2 ** 20
  const limits = { ...usual, wireBytes: size, decodedBytes: size, totalMs: ms, headersMs: ms, idleMs: ms }
  const outside = { ...theWeb(), reach: { mayReach: () => true, mayUsePort: () => true } }
  const signal = options.signal ?? new AbortController().signal
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const ask: Ask = {
    method: 'POST',
    headers: options.key ? { ...headers, authorization: `Bearer ${options.key}` } : headers,
    body: JSON.stringify(body),
  }
  return orCancelled(signal, async () => {
    const url = checkedAddress(address, outside.reach)
    const answer = await exchange(url, ask, { limits, outside, signal, left: { ms } })
    const fault = isRedirect(answer.status) ? 'redirects' : statusFault(answer.status)
    if (fault) throw new CaptureFailure(fault, { detail: `The model service answered ${answer.status}.` })
    const text = new TextDecoder().decode(await unpacked(answer, limits))
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw new CaptureFailure('bad-answer', { detail: 'The model service did not answer in JSON.', cause })
    }
  })
}

async function orCancelled<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (signal.aborted) throw new CaptureFailure('cancelled', { cause: error })
    throw error
  }
}

function theWeb(): Outside {
  return {
    reach: outsideEnv().FETCH_ALLOW_PRIVATE ? openOrPrivate : openWeb,
    resolve: async (name) => (await lookup(name, { all: true })).map((found) => found.address),
  }
}

/** One request and its answer, over a connection of its own to a machine that was checked. */
async function exchange(url: URL, ask: Ask, { limits, outside, signal, left }: Visit): Promise<Answer> {
  const began = performance.now()
  const watch = new Watch(limits, left.ms, signal)
  let client: Client | undefined
  try {
    const machines = await orAborted(machinesOf(url, outside), watch.signal)
    client = new Client(url.origin, {
      connect: connector(machines, outside, limits, watch),
      pipelining: 1,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: 0, // the watch looks at the clock
      bodyTimeout: 0,
    })
    return await orAborted(answerOf(client, url, ask, limits, watch), watch.signal)
  } catch (error) {
    throw failureOf(error, url.protocol === 'https:', watch.isConnected)
  } finally {
    watch.end()
    client?.destroy().catch(() => undefined)
    left.ms -= performance.now() - began
  }
}

async function machinesOf(url: URL, { reach, resolve }: Outside): Promise<string[]> {
  const name = machineOf(url)
  if (isIP(name)) return checkedMachines(name, [name], reach)
  const found = await resolve(name).catch((cause) => {
    throw new CaptureFailure('dns', { detail: name, cause })
  })
  return checkedMachines(name, found, reach)
}

/** Connects to the machines that were checked: to ask for the name a second time could bring others. */
function connector(machines: string[], { reach }: Outside, limits: Limits, watch: Watch) {
  const pinned: LookupFunction = (_name, _options, callback) =>
    callback(
      null,
      machines.map((address) => ({ address, family: isIP(address) })),
    )
  const connect = buildConnector({
    lookup: pinned,
    autoSelectFamily: true,
    allowH2: false,
    maxCachedSessions: 0,
    timeout: limits.connectMs,
    keepAlive: false,
  })
  const checked: buildConnector.connector = (options, callback) =>
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      const machine = socket.remoteAddress ?? ''
      if (!reach.mayReach(machine)) {
        socket.destroy()
        const detail = `The connection led to ${machine || 'nowhere'}.`
        return callback(new CaptureFailure('address-refused', { detail }), null)
      }
      watch.connected()
      socket.on('readable', () => watch.passed(socket.bytesRead))
      callback(null, socket)
    })
  return checked
}

function answerOf(client: Client, url: URL, ask: Ask, limits: Limits, watch: Watch): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const path = url.pathname + url.search
  // Grown in place: a list of a million one-byte pieces would weigh a hundred times as much.
  const held = new ArrayBuffer(0, { maxByteLength: limits.wireBytes })
  const answer: Answer = { status: 0, headers: {}, body: new Uint8Array(held, 0, 0), answeredAt: new Date() }
  let size = 0
  client.on('disconnect', (_origin, _targets, error) => error.name !== 'InformationalError' && reject(error))
  client.dispatch(
    { ...ask, path, body: ask.body ?? null },
    {
      onRequestStart: () => undefined, // undici insists on it
      onResponseStart(controller, status, headers) {
        if (status < 200) return
        Object.assign(answer, { status, headers: keptHeaders(headers), answeredAt: new Date() })
        if (status >= 300) return resolve(answer) // what it says beside its status is not read
        const framing = answer.headers['transfer-encoding'] ?? 'chunked'
        if (framing.toLowerCase() !== 'chunked')
          return controller.abort(new CaptureFailure('encoding', { detail: framing.slice(0, 200) }))
        watch.answered(Number(answer.headers['content-length'] ?? 0))
      },
      onResponseData(controller, piece) {
        watch.received(size + piece.length)
        if (watch.signal.aborted) return controller.abort(watch.signal.reason)
        if (size + piece.length > held.byteLength)
          held.resize(Math.min(limits.wireBytes, Math.max(size + piece.length, held.byteLength + 65_536)))
        new Uint8Array(held).set(piece, size)
        size += piece.length
      },
      onResponseEnd() {
        const whole = { ...answer, body: new Uint8Array(held).slice(0, size) }
        // What was sent beyond the announced end closes the connection with an error, a turn of the loop later.
        setImmediate(setImmediate, () => resolve(whole))
      },
      onResponseError: (_controller, error) => reject(error),
    },
  )
  return promise
}

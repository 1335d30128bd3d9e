// Knows how one HTTP request is made: name resolution, a connection pinned to machines that were checked (against SSRF
// and DNS rebinding), and an answer taken within its limits.

import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector, Client } from 'undici'
import { checkedMachines, machineOf, type Reach } from '#engines/fetching/addresses.ts'
import { failureOf, headersToKeep } from '#engines/fetching/answers.ts'
import { CaptureFailure } from '#engines/fetching/faults.ts'
import type { Limits } from '#engines/fetching/limits.ts'
import { orAborted } from '#engines/fetching/politeness.ts'
import { Timeouts } from '#engines/fetching/timeouts.ts'
import { packingOf, unpack } from '#engines/fetching/unpack.ts'

/** How names become machines, and which of them may be reached. */
export type Network = { reach: Reach; resolve: (name: string) => Promise<string[]> }

/** What requests for one thing share; `left` is the time that remains for all of them together. */
export type Connecting = { limits: Limits; network: Network; signal: AbortSignal; left: { ms: number } }
export type Ask = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string }
export type Answer = { status: number; headers: Record<string, string>; body: Uint8Array; answeredAt: Date }

/** The addresses that the resolver of this machine knows for a name. */
export async function resolveName(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address)
}

/** One request and its answer, over a connection of its own to a machine that was checked. */
export async function exchange(
  url: URL,
  ask: Ask,
  { limits, network, signal, left }: Connecting,
): Promise<Answer> {
  const began = performance.now()
  const timeouts = new Timeouts(limits, left.ms, signal)
  let client: Client | undefined
  try {
    const machines = await orAborted(machinesOf(url, network), timeouts.signal)
    client = new Client(url.origin, {
      connect: connector(machines, network, limits, timeouts),
      pipelining: 1,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: 0, // the timeouts above look at the clock
      bodyTimeout: 0,
    })
    return await orAborted(answerOf(client, url, ask, limits, timeouts), timeouts.signal)
  } catch (error) {
    throw failureOf(error, url.protocol === 'https:', timeouts.isConnected)
  } finally {
    timeouts.end()
    client?.destroy().catch(() => undefined)
    left.ms -= performance.now() - began
  }
}

async function machinesOf(url: URL, { reach, resolve }: Network): Promise<string[]> {
  const name = machineOf(url)
  if (isIP(name)) return checkedMachines(name, [name], reach)
  const found = await resolve(name).catch((cause) => {
    throw new CaptureFailure('dns', { detail: name, cause })
  })
  return checkedMachines(name, found, reach)
}

/** Connects to the machines that were checked: to ask for the name a second time could bring others. */
function connector(machines: string[], { reach }: Network, limits: Limits, timeouts: Timeouts) {
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
      timeouts.connected()
      socket.on('readable', () => timeouts.passed(socket.bytesRead))
      callback(null, socket)
    })
  return checked
}

function answerOf(client: Client, url: URL, ask: Ask, limits: Limits, timeouts: Timeouts): Promise<Answer> {
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
        Object.assign(answer, { status, headers: headersToKeep(headers), answeredAt: new Date() })
        if (status >= 300) return resolve(answer) // what it says beside its status is not read
        const framing = answer.headers['transfer-encoding'] ?? 'chunked'
        if (framing.toLowerCase() !== 'chunked')
          return controller.abort(new CaptureFailure('encoding', { detail: framing.slice(0, 200) }))
        timeouts.answered(Number(answer.headers['content-length'] ?? 0))
      },
      onResponseData(controller, piece) {
        timeouts.received(size + piece.length)
        if (timeouts.signal.aborted) return controller.abort(timeouts.signal.reason)
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

/** The bytes of an answer, out of their packing. */
export const unpacked = (answer: Answer, limits: Limits) =>
  unpack(answer.body, packingOf(answer.headers['content-encoding']), limits.decodedBytes)

// What pages are made of: their answers as they come over the wire, and what a browser must fetch to show them.

import { get, type IncomingMessage } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { UserError } from '#bin/steps.mjs'
import type { Sent } from '../limits/bare.ts'
import type { Page } from './pages.ts'

export type Weight = { page: string; address: string; html: number; styles: number; scripts: number }

type Wire = { head: string[]; bytes: Buffer; text: string }

async function fetched(url: string): Promise<Wire> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get(url, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' }, agent: false }, resolve).on(
    'error',
    reject,
  )
  const answer = await promise
  const bytes = Buffer.concat(await answer.toArray())
  if (answer.statusCode !== 200) throw new UserError(`${url} answered ${answer.statusCode}.`)
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[String(answer.headers['content-encoding'])]
  return { head: answer.rawHeaders, bytes, text: String(unpack ? unpack(bytes) : bytes) }
}

// What node:http writes itself, into every answer.
const own = /^(date|connection|keep-alive|transfer-encoding)$/i

/** Fetches every page once: the answers for the bare server, the weights, and the proof that each can be had. */
export async function fetchAll(origin: string, pages: Page[]): Promise<{ sent: Sent; weights: Weight[] }> {
  const sent: Sent = []
  const weights: Weight[] = []
  const styles = new Map<string, number>()
  for (const page of pages)
    for (const address of page.addresses) {
      const { head, bytes, text } = await fetched(origin + address)
      const pairs = head.flatMap((name, at) => (at % 2 ? [] : [[name, head[at + 1] ?? '']]))
      sent.push([address, pairs.filter(([name = '']) => !own.test(name)).flat(), bytes.toString('base64')])
      const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
      for (const href of sheets)
        if (!styles.has(href)) styles.set(href, (await fetched(origin + href)).bytes.length)
      weights.push({
        page: page.name,
        address,
        html: bytes.length,
        styles: sheets.reduce((sum, href) => sum + (styles.get(href) ?? 0), 0),
        // JSON-LD is data that searchers read.
        scripts: text.match(/<script\b(?! type="application\/ld\+json")/gi)?.length ?? 0,
      })
    }
  return { sent, weights }
}

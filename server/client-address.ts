// The client's IP address: the socket's, or what a trusted proxy says of its own other end (X-Forwarded-For).

import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** TRUST_PROXY: addresses or ranges (10.0.0.0/8, ::1, loopback), with commas. Throws at the first that is neither. */
export function trustedProxies(setting = process.env.TRUST_PROXY ?? ''): Range[] {
  const named = setting
    .split(',')
    .flatMap((each) => (each.trim() === 'loopback' ? ['127.0.0.0/8', '::1/128'] : [each.trim()]))
  return named.filter(Boolean).map((text) => {
    if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
    if (!ipaddr.isValid(text)) throw new Error(`TRUST_PROXY: “${text}” is neither an address nor a range.`)
    const address = ipaddr.process(text)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  })
}

/**
 * The address to count by. X-Forwarded-For is read from its end, where our own proxies wrote, and only for as long as
 * what is read was written by one that is trusted: whatever a stranger put in front of it is never looked at.
 */
export function clientAddress(req: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: Range[]): string {
  const hops = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
  let client = req.socket.remoteAddress ?? ''
  while (hops.length && isTrusted(client, proxies)) {
    const next = hops.pop() ?? ''
    if (!ipaddr.isValid(next)) break
    client = next
  }
  return ipaddr.isValid(client) ? ipaddr.process(client).toString() : ''
}

function isTrusted(text: string, proxies: Range[]): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  return proxies.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))
}

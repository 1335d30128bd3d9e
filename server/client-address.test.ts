import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress, trustedProxies } from './client-address.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as Pick<IncomingMessage, 'headers' | 'socket'>

test('without a trusted proxy the header is not looked at', () => {
  expect(clientAddress(from('203.0.113.9', '198.51.100.1'), [])).toBe('203.0.113.9')
  expect(clientAddress(from('::ffff:203.0.113.9', '198.51.100.1'), trustedProxies('10.0.0.0/8'))).toBe(
    '203.0.113.9',
  )
})

test('a trusted proxy names its other end, and what a stranger wrote before it counts for nothing', () => {
  const proxies = trustedProxies('loopback, 10.0.0.0/8')
  expect(clientAddress(from('127.0.0.1', '198.51.100.1'), proxies)).toBe('198.51.100.1')
  expect(clientAddress(from('10.1.2.3', '1.1.1.1, 198.51.100.1'), proxies)).toBe('198.51.100.1')
  expect(clientAddress(from('::1', '1.1.1.1, 198.51.100.1, 10.9.9.9'), proxies)).toBe('198.51.100.1')
  expect(clientAddress(from('127.0.0.1', 'nonsense'), proxies)).toBe('127.0.0.1')
  expect(clientAddress(from('127.0.0.1'), proxies)).toBe('127.0.0.1')
})

test('a setting that is no address is refused at the start', () => {
  expect(() => trustedProxies('yes')).toThrow('“yes” is neither')
})

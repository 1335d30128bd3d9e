// Answers that would fill a memory, never end, or lie about themselves, and the fault that each must come to.

import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import type { CaptureFault } from '#engines/fetching/faults.ts'
import { type Answering, answer, drip, flood, page, redirect } from './site.ts'

type Body = { name: string; fault: CaptureFault; send: Answering; robots?: Answering; isSlow?: boolean }

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n'
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 2 ** 20)
const packed = (encoding: string, bytes: Uint8Array) =>
  answer(`200 OK\r\ncontent-encoding: ${encoding}\r\ncontent-length: ${bytes.length}`, bytes)
const after =
  (head: string, send: Answering): Answering =>
  (socket, request) => {
    socket.write(head)
    send(socket, request)
  }
const floods =
  (bytes: string | Uint8Array): Answering =>
  (socket) =>
    flood(socket, bytes)

/** The bombs are made when they are asked for: a gigabyte of zeros is nothing to hold on to. */
const bombs: Body[] = [
  {
    name: 'gzip-1-gb',
    fault: 'too-large',
    send: (socket, request) => {
      const member = gzipSync(zeros(16))
      packed('gzip', Buffer.concat(Array.from({ length: 64 }, () => member)))(socket, request)
    },
  },
  { name: 'gzip-64-mb', fault: 'too-large', send: (...to) => packed('gzip', gzipSync(zeros(64)))(...to) },
  {
    name: 'deflate-64-mb',
    fault: 'too-large',
    send: (...to) => packed('deflate', deflateSync(zeros(64)))(...to),
  },
  {
    name: 'br-256-mb',
    fault: 'too-large',
    send: (...to) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
      packed('br', brotliCompressSync(zeros(256), { params }))(...to)
    },
  },
  {
    name: 'gzip-in-gzip',
    fault: 'encoding',
    send: (...to) => packed('gzip, gzip', gzipSync(gzipSync(zeros(64))))(...to),
  },
  { name: 'zstd', fault: 'encoding', send: (...to) => packed('zstd', zstdCompressSync(zeros(64)))(...to) },
]

const endless: Body[] = [
  { name: 'infinite', fault: 'too-large', send: after(`${ok}\r\n`, floods(zeros(1))) },
  {
    name: 'announces-2-gb',
    fault: 'too-large',
    send: after(`${ok}content-length: 2147483648\r\n\r\n`, floods(zeros(1))),
  },
  { name: '30-mb', fault: 'too-large', send: (...to) => answer('200 OK', zeros(30))(...to) },
  {
    name: 'chunk-extensions',
    fault: 'too-large',
    send: after(`${ok}transfer-encoding: chunked\r\n\r\n`, floods(`1;${'x'.repeat(8_000)}\r\na\r\n`)),
  },
  {
    name: 'one-chunk-extension',
    fault: 'too-large',
    send: after(`${ok}transfer-encoding: chunked\r\n\r\n1;`, floods('x'.repeat(65_536))),
  },
  {
    name: 'tiny-chunks',
    fault: 'too-large',
    send: after(`${ok}transfer-encoding: chunked\r\n\r\n`, floods('1\r\na\r\n'.repeat(10_000))),
  },
  {
    name: 'interim-answers',
    fault: 'too-large',
    send: floods('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(1_000)),
  },
  {
    name: 'continue-for-ever',
    fault: 'bad-answer',
    send: floods('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1_000)),
  },
  { name: 'header-20-mb', fault: 'bad-answer', send: after(`${ok}x: `, floods('x'.repeat(65_536))) },
  {
    name: 'cookies-2000',
    fault: 'bad-answer',
    send: answer(`200 OK\r\n${'set-cookie: a=b\r\n'.repeat(2_000)}`),
  },
  {
    name: 'announces-20-mb-and-waits',
    fault: 'too-large',
    send: (socket) => socket.write(`${ok}content-length: 20971520\r\n\r\n`),
  },
  {
    name: 'trailers',
    fault: 'bad-answer',
    send: after(`${ok}transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n`, floods('x: y\r\n'.repeat(1_000))),
  },
  { name: 'status-line', fault: 'too-large', send: after('HTTP/1.1 200 ', floods('x'.repeat(65_536))) },
]

const slow: Omit<Body, 'isSlow'>[] = [
  { name: 'hang', fault: 'timeout', send: () => undefined },
  { name: 'slow-headers', fault: 'timeout', send: after(ok, (socket) => drip(socket, 'x: y\r\n', 200)) },
  {
    name: 'slow-interim',
    fault: 'timeout',
    send: (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n', 200),
  },
  { name: 'slow-body', fault: 'slow', send: after(`${ok}\r\n`, (socket) => drip(socket, 'a', 100)) },
  {
    name: 'steady-body',
    fault: 'slow',
    send: after(`${ok}\r\n`, (socket) => drip(socket, 'a'.repeat(1_024), 100)),
  },
  { name: 'silent-body', fault: 'slow', send: after(`${ok}content-length: 9\r\n\r\nabc`, () => undefined) },
  { name: 'slow-robots', fault: 'timeout', send: page('a'), robots: () => undefined },
]

const lies: Body[] = [
  { name: 'garbage', fault: 'bad-answer', send: (socket) => socket.end('\u0000\u0001\u0002garbage') },
  { name: 'http-0.9', fault: 'bad-answer', send: (socket) => socket.end('<html>hello</html>') },
  { name: 'ssh', fault: 'bad-answer', send: (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n') },
  { name: 'nothing', fault: 'bad-answer', send: (socket) => socket.end() },
  { name: 'reset', fault: 'bad-answer', send: (socket) => socket.resetAndDestroy() },
  { name: 'ends-in-headers', fault: 'bad-answer', send: (socket) => socket.end(ok) },
  {
    name: 'shorter-than-announced',
    fault: 'bad-answer',
    send: answer('200 OK\r\ncontent-length: 50', 'short'),
  },
  {
    name: 'longer-than-announced',
    fault: 'bad-answer',
    send: answer('200 OK\r\ncontent-length: 5', 'much longer'),
  },
  {
    name: 'ends-in-chunks',
    fault: 'bad-answer',
    send: answer('200 OK\r\ntransfer-encoding: chunked', '5\r\nhello\r\n'),
  },
  {
    name: 'broken-chunk',
    fault: 'bad-answer',
    send: answer('200 OK\r\ntransfer-encoding: chunked', 'zz\r\nhello'),
  },
  {
    name: 'chunk-overflow',
    fault: 'bad-answer',
    send: answer('200 OK\r\ntransfer-encoding: chunked', `${'f'.repeat(20)}\r\n`),
  },
  {
    name: 'chunked-and-length',
    fault: 'bad-answer',
    send: answer('200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: 5', '5\r\nhello\r\n0\r\n\r\n'),
  },
  {
    name: 'two-lengths',
    fault: 'bad-answer',
    send: answer('200 OK\r\ncontent-length: 5\r\ncontent-length: 9', 'hello'),
  },
  { name: 'negative-length', fault: 'bad-answer', send: answer('200 OK\r\ncontent-length: -5', 'hello') },
  {
    name: 'nul-in-header',
    fault: 'bad-answer',
    send: answer('200 OK\r\nx: a\u0000b\r\ncontent-length: 5', 'hello'),
  },
  {
    name: 'switches-protocol',
    fault: 'bad-answer',
    send: answer('101 Switching\r\nupgrade: websocket\r\nconnection: upgrade'),
  },
  { name: 'part', fault: 'bad-answer', send: answer('206 Part\r\ncontent-length: 5', 'hello') },
  { name: 'framed-as-gzip', fault: 'encoding', send: answer('200 OK\r\ntransfer-encoding: gzip', 'hello') },
  { name: 'cut-gzip', fault: 'encoding', send: packed('gzip', gzipSync('a long page').subarray(0, 20)) },
  { name: 'not-gzip', fault: 'encoding', send: packed('gzip', Buffer.from('<html>not packed</html>')) },
  { name: 'unknown-packing', fault: 'encoding', send: packed('compress', Buffer.from('hello')) },
  { name: 'prototype-packing', fault: 'encoding', send: packed('constructor', Buffer.from('hello')) },
  { name: 'line-break-in-location', fault: 'bad-answer', send: redirect('/a\rset-cookie: b') },
  { name: 'line-feed-in-location', fault: 'bad-answer', send: redirect('/a\nset-cookie: b') },
  { name: 'redirect-to-itself', fault: 'redirects', send: (...to) => redirect('/redirect-to-itself')(...to) },
  {
    name: 'redirects-for-ever',
    fault: 'redirects',
    send: (socket, request) =>
      redirect(`/redirects-for-ever?${Number(/\?(\d+)/.exec(request)?.[1] ?? 0) + 1}`)(socket, request),
  },
  { name: 'redirect-to-nowhere', fault: 'bad-answer', send: answer('302 Found') },
  {
    name: 'endless-robots',
    fault: 'too-large',
    send: page('a'),
    robots: after(`${ok}\r\n`, floods(zeros(1))),
  },
  {
    name: 'robots-bomb',
    fault: 'too-large',
    send: page('a'),
    robots: (...to) => packed('gzip', gzipSync(zeros(64)))(...to),
  },
]

export const bodies: Body[] = [
  ...bombs,
  ...endless,
  ...slow.map((each) => ({ ...each, isSlow: true })),
  ...lies,
]

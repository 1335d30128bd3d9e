// Knows the limits of one request (size, rate, timeouts): how much may come, how fast, and for how long.

export const usualLimits = {
  redirects: 5,
  /** Bytes of the body as sent, of the body unpacked, and of everything that came through the socket. */
  wireBytes: 10 * 2 ** 20,
  decodedBytes: 25 * 2 ** 20,
  socketBytes: 11 * 2 ** 20,
  headerBytes: 16 * 2 ** 10,
  connectMs: 5_000,
  headersMs: 8_000,
  idleMs: 8_000,
  totalMs: 20_000,
  /** Bytes a second, on the average, once a body has been coming for as long as it may be idle. */
  minimumRate: 1_024,
}
export type Limits = typeof usualLimits

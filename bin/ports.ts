// Finds a free port for the web server.

import { createServer } from 'node:net'
import { UserError } from './steps.mjs'

function isFree(port: number, address: string): Promise<boolean> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', (error) => resolve('code' in error && error.code === 'EADDRNOTAVAIL'))
    probe.listen(port, address, () => probe.close(() => resolve(true)))
  })
}

/** The wanted port, or the next free one; `taken` says that the wanted one was not to be had. */
export async function usablePort(host: string, wanted: number): Promise<{ port: number; taken?: number }> {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new UserError('PORT is not a number between 1 and 65535.')
  // "localhost" may lead a browser to either loopback address: both must be ours, or free.
  const addresses = host === '127.0.0.1' || host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    const free = await Promise.all(addresses.map((address) => isFree(port, address)))
    if (free.every(Boolean)) return port === wanted ? { port } : { port, taken: wanted }
  }
  throw new UserError(`No port from ${wanted} on is free. Set PORT to one that is.`)
}

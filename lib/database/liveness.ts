// Liveness of the database, a circuit breaker: a frozen Postgres takes connections and says nothing, and who
// waits for it waits for good. So its connections are ended, and new ones refused until it answers.

import { Socket } from 'node:net'

type Line = { isSilent: boolean; sockets: Set<Socket> }
// Next bundles the pages apart from the server: the global is what both can see.
const kept = globalThis as { followthroughLine?: Line }
kept.followthroughLine ??= { isSilent: false, sockets: new Set() }
const line = kept.followthroughLine

const refused = () => Object.assign(new Error('The database does not answer.'), { code: 'ECONNREFUSED' })

/** The socket of a connection to the database, for pg's setting `stream`. */
export function socketToDatabase(): Socket {
  const socket = new Socket()
  if (line.isSilent) socket.connect = () => socket.destroy(refused())
  line.sockets.add(socket)
  socket.once('close', () => line.sockets.delete(socket))
  return socket
}

/** Said by whoever watches the database: see server/database-watch.ts. */
export function setUnresponsive(isSilent: boolean): void {
  line.isSilent = isSilent
  if (isSilent) for (const socket of line.sockets) socket.destroy(refused())
}

export const isUnresponsive = (): boolean => line.isSilent

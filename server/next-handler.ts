// Next.js behind our own server: starts it, and hands it requests.

import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import { pinHost } from './own-origin.ts'
import type { Handle } from './render-page.ts'
import { answering } from './respond.ts'
import { staticParts } from './static-render.ts'

export type NextHandler = {
  /** Answers as Next does. */
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Answers a public page whose static parts are rendered beside Next, and gives those. */
  handleStatic: Handle
  close: () => Promise<void>
}

/** Next takes the upgrades of `httpServer`, for live reload. */
export async function startNext(
  dev: boolean,
  hostname: string,
  port: number,
  httpServer: Server,
): Promise<NextHandler> {
  const app = next({ dev, hostname, port, dir: process.cwd(), httpServer })
  await app.prepare()
  const answer = app.getRequestHandler()
  const handle = (req: IncomingMessage, res: ServerResponse) => {
    pinHost(req)
    return answer(req, res)
  }
  return {
    handle,
    async handleStatic(req, res) {
      const { render, parts } = staticParts()
      await answering(req, res, () => handle(req, res), true, render)
      return parts
    },
    close: () => app.close(),
  }
}

// The worker process: runs jobs until it is told to stop.

import { Logger, parseCrontab, run } from 'graphile-worker'
import { env } from '#lib/env.ts'
import { calendar, handlers } from '#lib/jobs/handlers.ts'
import { log } from '#lib/log.ts'

const worker = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 1,
  maxPoolSize: 3,
  taskList: handlers,
  parsedCronItems: parseCrontab(calendar),
  logger: new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ scope }, message)
  }),
  // It catches SIGTERM and SIGINT itself: it finishes the job in hand, then goes.
})
await worker.addJob('ledger-check', {}, { jobKey: 'ledger-check' })
await worker.promise
process.exit(0)

// Structured logs (JSON, pino) for whoever operates the product, with secrets redacted.

import pino from 'pino'
import { env } from '#lib/env.ts'

export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  redact: ['*.password', '*.token', '*.cookie', '*.authorization', 'headers'],
})

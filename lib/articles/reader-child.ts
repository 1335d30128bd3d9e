// The process that reads: one source at a time, from its parent and back to it.

import { extract } from '#lib/articles/extract.ts'
import { CaptureFailure } from '#lib/articles/faults.ts'

process.on(
  'message',
  async ({ bytes, about }: { bytes: Uint8Array; about: Parameters<typeof extract>[1] }) => {
    try {
      process.send?.({ reading: await extract(bytes, about) })
    } catch (error) {
      const isKnown = error instanceof CaptureFailure
      const fault = isKnown ? error.fault : error instanceof RangeError ? 'too-deep' : 'our-side'
      const detail = isKnown ? error.detail : null
      process.send?.({ fault, detail })
    }
  },
)
process.on('disconnect', () => process.exit(0))

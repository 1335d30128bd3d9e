import { currentViewer } from '#app/current-viewer.ts'
import { downloadLedger } from '#lib/ledger/checkpoint.ts'

/** The whole ledger, for `npm run ledger:verify -- --from FILE`. */
export async function GET(): Promise<Response> {
  const lines = downloadLedger(await currentViewer())
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="ledger.ndjson"',
      'cache-control': 'no-store',
    },
  })
}

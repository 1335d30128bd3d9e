import { currentViewer } from '#app/current-viewer.ts'
import { getSigned } from '#lib/ledger/checkpoint.ts'

/** The newest checkpoint, as a signed note to keep. */
export async function GET(): Promise<Response> {
  const { newest } = await getSigned(await currentViewer())
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return newest
    ? new Response(newest.note, { headers })
    : new Response('Nothing has been signed yet.\n', { status: 404, headers })
}

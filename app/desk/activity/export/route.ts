import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { currentViewer } from '#app/current-viewer.ts'
import { may } from '#lib/access.ts'
import { ActivityFilter } from '#lib/activity/input.ts'
import { unscopedNote } from '#lib/activity/note.ts'
import { activityColumns, activityRow } from '#lib/activity/present.ts'
import { walkActivity } from '#lib/activity/read.ts'
import { escapedRow } from '#lib/csv.ts'
import { db } from '#lib/database/client.ts'

/** The filtered list as CSV, written out as it is read, so that its length does not matter. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer()
  if (!may(viewer, 'activity.read', 'any'))
    return new Response('Only administrators may take this list: sign in as one.\n', { status: 403 })
  const filter = ActivityFilter.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!filter.success)
    return new Response(`${filter.error.issues.map((each) => each.message).join(' ')}\n`, { status: 400 })
  await unscopedNote(db, viewer, 'EXPORTED', { words: 'what people did, as CSV' })
  async function* rows() {
    for await (const noted of walkActivity(viewer, filter.data ?? ActivityFilter.parse({})))
      yield escapedRow(activityRow(noted))
  }
  const csv = stringify({ header: true, columns: [...activityColumns], bom: true })
  const source = Readable.from(rows())
  source.on('error', (error) => csv.destroy(error))
  return new Response(Readable.toWeb(source.pipe(csv)) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="followthrough-activity-${new Date().toISOString().slice(0, 10)}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

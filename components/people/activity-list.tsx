import { activityInWords, deviceInWords } from '#lib/activity/rules.ts'
import { instantInWords } from '#lib/dates.ts'

type Noted = {
  id: string
  at: Date
  kind: string
  by: string | null
  about: string | null
  address: string | null
  device: string | null
}

/** Who did what to whom, when, from where. */
export function ActivityList({ rows }: { rows: Noted[] }) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {rows.map(({ id, at, by, kind, about, address, device }) => (
        <li
          key={id}
          className="grid items-baseline gap-x-6 gap-y-0.5 py-3 [overflow-wrap:anywhere] lg:grid-cols-[16rem_1fr_10rem]"
        >
          <time dateTime={at.toISOString()} title={at.toISOString()} className="font-sans text-sm text-soft">
            {instantInWords(at)}
          </time>
          <div>
            <Who by={by} /> {activityInWords(kind)}
            {about ? <div className="font-sans text-sm">{about}</div> : null}
          </div>
          <div className="font-sans text-sm text-soft" title={device ?? undefined}>
            {device ? deviceInWords(device) : 'Not from a browser'}
            {address ? <div>{address}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Who({ by }: { by: string | null }) {
  if (!by) return 'A visitor'
  const [, name = by, email = ''] = /^(.*) <(.*)>$/.exec(by) ?? []
  return (
    <>
      <b className="font-semibold">{name}</b>{' '}
      {email ? <span className="font-sans text-sm text-soft">{email}</span> : null}
    </>
  )
}

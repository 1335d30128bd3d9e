import { Wide } from '#components/ui/wide.tsx'
import { deviceInWords, kindInWords } from '#lib/activity/rules.ts'
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
export function ActivityTable({ rows }: { rows: Noted[] }) {
  return (
    <Wide label="What people did">
      <table className="w-full min-w-180 text-left">
        <thead className="border-b border-edge font-sans text-sm text-soft">
          <tr>
            {['When', 'Who', 'What', 'From where'].map((head) => (
              <th key={head} scope="col" className="py-2 pr-4 font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, at, by, kind, about, address, device }) => (
            <tr key={id} className="border-b border-rule align-baseline">
              <td className="py-2 pr-4 font-sans text-sm whitespace-nowrap text-soft">
                <time dateTime={at.toISOString()} title={at.toISOString()}>
                  {instantInWords(at)}
                </time>
              </td>
              <td className="max-w-60 py-2 pr-4 [overflow-wrap:anywhere]">
                {by ?? 'Somebody not signed in'}
              </td>
              <td className="max-w-90 py-2 pr-4 [overflow-wrap:anywhere]">
                {kindInWords(kind)}
                {about ? <div className="font-sans text-sm text-soft">{about}</div> : null}
              </td>
              <td className="py-2 font-sans text-sm text-soft" title={device ?? undefined}>
                {device ? deviceInWords(device) : 'No browser'}
                {address ? <div>{address}</div> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

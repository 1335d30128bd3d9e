import { statusFill } from '#components/charts/patterns.tsx'
import { ScrollBox } from '#components/ui/scroll-box.tsx'
import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import type { Tally } from '#lib/progress/rules.ts'
import { noUpdate, statuses, statusOrder } from '#lib/updates/rules.ts'

type TallyRow = { key: string; name: Localised; tally: Tally; href?: string | undefined }

type Props = { language: Language; caption: string; head: string; rows: TallyRow[]; none?: string }

/** How many stand where, by row; the bar draws the same numbers. */
export function TallyTable(props: Props) {
  const { language } = props
  const shown = statusOrder.filter((status) => props.rows.some(({ tally }) => tally.counts[status] > 0))
  const hasNone = props.rows.some(({ tally }) => tally.none > 0)
  return (
    <ScrollBox label={props.caption}>
      <table className="facts tallies">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            <th scope="col">
              <span className="sr-only">{wordsOf(language, 'charts')('asBar')}</span>
            </th>
            {shown.map((status) => (
              <th key={status} scope="col">
                {statuses[status].word[language]}
              </th>
            ))}
            {hasNone ? <th scope="col">{props.none ?? noUpdate[language]}</th> : null}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, name, tally, href }) => {
            const said = say(name, language)
            return (
              <tr key={key}>
                <th scope="row" lang={said.language}>
                  {href ? <a href={href}>{said.text}</a> : said.text}
                </th>
                <td>
                  <Bar tally={tally} />
                </td>
                {shown.map((status) => (
                  <Times key={status} n={tally.counts[status]} />
                ))}
                {hasNone ? <Times n={tally.none} /> : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Times({ n }: { n: number }) {
  return n ? <td>{n}</td> : <td className="text-soft">–</td>
}

export function Bar({ tally }: { tally: Tally }) {
  let before = 0
  // In thousandths, which no screen tells apart and which are short to write.
  const shareOf = (count: number) => Math.round((1000 * count) / tally.total)
  return (
    <svg aria-hidden width="100%" height="10" className="ribbon block">
      <line x1="0" x2="100%" y1="5" y2="5" stroke="var(--edge)" strokeDasharray="2 3" />
      {statusOrder.map((status) => {
        const from = shareOf(before)
        before += tally.counts[status]
        const width = shareOf(before) - from
        return width ? (
          <rect
            key={status}
            x={`${from / 10}%`}
            width={`${width / 10}%`}
            height="10"
            fill={statusFill(status)}
          />
        ) : null
      })}
    </svg>
  )
}

import type { Metadata } from 'next'
import { titled } from '#app/answer.ts'
import { Swatch, statusFill } from '#components/charts/patterns.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { Wide } from '#components/ui/wide.tsx'
import { bearings, statuses, statusOrder } from '#lib/updates/rules.ts'

export const generateMetadata = (): Metadata => titled('Methodology')

export default function Methodology() {
  return (
    <article className="max-w-measure space-y-4">
      <h1>No status without proof: how progress is judged and counted here</h1>
      <h2 id="statuses">Statuses</h2>
      <p>A commitment has a status overall and may have one for each party. There are six.</p>
      <Wide label="Statuses">
        <table className="w-full">
          <thead>
            <tr className="border-b border-edge text-left">
              <th scope="col" className="py-1.5 pr-4">
                Status
              </th>
              <th scope="col" className="py-1.5 pr-4">
                Chinese
              </th>
              <th scope="col" className="py-1.5 pr-4">
                Meaning
              </th>
              <th scope="col" className="py-1.5 text-right">
                Score
              </th>
            </tr>
          </thead>
          <tbody>
            {statusOrder.map((status) => (
              <tr key={status} className="border-b border-rule align-baseline">
                <th scope="row" className="py-2 pr-4 text-left whitespace-nowrap">
                  <span className="inline-flex items-center gap-2">
                    <Swatch fill={statusFill(status)} />
                    <StatusMark status={status} />
                  </span>
                </th>
                <td lang="zh" className="py-2 pr-4 whitespace-nowrap">
                  {statuses[status].word.zh}
                </td>
                <td className="py-2 pr-4">{statuses[status].meaning}</td>
                <td className="py-2 text-right">
                  {String(statuses[status].score).replace('-', '−').replace(/^1/, '+1')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <h2 id="score">Score</h2>
      <p>
        The scale is that of the G20 Research Group’s compliance reports. A score is the mean over all
        statuses in force: each commitment’s overall status and each party’s own count once. What has no
        status is left out, never counted as nought, and the number left out is said beside the score.
      </p>
      <h2 id="staleness">Staleness</h2>
      <p>
        Each commitment has a review interval in days. When there has been no update, overall or about a
        party, for more days than that, it is stale. Staleness is not a status: it says that nobody has
        looked, or that there was nothing to see.
      </p>
      <h2 id="clocks">Two clocks</h2>
      <p>
        Every page can be asked for as the world stood on a day (<code>on=2024-05-14</code>) and as this
        tracker knew it at an instant (<code>known=2024-05-20</code>, the end of that day in UTC). The status
        on a day is that of the last update that had occurred by then, was published, and was neither
        corrected nor withdrawn at the instant of knowing. An event known only to the month or year counts
        from its first day. Titles and criteria are shown in their present wording; earlier wordings are in
        the ledger.
      </p>
      <h2 id="evidence">Evidence</h2>
      <p>
        Every published update rests on at least one piece of evidence, which{' '}
        {Object.values(bearings).join(', or ')}. A <em>verified quote</em> stands, character for character, in
        an archived and hashed copy of its source. A <em>citation only</em> names a source and the place in
        it, but nothing is archived here to check it against. Nobody publishes their own update: a second
        person reads it first.
      </p>
      <h2 id="captures">How sources are taken and read</h2>
      <p>
        A source comes in by its address, as a file, or as pasted text. Its bytes are kept as they came, with
        the answer that brought them and their SHA-256; the text is read from them by a program whose version
        is kept too, and a person checks its title, author, date and voice before anything is archived. Pages
        on which published evidence rests are looked at again from time to time. When one changes or goes, its
        page here says so, and the archived copy stays.
      </p>
      <p>
        To the sites we fetch from: our program calls itself <code>Followthrough</code>, obeys{' '}
        <code>robots.txt</code> and <code>Retry-After</code>, asks for one page at a time, and carries no
        cookies.
      </p>
      <h2 id="proposals">What the machine proposes</h2>
      <p>
        The passages of an archived source are compared with the commitments by their words, and the likeliest
        are shown to an analyst with the words that led to each. Nothing of this is recorded, counted or shown
        to readers until a person has accepted it and a second one has published the update that rests on it.
      </p>
      <h2 id="corrections">Corrections</h2>
      <p>
        A published update is never changed. A correction is a new update that names what it replaces and why;
        a withdrawal gives its reason. Both stay in view beside what they concern. Withdrawing a correction
        does not bring back what it corrected.
      </p>
      <h2 id="ledger">Ledger</h2>
      <p>
        Everything published is an entry in a chain of hashes (SHA-256 over the hash before and the canonical
        JSON of the entry). It proves that no entry was changed, removed or put in between since a head that
        you wrote down. It does not prove that a judgement is right, that a source tells the truth, or that
        nothing was left out; and against somebody who rewrites the whole chain it helps only those who kept
        an earlier head.
      </p>
    </article>
  )
}

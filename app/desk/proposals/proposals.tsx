import { askAgain, decide } from '#app/desk/proposals/actions.ts'
import { ProposalCard } from '#components/proposals/card.tsx'
import { Act } from '#components/ui/act.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { instantInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import type { listProposals, ProposalView } from '#lib/proposals/read.ts'

type Props = { ranked: NonNullable<Awaited<ReturnType<typeof listProposals>>>; back: string }

/** The passages of a snapshot by the commitment they seem to speak to, and what was decided about each. */
export function Proposals({ ranked, back }: Props) {
  const { ranking, proposals, article } = ranked
  const open = proposals.filter(({ decision }) => decision === null)
  const byCommitment = [...Map.groupBy(open, ({ ref }) => ref)]
  const passages = new Set(open.map(({ start }) => start)).size
  return (
    <section aria-label="Proposals" className="mt-6">
      {proposals.length === 0 ? (
        <Empty act={<ButtonLink href={back}>Quote from it yourself</ButtonLink>}>
          Nothing here speaks to a commitment, as far as the machine can tell. If you know better, quote the
          passage in the reader: that counts, and this does not.
        </Empty>
      ) : (
        <p className="max-w-measure">
          {open.length
            ? `${passages} ${passages === 1 ? 'passage seems' : 'passages seem'} to speak to ${byCommitment.length} ${byCommitment.length === 1 ? 'commitment' : 'commitments'}. Nothing is recorded until you accept it.`
            : 'Every passage proposed here is decided.'}
        </p>
      )}
      {byCommitment.map(([ref, rows]) => (
        <section key={ref} aria-label={ref} className="mt-8 max-w-measure">
          <h2 className="text-lg">
            <a href={`/commitments/${ref}`}>{ref}</a> {rows[0] ? say(rows[0].title, 'en').text : ''}
          </h2>
          <div className="mt-4 space-y-8">
            {rows.map(({ ref: _, ...row }) => (
              <ProposalCard key={row.id} {...row} language={article.language} action={decide} />
            ))}
          </div>
        </section>
      ))}
      <Decided rows={proposals.filter(({ decision }) => decision !== null)} language={article.language} />
      {ranking ? (
        <div className="mt-10 font-sans text-sm text-soft">
          <p>
            Compared {instantInWords(ranking.at)},{' '}
            {ranking.model ? `with the help of ${ranking.model}` : 'without a model service'}.
            {ranking.fault ? ` ${ranking.fault}` : ''}
          </p>
          <Act id={ranked.snapshotId} label="Compare again" action={askAgain} />
        </div>
      ) : null}
    </section>
  )
}

function Decided({ rows, language }: { rows: ProposalView[]; language: string }) {
  if (rows.length === 0) return null
  return (
    <details className="mt-10 max-w-measure">
      <summary className="font-sans">Decided ({rows.length})</summary>
      <ul className="mt-3 space-y-4">
        {rows.map((row) => (
          <li key={row.id}>
            <span lang={language}>{row.exact}</span>
            <p className="font-sans text-sm text-soft">
              {row.ref}, {row.decision === 'ACCEPTED' ? 'quoted' : 'dismissed'} by {row.decidedBy?.name}
            </p>
            {row.excerptId ? (
              <a
                className="font-sans text-sm"
                href={`/desk/updates/new?${new URLSearchParams({ commitment: row.ref, excerpt: row.excerptId, bearing: row.bearing })}`}
              >
                Record an update with it
              </a>
            ) : (
              <Form
                action={decide}
                label={`Take back: ${row.exact.slice(0, 60)}`}
                actions={
                  <Button name="act" value="restore">
                    Take the dismissal back
                  </Button>
                }
              >
                <HiddenField name="id" value={row.id} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

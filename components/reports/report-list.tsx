import { Button } from '#components/ui/button.tsx'
import { HiddenField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { FormState } from '#lib/forms/state.ts'
import { say } from '#lib/languages.ts'
import type { listReports } from '#lib/reports/read.ts'

type Report = Awaited<ReturnType<typeof listReports>>['rows'][number]
type Decide = (state: FormState, form: FormData) => Promise<FormState>

/** What readers reported, each with where they saw it, and the form that closes it. */
export function ReportList({ reports, decide }: { reports: Report[]; decide: Decide }) {
  return (
    <ul className="mt-6 divide-y divide-rule border-y border-rule">
      {reports.map((report) => (
        <li key={report.id} id={`report-${report.id}`} className="py-5">
          <h2 className="mt-0 text-lg">
            <a href={report.address}>
              {report.ref}, {say(report.title, 'en').text}
            </a>
          </h2>
          <p className="font-sans text-sm text-soft">reported {instantInWords(report.reportedAt)}</p>
          <p className="mt-3 max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">
            <bdi>{report.text}</bdi>
          </p>
          {report.decidedAt ? <Decided report={report} /> : <Open report={report} decide={decide} />}
        </li>
      ))}
    </ul>
  )
}

function Decided({ report }: { report: Report }) {
  return (
    <p className="mt-3 max-w-measure font-sans text-sm text-soft">
      {report.outcome === 'RESOLVED' ? 'Put right' : 'Dismissed'} by {report.decidedBy?.name ?? 'somebody'}
      {report.decidedAt ? `, ${instantInWords(report.decidedAt)}` : ''}
      {report.note ? `: ${report.note}` : '.'}
    </p>
  )
}

function Open({ report, decide }: { report: Report; decide: Decide }) {
  return (
    <>
      <p className="mt-3 max-w-measure font-sans text-sm text-soft [overflow-wrap:anywhere]">
        {report.contact ? (
          <>
            Answer to: <bdi>{report.contact}</bdi>
          </>
        ) : (
          'They left no way to answer them.'
        )}
      </p>
      <div className="mt-3">
        <Form
          action={decide}
          label={`Decide the report on ${report.ref}`}
          actions={
            <>
              <Button look="main" name="outcome" value="RESOLVED">
                Put right
              </Button>
              <Button name="outcome" value="DISMISSED">
                Dismiss
              </Button>
            </>
          }
        >
          <HiddenField name="id" value={report.id} />
          <TextArea
            name={`notes.${report.id}`}
            label="What came of it"
            rows={2}
            required={false}
            hint="For the other reviewers: the correction it led to, or why it is none."
          />
        </Form>
      </div>
    </>
  )
}

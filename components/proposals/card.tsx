import { Button } from '#components/ui/button.tsx'
import { HiddenField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#lib/forms/state.ts'
import { type Bearing, bearings } from '#lib/updates/rules.ts'

type Props = {
  id: string
  exact: string
  before: string
  after: string
  bearing: Bearing
  because: string[]
  language: string
  action: (state: FormState, form: FormData) => Promise<FormState>
}

/** A passage the machine thinks speaks to a commitment, with the words that led to it and what may be done with it. */
export function ProposalCard({ id, exact, before, after, bearing, because, language, action }: Props) {
  return (
    <article className="border-l-2 border-rule pl-5">
      <p lang={language}>
        <span className="text-soft">{before}</span>
        <mark>{exact}</mark>
        <span className="text-soft">{after}</span>
      </p>
      <p className="mt-1 font-sans text-sm text-soft">
        It seems to {seems[bearing]}
        {because.length ? (
          <>
            , because it says{' '}
            {because.map((word, at) => (
              <span key={word}>
                {at ? ', ' : ''}
                <q lang={language}>{word}</q>
              </span>
            ))}
          </>
        ) : null}
        .
      </p>
      <div className="mt-3">
        <Form
          action={action}
          values={{ exact }}
          label={`${bearings[bearing].en}: ${exact.slice(0, 60)}`}
          actions={
            <>
              <Button name="act" value="record">
                Quote it and record an update
              </Button>
              <Button name="act" value="quote">
                Quote it
              </Button>
              <Button name="act" value="dismiss">
                Dismiss
              </Button>
            </>
          }
        >
          <HiddenField name="id" value={id} />
          <details className="font-sans text-sm">
            <summary>Change which words are quoted</summary>
            <TextArea
              name="exact"
              label="Exact words"
              lang={language}
              rows={4}
              hint="They must stand like this in the archived text."
            />
          </details>
        </Form>
      </div>
    </article>
  )
}

const seems: Record<Bearing, string> = {
  SUPPORTS: 'support that it is being kept',
  CONTRADICTS: 'contradict that it is being kept',
  CONTEXT: 'speak of it without adding to it',
}

import { discard, keep } from '#app/desk/captures/actions.ts'
import { ArticleBody } from '#components/articles/body.tsx'
import { ArticleFields } from '#components/articles/fields.tsx'
import { Act } from '#components/ui/act.tsx'
import { HiddenField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import type { CaptureView } from '#lib/captures/read.ts'
import type { Fields } from '#lib/forms/state.ts'
import { listParties } from '#lib/parties/read.ts'
import { Known } from './known.tsx'

type Props = { viewer: Member; capture: CaptureView; held: Fields | null }

/** What was read, beside what is said of it: to be corrected before anything is kept. */
export async function Ready({ viewer, capture, held }: Props) {
  const { id, reading, known, values, origins } = capture
  if (!reading) return null
  const away = (
    <div className="mt-6">
      <Act id={id} label="Throw it away" look="grave" action={discard} />
    </div>
  )
  if (known)
    return (
      <>
        <Known id={id} text={reading.text} known={known} />
        {away}
      </>
    )
  return (
    <div className="mt-8 gap-12 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <section aria-label="What was read" className="min-w-0">
        <p className="font-sans text-sm text-soft">
          {count(reading.text)} were read.
          {capture.method === 'PASTED'
            ? ''
            : ' What stands beside the text is left out of it; the bytes are kept whole.'}
        </p>
        {reading.notes.map((note) => (
          <p key={note} role="note" className="mt-2 font-sans text-sm">
            {note}
          </p>
        ))}
        <div className="mt-4 border-t border-rule pt-4">
          <ArticleBody
            text={reading.text}
            layout={reading.layout}
            language={values.language ?? 'en'}
            excerpts={[]}
          />
        </div>
      </section>
      <section aria-label="What is said of it" className="mt-10 lg:mt-0">
        <Form action={keep} values={{ ...values, ...held }} submit="Keep it" label="Article">
          <HiddenField name="id" value={id} />
          <ArticleFields parties={await listParties(viewer)} origins={origins} />
        </Form>
        {away}
      </section>
    </div>
  )
}

function count(text: string): string {
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].filter(
    (each) => each.isWordLike,
  )
  return `${words.length.toLocaleString('en')} words`
}

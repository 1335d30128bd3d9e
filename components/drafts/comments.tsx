import { HiddenField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { instantInWords } from '#lib/dates.ts'
import type { FormState } from '#lib/forms/state.ts'
import type { ReviewView } from '#lib/review/read.ts'

type Props = {
  id: string
  comments: ReviewView['comments']
  say: (state: FormState, form: FormData) => Promise<FormState>
  held: string
}

/** What author and reviewers said to each other, and the place to say more. Readers never see it. */
export function Comments({ id, comments, say, held }: Props) {
  return (
    <section aria-label="Comments" className="mt-12 max-w-measure">
      <h2>{comments.length ? 'Comments' : 'No comments yet'}</h2>
      <ol className="divide-y divide-rule border-rule [&:not(:empty)]:border-y">
        {comments.map((comment) => (
          <li key={comment.id} className="py-3">
            <p className="font-sans text-sm text-soft">
              {comment.author.name}, {instantInWords(comment.at)}
            </p>
            <p className="whitespace-pre-line">{comment.text}</p>
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <Form action={say} key={comments.length} label="Comment" submit="Say it" values={{ text: held }}>
          <HiddenField name="id" value={id} />
          <HiddenField name="requestKey" value={crypto.randomUUID()} />
          <TextArea
            name="text"
            label="Say something"
            rows={3}
            hint="Author and reviewers read it. It is not published, and it cannot be taken back."
          />
        </Form>
      </div>
    </section>
  )
}

import type { ReactNode } from 'react'
import { StatusMark } from '#components/ui/status-mark.tsx'
import { Evidence } from '#components/updates/evidence.tsx'
import { say } from '#lib/languages.ts'
import type { UpdateSheet as Sheet } from '#lib/updates/read.ts'
import { publicSentence, type Status } from '#lib/updates/rules.ts'

type Props = { update: Sheet; author: string; before: Status | null; notices?: ReactNode; acts?: ReactNode }

/** An update as somebody judges it: the claim and what may be done on one side, its sources on the other. */
export function UpdateSheet({ update, author, before, notices, acts }: Props) {
  const { commitment, party, evidence } = update
  const sentence = publicSentence({
    ...update,
    ref: commitment.ref,
    party: party && say(party.name, 'en').text,
  })
  const count = evidence.length
  return (
    <>
      <h1 className="max-w-measure text-2xl">{sentence}</h1>
      {notices}
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <section aria-label="The claim" className="max-w-measure">
          <h2 className="mt-0">The claim</h2>
          <Change {...{ before, update }} />
          <Words {...{ update, author }} />
          <h3>The commitment</h3>
          <p>
            {commitment.ref}: {say(commitment.text, 'en').text}
          </p>
          <p className="mt-3 font-sans text-sm text-soft">It counts as kept when:</p>
          <ul className="list-disc pl-5">
            {commitment.criteria.map((each) => (
              <li key={say(each, 'en').text}>{say(each, 'en').text}</li>
            ))}
          </ul>
          {acts ? <div className="mt-8 space-y-6 border-t border-rule pt-6">{acts}</div> : null}
        </section>
        <section aria-label="The sources">
          <h2 className="mt-0">
            {count === 0
              ? 'No evidence yet'
              : count === 1
                ? 'Its one piece of evidence'
                : `Its ${count} pieces of evidence`}
          </h2>
          <ul>
            {evidence.map((each) => (
              <Evidence key={each.id} evidence={each} />
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}

function Change({ update, before }: Pick<Props, 'update' | 'before'>) {
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span className="font-sans text-sm text-soft">
        {update.party ? say(update.party.name, 'en').text : 'Overall'}, before:
      </span>
      <StatusMark status={before} />
      <span aria-hidden>→</span>
      <span className="sr-only">becomes</span>
      <StatusMark status={update.status} />
    </p>
  )
}

function Words({ update, author }: Pick<Props, 'update' | 'author'>) {
  const { headline, note } = update
  return (
    <>
      {headline.en && headline.zh ? (
        <p lang="zh" className="mt-4">
          {headline.zh}
        </p>
      ) : null}
      {note.en ? <p className="mt-4 whitespace-pre-line">{note.en}</p> : null}
      {note.zh ? (
        <p lang="zh" className="mt-4 whitespace-pre-line">
          {note.zh}
        </p>
      ) : null}
      <p className="mt-4 font-sans text-sm text-soft">Written by {author}.</p>
    </>
  )
}

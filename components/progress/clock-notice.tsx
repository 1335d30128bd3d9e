import { type Clocks, dateInWords, instantInWords } from '#lib/dates.ts'

/** What was not understood, and which clock is set when it is not now. */
export function ClockNotice(props: { clocks: Clocks; today: string; faults: string[]; now: string }) {
  const { clocks, today, faults } = props
  return (
    <>
      {faults.length ? (
        <div role="alert" className="mb-6 max-w-measure border-l-4 border-fault pl-4">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
          <p className="text-soft">The rest of the page is shown as if that had not been asked.</p>
        </div>
      ) : null}
      {clocks.isNow ? null : (
        <p className="mb-6 max-w-measure border-l-4 border-accent pl-4">
          {clocks.on === today
            ? 'This is the world as it stands today'
            : `This is the world as it stood on ${dateInWords(clocks.on)}`}
          , as this tracker knew it {inWords(clocks, today)}. <a href={props.now}>Show it as of now</a>
        </p>
      )}
    </>
  )
}

function inWords({ known }: Clocks, today: string): string {
  return known.toISOString().slice(0, 10) === today ? 'now' : `at ${instantInWords(known)}`
}

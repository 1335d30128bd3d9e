import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { dateInWords } from '#lib/dates.ts'
import { say } from '#lib/languages.ts'
import { listSummits } from '#lib/summits/desk.ts'

export const generateMetadata = () => titled('Summits')

export default async function Summits() {
  const viewer = await requireMember('/desk/summits')
  const summits = await listSummits(viewer)
  const act = (
    <ButtonLink look="main" href="/desk/summits/new">
      Record a summit
    </ButtonLink>
  )
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1>Summits</h1>
        {summits.length ? act : null}
      </div>
      <p className="mt-3 flex flex-wrap gap-x-5 font-sans text-sm">
        <a href="/desk/imports/new" className="inline-block py-1">
          Import commitments from a table
        </a>
        <a href="/desk/areas" className="inline-block py-1">
          Areas
        </a>
        <a href="/desk/parties" className="inline-block py-1">
          Parties
        </a>
      </p>
      {summits.length === 0 ? (
        <Empty act={act}>
          A summit is where leaders promised something: its parties, place and days come first, then what was
          promised there.
        </Empty>
      ) : (
        <ul className="mt-6 divide-y divide-rule border-y border-rule">
          {summits.map(({ slug, name, startsOn, commitments }) => (
            <li key={slug} className="py-3">
              <a href={`/desk/summits/${slug}`} lang={say(name, 'en').language}>
                {say(name, 'en').text}
              </a>
              <div className="font-sans text-sm text-soft">
                {dateInWords(startsOn)} · {commitments} {commitments === 1 ? 'commitment' : 'commitments'}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

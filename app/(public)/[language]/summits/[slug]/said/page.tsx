import { type Params, type Query, readAsked } from '#app/(public)/asked.ts'
import { titled } from '#app/answer.ts'
import { currentViewer } from '#app/current-viewer.ts'
import { missing, NotThere } from '#app/not-there.tsx'
import { ClockNotice } from '#components/progress/clock-notice.tsx'
import { Said } from '#components/summits/said.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { say } from '#lib/languages.ts'
import { listSayings } from '#lib/progress/said.ts'
import { getSummit } from '#lib/summits/read.ts'

type Props = { params: Params<{ slug: string }>; searchParams: Query }

export const generateMetadata = () => titled('In each side’s words')

export default async function SaidAtSummit({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const page = await readAsked(params, searchParams)
  const { clocks, href } = page
  const summit = await getSummit(viewer, clocks, (await params).slug).catch(missing)
  if (!summit) return <NotThere />
  const ids = summit.lines.map((line) => line.id)
  const sayings = await listSayings(viewer, clocks, ids)
  const path = `/summits/${summit.slug}`
  const quoted = summit.lines.filter((line) => sayings.has(line.id))
  return (
    <>
      <ClockNotice {...page} now={`${path}/said`} />
      <p className="font-sans text-sm">
        <a href={href(path)}>{say(summit.name, 'en').text}</a>
      </p>
      <h1>In each side’s words</h1>
      <p className="mt-3 max-w-measure text-lg">
        {quoted.length} of {summit.lines.length} commitments are spoken of in archived passages of the parties
        themselves.{' '}
        <em className="not-italic underline decoration-accent decoration-1 underline-offset-4">Underlined</em>{' '}
        are words that only one side used.
      </p>
      {quoted.length === 0 ? (
        <Empty act={<ButtonLink href={href(path)}>Back to the summit</ButtonLink>}>
          What a party said of a commitment stands here beside what the others said, once passages of theirs
          are quoted as evidence.
        </Empty>
      ) : null}
      {quoted.map((line) => (
        <Said key={line.id} line={line} sayings={sayings.get(line.id) ?? []} href={href} />
      ))}
    </>
  )
}

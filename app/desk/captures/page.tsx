import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { Live } from '#components/captures/live.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listCaptures } from '#lib/captures/read.ts'
import { captureStates } from '#lib/captures/rules.ts'
import { instantInWords } from '#lib/dates.ts'

export const generateMetadata = () => titled('Captures')

const count = (many: number, one: string, several: string) => `${many} ${many === 1 ? one : several}`

export default async function Captures() {
  const viewer = await requireMember('/desk/captures')
  const captures = await listCaptures(viewer)
  const of = (situation: string) => captures.filter((each) => each.situation === situation)
  const [running, ready, stopped] = [of('running'), of('ready'), of('stopped')]
  const act = (
    <ButtonLink look="main" href="/desk/captures/new">
      Capture a source
    </ButtonLink>
  )
  return (
    <>
      {running.length ? <Live path="/desk/captures" /> : null}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>Captures</h1>
        {captures.length ? act : null}
      </div>
      {captures.length === 0 ? (
        <Empty act={act}>
          Sources on their way into the archive wait here until somebody has checked them. There are none just
          now.
        </Empty>
      ) : (
        <p className="mt-3 max-w-measure">
          {count(ready.length, 'waits to be checked', 'wait to be checked')},{' '}
          {count(running.length, 'is running', 'are running')},{' '}
          {count(stopped.length, 'came to nothing', 'came to nothing')}.
        </p>
      )}
      {[ready, running, stopped].map((group) =>
        group.length ? (
          <ul key={group[0]?.situation} className="mt-6 divide-y divide-rule border-y border-rule">
            {group.map((capture) => (
              <li key={capture.id} className="py-3">
                <a href={`/desk/captures/${capture.id}`} className="[overflow-wrap:anywhere]">
                  {capture.address ?? capture.fileName ?? 'Pasted text'}
                </a>
                <div className="font-sans text-sm text-soft">
                  {captureStates[capture.state]}
                  {capture.sentence ? `: ${capture.sentence}` : ''} · {capture.startedBy.name},{' '}
                  {instantInWords(capture.startedAt)}
                </div>
              </li>
            ))}
          </ul>
        ) : null,
      )}
    </>
  )
}

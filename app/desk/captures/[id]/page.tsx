import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { cancel, discard, retry } from '#app/desk/captures/actions.ts'
import { missing, NotFoundPage } from '#app/not-found-page.tsx'
import { Live } from '#components/captures/live.tsx'
import { Steps } from '#components/captures/steps.tsx'
import { Stopped } from '#components/captures/stopped.tsx'
import { Act } from '#components/ui/act.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { type CaptureView, getCapture } from '#lib/captures/read.ts'
import { captureStates } from '#lib/captures/rules.ts'
import { instantInWords } from '#lib/dates.ts'
import { Kept } from './kept.tsx'
import { Ready } from './ready.tsx'

export const generateMetadata = () => titled('Capture')

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function Capture({ params, searchParams }: Props) {
  const { id } = await params
  const { held } = await searchParams
  const path = `/desk/captures/${id}`
  const viewer = await requireMember(path)
  const capture = await getCapture(viewer, id).catch(missing)
  if (!capture) return <NotFoundPage />
  const kept = await findParkedForm(viewer, typeof held === 'string' ? held : undefined, path)
  return (
    <>
      <h1>{headings[capture.situation]}</h1>
      <p className="mt-2 max-w-measure font-sans text-sm text-soft [overflow-wrap:anywhere]">
        {capture.address ?? capture.fileName ?? 'Pasted text'} · begun by {capture.startedBy.name},{' '}
        {instantInWords(capture.startedAt)} · {captureStates[capture.state]}
      </p>
      {capture.situation === 'running' ? <Running capture={capture} /> : null}
      {capture.state === 'failed' || capture.state === 'cancelled' ? (
        <Ended capture={capture} state={capture.state} />
      ) : null}
      {capture.situation === 'ready' ? <Ready viewer={viewer} capture={capture} held={kept} /> : null}
      {capture.snapshot ? (
        <Kept path={path} viewer={viewer} snapshot={capture.snapshot} hint={capture.hint} />
      ) : null}
    </>
  )
}

const headings = {
  running: 'Capturing',
  stopped: 'This capture came to nothing',
  ready: 'Check what was read',
  over: 'What it speaks to',
}

function Running({ capture }: { capture: CaptureView }) {
  return (
    <>
      <Live path={`/desk/captures/${capture.id}`} />
      <Steps steps={capture.steps} isOver={false} />
      <div className="mt-6 flex flex-wrap gap-3">
        <Act id={capture.id} label="Cancel" action={cancel} />
      </div>
      <p className="mt-4 font-sans text-sm text-soft">
        You may leave this page: the <a href="/desk/captures">queue</a> shows how far it is.
      </p>
    </>
  )
}

function Ended({ capture, state }: { capture: CaptureView; state: 'failed' | 'cancelled' }) {
  const { id, sentence, detail, retryAt, address, articleId, hint } = capture
  const query = {
    ...(address ? { address } : {}),
    ...(articleId ? { articleId } : {}),
    ...(hint.title ? { title: hint.title } : {}),
  }
  return (
    <>
      <Steps steps={capture.steps} isOver />
      <Stopped {...{ state, sentence, detail, query }} retryAt={retryAt && instantInWords(retryAt)}>
        <Act id={id} label="Try again" look="main" action={retry} />
      </Stopped>
      <div className="mt-6">
        <Act id={id} label="Throw it away" look="grave" action={discard} />
      </div>
    </>
  )
}

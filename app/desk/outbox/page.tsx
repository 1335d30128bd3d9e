import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { AdminsOnly } from '#app/desk/admins-only.tsx'
import { resend } from '#app/desk/outbox/actions.ts'
import { pageAsked } from '#app/page-number.ts'
import { Act } from '#components/ui/act.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { may } from '#lib/access.ts'
import { instantInWords } from '#lib/dates.ts'
import { isMailSetUp } from '#lib/outbox/post.ts'
import { listMessages } from '#lib/outbox/read.ts'

export const generateMetadata = () => titled('Outbox')

type Props = { searchParams: Promise<Record<string, string | string[]>> }

export default async function Outbox({ searchParams }: Props) {
  const viewer = await requireMember('/desk/outbox')
  if (!may(viewer, 'message.read', 'any')) return <AdminsOnly />
  const asked = await searchParams
  const { page, fault } = pageAsked(asked.page)
  const { rows, count, pages } = await listMessages(viewer, page)
  const goes = isMailSetUp()
  return (
    <>
      <h1>Outbox</h1>
      <p className="mt-3 max-w-measure">
        {goes
          ? 'Every message is kept here before it is sent.'
          : 'No mail server is set up, so nothing leaves by itself: pass each message on by hand. Whoever runs this product sets SMTP_URL to have them sent.'}{' '}
        The link in a message is shown until the message is sent or the link has run out.
      </p>
      {fault ? <p role="alert">{fault}</p> : null}
      {asked.done ? <p role="status">The message is on its way; look again in a moment.</p> : null}
      {count === 0 ? (
        <Empty act={null}>Nothing was written yet. Invitations by mail and new passwords appear here.</Empty>
      ) : null}
      <ul className="mt-6 divide-y divide-rule border-y border-rule">
        {rows.map((message) => (
          <li key={message.id} className="py-5">
            <h2 className="mt-0 text-lg">{message.subject}</h2>
            <p className="font-sans text-sm text-soft [overflow-wrap:anywhere]">
              to {message.to}, written {instantInWords(message.writtenAt)} ·{' '}
              {message.sentAt
                ? `sent ${instantInWords(message.sentAt)}`
                : message.fault
                  ? 'not sent'
                  : 'waiting'}
            </p>
            {message.fault ? (
              <p className="mt-1 font-sans text-sm font-medium text-fault [overflow-wrap:anywhere]">
                {message.attempts === 1 ? 'Tried once' : `Tried ${message.attempts} times`}: {message.fault}
              </p>
            ) : null}
            <pre className="mt-3 max-w-measure bg-leaf px-4 py-3 font-sans text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
              {message.text}
            </pre>
            {goes && message.isSendable ? (
              <div className="mt-3">
                <Act id={message.id} label={message.fault ? 'Try again' : 'Send it now'} action={resend} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={(each) => `/desk/outbox?page=${each}`} />
    </>
  )
}

import { correct, withdraw } from '#app/desk/updates/actions.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { HiddenField, TextArea } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { may } from '#lib/access.ts'
import type { Member } from '#lib/auth/viewer.ts'
import type { UpdateInFull } from '#lib/updates/read.ts'

const asking = {
  correct: {
    action: correct,
    submit: 'Begin a correction',
    label: 'What was wrong',
    hint: 'Readers see this beside the correction. This update stays in the record.',
  },
  withdraw: {
    action: withdraw,
    submit: 'Withdraw it in public',
    label: 'Why it is withdrawn',
    hint: 'It counts no longer, and everybody can read why.',
  },
}

type Props = { viewer: Member; update: UpdateInFull; asked: string; reason: string }

/** What this member may do with a published update. */
export function Acts({ viewer, update, asked, reason }: Props) {
  const { id, situation } = update
  const mayAct = {
    correct: may(viewer, 'update.correct', situation),
    withdraw: may(viewer, 'update.withdraw', situation),
  }
  if ((asked === 'correct' || asked === 'withdraw') && mayAct[asked]) {
    const { action, submit, label, hint } = asking[asked]
    return (
      <Form action={action} label={submit} submit={submit} values={{ reason }}>
        <HiddenField name="id" value={id} />
        <TextArea name="reason" label={label} rows={3} hint={hint} />
      </Form>
    )
  }
  return (
    <div className="flex flex-wrap gap-3">
      {mayAct.correct ? <ButtonLink href="?act=correct">Correct it</ButtonLink> : null}
      {mayAct.withdraw ? (
        <ButtonLink look="grave" href="?act=withdraw">
          Withdraw it
        </ButtonLink>
      ) : null}
    </div>
  )
}

import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'

export function NoDrafts() {
  return (
    <Empty act={<ButtonLink href="/desk/updates/new">New status update</ButtonLink>}>
      Updates that you have begun wait here until you submit them: they save themselves while you write.
    </Empty>
  )
}

export function NothingStale() {
  return (
    <Empty act={<ButtonLink href="/commitments">See all commitments</ButtonLink>}>
      A commitment without news for longer than its review interval comes here, because silence is news too.
      None is.
    </Empty>
  )
}

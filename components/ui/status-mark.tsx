import { Ban, Check, CheckCheck, Circle, Pause, Play } from 'lucide-react'
import type { Language } from '#lib/languages.ts'
import { noUpdate, type Status, statuses, statusOrder } from '#lib/updates/rules.ts'

const icons = {
  NOT_STARTED: Circle,
  UNDER_WAY: Play,
  PARTLY_KEPT: Check,
  KEPT: CheckCheck,
  STALLED: Pause,
  BROKEN: Ban,
}

/** The custom property that holds a status's colour: for graphics, never for words. */
export function statusColour(status: Status): string {
  return `var(--${status.toLowerCase().replaceAll('_', '-')})`
}

const idOf = (status: Status) => `status-${status.toLowerCase()}`

/** The icons, once for each page. */
export function StatusIcons() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      {statusOrder.map((status) => {
        const Icon = icons[status]
        return (
          <symbol key={status} id={idOf(status)} viewBox="0 0 24 24">
            <Icon strokeWidth={2.5} style={{ color: statusColour(status) }} />
          </symbol>
        )
      })}
    </svg>
  )
}

/** A status as icon, word and colour, so that none of the three is needed alone. */
export function StatusMark({ status, language = 'en' }: { status: Status | null; language?: Language }) {
  if (!status) return <span className="status">{noUpdate[language]}</span>
  return (
    <span className="status">
      <svg aria-hidden>
        <use href={`#${idOf(status)}`} />
      </svg>
      {statuses[status].word[language]}
    </span>
  )
}

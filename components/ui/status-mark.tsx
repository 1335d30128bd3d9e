import { Ban, Check, CheckCheck, Circle, Pause, Play } from 'lucide-react'
import type { Language } from '#lib/languages.ts'
import { noUpdate, type Status, statuses } from '#lib/updates/rules.ts'

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

/** A status as icon, word and colour, so that none of the three is needed alone. */
export function StatusMark({ status, language = 'en' }: { status: Status | null; language?: Language }) {
  if (!status) return <span className="font-sans text-sm text-soft">{noUpdate[language]}</span>
  const Icon = icons[status]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-sans text-sm font-medium">
      <Icon aria-hidden size={16} strokeWidth={2.5} style={{ color: statusColour(status) }} />
      {statuses[status].word[language]}
    </span>
  )
}

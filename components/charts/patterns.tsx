import { StatusMark, statusColour } from '#components/ui/status-mark.tsx'
import { textures } from '#lib/charts/rules.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { noUpdate, type Status, statusOrder } from '#lib/updates/rules.ts'

/** The fill of a status: its colour under a texture of its own, so that print and grey tell them apart. */
export function statusFill(status: Status): string {
  return `url(#fill-${status.toLowerCase()})`
}

/** The length that dashes of a ribbon's lines are counted in. */
export const whole = 1000

/** Lines that ribbons are dashes of, once for each page: what is alike in a ribbon is one line, however often it came. */
function RibbonLines() {
  const across = (y: number) => ({ x2: '100%', y1: y, y2: y, pathLength: whole })
  return (
    <>
      <line id="band" {...across(18)} strokeWidth="18" />
      <line id="silence" {...across(31.5)} stroke="url(#fill-silence)" strokeWidth="5" />
      <line id="news" {...across(4)} stroke="var(--ink)" strokeWidth="8" />
      <line id="side" {...across(4)} stroke="var(--ink)" strokeWidth="6" strokeLinecap="round" />
      <line id="hole" {...across(4)} stroke="var(--paper)" strokeWidth="3.5" strokeLinecap="round" />
    </>
  )
}

/** The fills themselves, once for each page; not display: none, which would empty them. */
export function Patterns() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <defs>
        {statusOrder.map((status) => (
          <pattern
            key={status}
            id={`fill-${status.toLowerCase()}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" fill={statusColour(status)} />
            <path
              d={textures[status]}
              fill="none"
              stroke="var(--paper)"
              strokeWidth="1.1"
              strokeOpacity="0.6"
            />
          </pattern>
        ))}
        <pattern id="fill-none" width="5" height="36" patternUnits="userSpaceOnUse">
          <rect y="17.5" width="2" height="1" fill="var(--edge)" />
        </pattern>
        <RibbonLines />
        <pattern id="fill-silence" width="5" height="5" patternUnits="userSpaceOnUse">
          <path d="M0 5L5 0M-1 1L1 -1M4 6L6 4" stroke="var(--soft)" strokeWidth="1.2" />
        </pattern>
      </defs>
    </svg>
  )
}

/** What the fills and marks of a ribbon mean. */
export function Legend({ language }: { language: Language }) {
  const t = wordsOf(language, 'charts')
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap gap-x-5 gap-y-1.5 font-sans text-sm text-soft">
      {statusOrder.map((status) => (
        <li key={status} className="inline-flex items-center gap-1.5 text-ink">
          <Swatch fill={statusFill(status)} />
          <StatusMark status={status} language={language} />
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <svg aria-hidden width="22" height="12">
          <path d="M0 6H22" stroke="var(--edge)" strokeDasharray="2 3" />
        </svg>
        {noUpdate[language]}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <svg aria-hidden width="22" height="12">
          <rect y="4" width="22" height="5" fill="url(#fill-silence)" />
        </svg>
        {t('staleMeans')}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <svg aria-hidden width="8" height="12">
          <path d="M4 1V11" stroke="var(--ink)" strokeWidth="1.5" />
        </svg>
        {t('update')}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <svg aria-hidden width="8" height="12">
          <circle cx="4" cy="6" r="2.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.25" />
        </svg>
        {t('partyUpdate')}
      </li>
    </ul>
  )
}

export function Swatch({ fill }: { fill: string }) {
  return (
    <svg aria-hidden width="22" height="12">
      <rect width="22" height="12" fill={fill} />
    </svg>
  )
}

import type { ReactNode } from 'react'
import { TimeLabels, TimeLines } from '#components/charts/time.tsx'
import type { Language } from '#lib/languages.ts'
import type { Axis } from '#lib/progress/axis.ts'

/** What is drawn in a plot is stretched to the page's width from this one: little enough that textures stay readable. */
export const drawnWidth = 600

type Props = {
  title: string
  height: number
  axis: Axis
  language: Language
  /** Drawn at its own size, behind the rest. */
  scale?: ReactNode
  children: ReactNode
  /** Names what the drawing ends with, beside it. */
  beside: ReactNode
}

/** A drawing over time as wide as the page, with its axis beneath. */
export function Plot({ title, height, axis, language, scale, children, beside }: Props) {
  return (
    <div className="grid gap-x-3 sm:grid-cols-[1fr_10rem]">
      <div>
        <svg role="img" aria-label={title} width="100%" height={height} className="ribbon font-sans text-xs">
          <TimeLines axis={axis} language={language} />
          {scale}
          <svg
            aria-hidden
            width="100%"
            height={height}
            viewBox={`0 0 ${drawnWidth} ${height}`}
            preserveAspectRatio="none"
            overflow="visible"
          >
            {children}
          </svg>
        </svg>
        <TimeLabels axis={axis} language={language} />
      </div>
      {beside}
    </div>
  )
}

import { Check, Circle, CircleDot, X } from 'lucide-react'
import type { CaptureStep } from '#lib/captures/rules.ts'

const icons = {
  'under way': CircleDot,
  'ended here': X,
  done: Check,
  'to come': Circle,
  'not reached': Circle,
}

/** The steps of a capture: done, under way, and to come; or, once it is over, where it ended. */
export function Steps({ steps, isOver }: { steps: CaptureStep[]; isOver: boolean }) {
  return (
    <ol className="mt-4 space-y-1 font-sans text-sm" aria-label="Steps">
      {steps.map(({ name, at }, index) => {
        const isLast = at !== null && !steps.slice(index + 1).some((step) => step.at)
        const state = at
          ? isLast
            ? isOver
              ? 'ended here'
              : 'under way'
            : 'done'
          : isOver
            ? 'not reached'
            : 'to come'
        const Icon = icons[state]
        return (
          <li key={name} className={`flex items-center gap-2 ${at ? '' : 'text-soft'}`}>
            <Icon aria-hidden size={16} className="shrink-0" />
            {name}
            <span className="text-soft">{state}</span>
          </li>
        )
      })}
    </ol>
  )
}

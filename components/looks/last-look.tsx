import { type Finding, inWords } from '#lib/looks/rules.ts'

/** What the live page was found to be, in a sentence. */
export function LastLook({ finding }: { finding: Finding | null }) {
  if (!finding) return null
  return <p className="mt-4 max-w-measure font-sans text-sm">{inWords(finding)}</p>
}

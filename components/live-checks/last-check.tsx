import type { Language } from '#lib/languages.ts'
import { type Finding, findingInWords } from '#lib/live-checks/rules.ts'

type Props = { finding: Finding | null; language?: Language }

/** What the live page was found to be, in a sentence. */
export function LastCheck({ finding, language = 'en' }: Props) {
  if (!finding) return null
  return <p className="mt-4 max-w-measure font-sans text-sm">{findingInWords(finding, language)}</p>
}

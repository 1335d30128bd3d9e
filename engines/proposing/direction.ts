// Knows whether a sentence tells of an act towards what it speaks of, of a setback, or only talks of it.

import {
  achieved,
  act,
  agreedAct,
  decided,
  harmful,
  infinitive,
  setback,
  talk,
  undone,
  welcome,
} from '#engines/proposing/cues.ts'

export type Direction = 'supports' | 'contradicts' | 'context'
/** `cue` is the stretch that told; null when nothing did. */
export type FoundDirection = { direction: Direction; cue: { start: number; end: number } | null }

const at = (match: RegExpExecArray | null): number => match?.index ?? Number.POSITIVE_INFINITY
const told = (direction: Direction, match: RegExpExecArray): FoundDirection => ({
  direction,
  cue: { start: match.index, end: match.index + match[0].length },
})

/** How many characters around a word can still change its sense. */
const near = 160

/** A finite setback, and whether it befalls something harmful, which makes it an act: "will halt shipments". */
function setbackIn(text: string): { match: RegExpExecArray; isGood: boolean } | null {
  for (const match of text.matchAll(setback)) {
    const before = text.slice(Math.max(0, match.index - near), match.index)
    const isLack =
      /^(?:fail|refus|unwill|declin|inaction|inadeq|no |yet|will|would|can |has|have|had|did|does|do |is|are)/i.test(
        match[0],
      )
    if (undone.test(before)) continue
    if (!isLack && infinitive.test(before) && !decided.test(before)) continue
    const isGood = !isLack && harmful.test(text.slice(match.index + match[0].length).slice(0, near))
    return { match, isGood }
  }
  return null
}

/** The governing verb decides: what comes first of act, welcome and talk; a setback or an agreed act outranks all. */
export function directionOf(text: string): FoundDirection {
  const back = setbackIn(text)
  if (back && !back.isGood) return told('contradicts', back.match)
  const agreed = agreedAct.exec(text)
  if (agreed) return told('supports', agreed)
  const [acted, welcomed, talked] = [act.exec(text), welcome.exec(text), talk.exec(text)]
  if (welcomed && at(welcomed) < Math.min(at(acted), at(talked))) {
    const rest = text.slice(welcomed.index + welcomed[0].length)
    const what = achieved.exec(rest)
    const only = /^\W*(?:that )?the (?:importance|need)\b|^[^，。]{0,4}重要/iu.test(rest)
    if (!what || only) return told('context', welcomed)
    what.index += welcomed.index + welcomed[0].length
    return told('supports', what)
  }
  if (acted && at(acted) <= at(talked)) return told('supports', acted)
  if (back && at(back.match) < at(talked)) return told('supports', back.match)
  return talked ? told('context', talked) : { direction: 'context', cue: null }
}

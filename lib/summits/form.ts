// A summit as the flat fields of its form, and as lines for whoever reviews it.

import type { z } from 'zod'
import { dateInWords } from '#lib/dates.ts'
import type { Fields } from '#lib/forms/state.ts'
import type { Localised } from '#lib/languages.ts'
import type { PartyInput } from '#lib/parties/input.ts'
import type { SummitInput } from '#lib/summits/input.ts'

type Summit = z.output<typeof SummitInput>
type Party = z.output<typeof PartyInput>

const texts = (name: string, text: Localised | undefined): Fields => ({
  [`${name}.en`]: text?.en ?? '',
  [`${name}.zh`]: text?.zh ?? '',
})

/** The values of a summit's form, by the names of its fields. */
export function fieldsOfSummit(said: Summit, named: Party[] = []): Fields {
  const { slug, startsOn, endsOn, parties } = said
  const values = { slug, startsOn, endsOn, ...texts('name', said.name), ...texts('place', said.place) }
  const rows = parties.map(({ code, leader }, at) => ({
    [`parties.${at}.code`]: code,
    ...texts(`parties.${at}.name`, named.find((each) => each.code === code)?.name),
    ...texts(`parties.${at}.leader`, leader),
  }))
  return Object.assign(values, { partiesRows: String(parties.length) }, ...rows)
}

/** What is said of a summit, each thing with its name. */
export function factsOfSummit(said: Summit): [name: string, text: string | undefined][] {
  const spoke = ({ en, zh }: Localised = {}) => [en, zh].filter(Boolean).join(' / ')
  return [
    ['Address', said.slug],
    ['Name', said.name.en],
    ['Name in Chinese', said.name.zh],
    ['Place', said.place.en],
    ['Place in Chinese', said.place.zh],
    ['First day', dateInWords(said.startsOn)],
    ['Last day', dateInWords(said.endsOn)],
    ...[...said.parties]
      .sort((a, b) => (a.code < b.code ? 1 : -1))
      .map(({ code, leader }): [string, string] => [`Party ${code}`, spoke(leader) || 'took part']),
  ]
}

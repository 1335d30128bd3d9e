// A commitment as the flat fields of its form, and as lines for whoever reviews it.

import type { Fact } from '#lib/commitments/field-kinds.ts'
import { type Commitment, fields } from '#lib/commitments/record.ts'
import type { Fields } from '#lib/forms/state.ts'

/** The values of a commitment's form, by the names of its inputs. */
export function fieldsOfCommitment(said: Commitment): Fields {
  return Object.assign({}, ...fields.map((field) => field.toForm(said[field.key])))
}

/** What is said of a commitment, each thing with its name: for the reviewer, and to be compared line by line. */
export function factsOfCommitment(said: Commitment): Fact[] {
  return fields.flatMap((field) => field.facts(said[field.key]))
}

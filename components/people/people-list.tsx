import { instantInWords } from '#lib/dates.ts'
import { roles } from '#lib/people/rules.ts'

type Person = {
  id: string
  name: string
  email: string
  role: keyof typeof roles
  deactivatedAt: Date | null
  lastSeenAt: Date | null
}

/** Everybody with an account; a name leads to what can be done about them. */
export function PeopleList({ people, self }: { people: Person[]; self: string }) {
  return (
    <ul className="mt-6 divide-y divide-rule border-y border-rule">
      {people.map((person) => (
        <li
          key={person.id}
          className="grid items-baseline gap-x-6 gap-y-0.5 py-3 lg:grid-cols-[3fr_4fr_13rem_19rem]"
        >
          <div className="[overflow-wrap:anywhere]">
            <a href={`/desk/people/${person.id}`}>{person.name}</a>
            {person.id === self ? <span className="text-soft"> (you)</span> : null}
          </div>
          <div className="font-sans text-sm [overflow-wrap:anywhere]">{person.email}</div>
          <div className="font-sans text-sm">
            {roles[person.role].word}
            {person.deactivatedAt ? <span className="text-soft">, deactivated</span> : ', active'}
          </div>
          <div className="font-sans text-sm text-soft">
            {person.lastSeenAt ? `last seen ${instantInWords(person.lastSeenAt)}` : 'never seen here'}
          </div>
        </li>
      ))}
    </ul>
  )
}

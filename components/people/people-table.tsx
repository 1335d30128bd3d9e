import { Wide } from '#components/ui/wide.tsx'
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
export function PeopleTable({ people, self }: { people: Person[]; self: string }) {
  return (
    <Wide label="People" className="mt-6">
      <table className="w-full min-w-150 text-left">
        <thead className="border-b border-edge font-sans text-sm text-soft">
          <tr>
            {['Name', 'E-mail address', 'Role', 'State', 'Last seen'].map((head) => (
              <th key={head} scope="col" className="py-2 pr-4 font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="border-b border-rule align-baseline">
              <th scope="row" className="py-2.5 pr-4 font-normal">
                <a href={`/desk/people/${person.id}`}>{person.name}</a>
                {person.id === self ? <span className="text-soft"> (you)</span> : null}
              </th>
              <td className="py-2.5 pr-4 font-sans text-sm [overflow-wrap:anywhere]">{person.email}</td>
              <td className="py-2.5 pr-4">{roles[person.role].word}</td>
              <td className="py-2.5 pr-4">
                {person.deactivatedAt ? <span className="text-soft">Deactivated</span> : 'Active'}
              </td>
              <td className="py-2.5 font-sans text-sm whitespace-nowrap text-soft">
                {person.lastSeenAt ? instantInWords(person.lastSeenAt) : 'never'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { searchDesk } from '#lib/search/desk.ts'

export const generateMetadata = () => titled('Find')

export default async function Find({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const viewer = await requireMember('/desk/find')
  const { q } = await searchParams
  const words = typeof q === 'string' ? q.replaceAll('\0', '') : ''
  const found = await searchDesk(viewer, words)
  return (
    <>
      <h1>Find</h1>
      <form action="/desk/find" className="mt-4 flex max-w-measure flex-wrap items-end gap-3 font-sans">
        <label className="grow text-sm text-soft">
          Commitments, summits, sources and updates
          <input
            name="q"
            type="search"
            maxLength={100}
            defaultValue={words.slice(0, 100)}
            className="mt-1 block w-full rounded border border-edge bg-paper px-3 py-2 text-base text-ink"
          />
        </label>
        <Button look="main">Find</Button>
      </form>
      <ul className="mt-6 divide-y divide-rule border-rule [&:not(:empty)]:border-y">
        {found.map(({ kind, label, href }) => (
          <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <a href={href}>
              <bdi>{label}</bdi>
            </a>
            <span className="font-sans text-sm text-soft">{kind}</span>
          </li>
        ))}
      </ul>
      {words.trim() && found.length === 0 ? (
        <p role="status">
          Nothing here has these words. Type at least two characters of a title or a reference.
        </p>
      ) : null}
    </>
  )
}

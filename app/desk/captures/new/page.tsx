import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { begin } from '#app/desk/captures/actions.ts'
import { Bookmarklet } from '#components/captures/bookmarklet.tsx'
import { type Way, WayIn, WayLinks, ways } from '#components/captures/ways.tsx'
import { findParkedForm } from '#lib/auth/parked-forms.ts'
import { env } from '#lib/env.ts'

export const generateMetadata = () => titled('Capture a source')

const path = '/desk/captures/new'
type Search = Promise<Record<string, string | string[] | undefined>>

export default async function NewCapture({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams
  const one = (name: string) =>
    String([asked[name] ?? ''].flat()[0] ?? '')
      .slice(0, 5_000)
      .toWellFormed()
  const query = Object.fromEntries(
    ['address', 'title', 'selection', 'articleId'].flatMap((name) => (one(name) ? [[name, one(name)]] : [])),
  )
  const viewer = await requireMember(`${path}?${new URLSearchParams(query)}`)
  const held = await findParkedForm(viewer, one('held'), path)
  const wanted = held?.way ?? one('way')
  const way: Way = Object.hasOwn(ways, wanted) ? (wanted as Way) : 'address'
  const values = { ...query, requestKey: crypto.randomUUID(), ...held }
  return (
    <>
      <h1>Capture a source</h1>
      <p className="mt-3 max-w-measure text-soft">
        It is archived as it is, hashed, and never changed. You check what was read before anything is kept.
        If you only know of it, <a href="/desk/articles/new?only=citation">cite it by its address</a>.
      </p>
      <WayLinks way={way} query={query} />
      <div className="mt-6">
        <WayIn key={way} way={way} action={begin} values={values} />
      </div>
      <Bookmarklet home={env().BASE_URL} />
    </>
  )
}

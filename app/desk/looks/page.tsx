import { titled } from '#app/answer.ts'
import { requireMember } from '#app/current-viewer.ts'
import { LastLook } from '#components/looks/last-look.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listStriking } from '#lib/looks/read.ts'

export const generateMetadata = () => titled('Live pages')

export default async function Looks() {
  const viewer = await requireMember('/desk/looks')
  const looks = await listStriking(viewer)
  return (
    <>
      <h1>Live pages that changed or went</h1>
      {looks.length === 0 ? (
        <Empty>
          Pages on which published evidence rests are looked at daily at first, then weekly, then monthly.
          When one changes, goes, or asks for a sign-in, it comes here. None has.
        </Empty>
      ) : (
        <ul className="mt-6 divide-y divide-rule border-y border-rule">
          {looks.map(({ id, article, ...look }) => (
            <li key={id} className="py-3">
              <a href={`/desk/articles/${article.id}#live`} lang={article.language}>
                <bdi>{article.title}</bdi>
              </a>{' '}
              <span className="font-sans text-sm text-soft">{article.publisher}</span>
              <LastLook look={look} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

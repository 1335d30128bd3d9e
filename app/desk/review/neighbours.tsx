import { ReviewKeys } from '#components/drafts/review-keys.tsx'
import type { Member } from '#lib/auth/viewer.ts'
import { listQueue } from '#lib/review/read.ts'

/** The way on from one thing that waits for review to the one before and the next. */
export async function Neighbours({ viewer, href }: { viewer: Member; href: string }) {
  const { items } = await listQueue(viewer)
  const place = items.findIndex((each) => each.href === href)
  const before = items[place - 1]
  const after = place < 0 ? undefined : items[place + 1]
  return (
    <>
      <nav
        aria-label="The queue"
        className="mt-12 flex flex-wrap gap-x-6 border-t border-rule pt-4 font-sans text-sm"
      >
        {before ? (
          <a rel="prev" href={before.href} className="py-1">
            The one before
          </a>
        ) : null}
        <a href="/desk/review" className="py-1">
          The whole queue
        </a>
        {after ? (
          <a rel="next" href={after.href} className="py-1">
            The next one
          </a>
        ) : null}
      </nav>
      <ReviewKeys of="one" />
    </>
  )
}

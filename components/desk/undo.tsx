/** What was just done, and for ten seconds the way back; held while it is pointed at or focused. */
export function Undo({ done, href, label }: { done: string; href: string; label: string }) {
  return (
    <p
      role="status"
      className="passing mb-6 flex flex-wrap items-baseline gap-x-4 border-l-2 border-accent pl-4"
    >
      {done} <a href={href}>{label}</a>
    </p>
  )
}

/** Links to the pages before and after; says so when the page asked for is beyond the last. */
export function Pager({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  if (page > pages)
    return (
      <p role="alert" className="mt-6">
        There are only {pages} {pages === 1 ? 'page' : 'pages'}. <a href={href(pages)}>Go to the last one</a>.
      </p>
    )
  if (pages === 1) return null
  return (
    <nav aria-label="Pages" className="mt-6 flex gap-5 font-sans text-sm">
      {page > 1 ? (
        <a rel="prev" href={href(page - 1)} className="py-1">
          Earlier page
        </a>
      ) : null}
      <span className="py-1 text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a rel="next" href={href(page + 1)} className="py-1">
          Next page
        </a>
      ) : null}
    </nav>
  )
}

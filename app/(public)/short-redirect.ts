// Short links: the HTTP redirect from a short address to where it stands.

/** Leads from a short address to where it stands, with all that was asked; there the reader's language is chosen. */
export function shortRedirect(request: Request, path: string | null): Response {
  if (!path)
    return new Response('There is nothing at this address.\n此地址没有内容。\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  const [page, place] = path.split('#', 2)
  return new Response(null, {
    status: 307,
    headers: { location: `${page}${new URL(request.url).search}#${place}` },
  })
}

/** JSON for the inside of a script element: no text in it can close the element or open another. */
const asScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** What a page says, for machines, in schema.org's words. It is data: nothing of it runs. */
export function JsonLd({ of }: { of: object }) {
  return <script type="application/ld+json">{asScript(of)}</script>
}

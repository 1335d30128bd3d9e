import { type Cited, type Format, formats } from '#lib/citations/rules.ts'

/** A citation in every format: one click selects a whole one, and each can be downloaded. */
export function Citations({ cited, path }: { cited: Cited; path: (format: Format) => string }) {
  return Object.entries(formats).map(([format, { name, write }]) => (
    <section key={format}>
      <h2 className="flex flex-wrap items-baseline justify-between gap-x-4">
        {name}
        <a href={path(format as Format)} download className="font-sans text-sm font-normal">
          Download<span className="sr-only"> as {name}</span>
        </a>
      </h2>
      <pre className="max-w-page select-all whitespace-pre-wrap rounded border border-rule bg-leaf px-4 py-3 font-mono text-sm [overflow-wrap:anywhere]">
        {write(cited).trim()}
      </pre>
    </section>
  ))
}

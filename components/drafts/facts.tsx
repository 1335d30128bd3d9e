/** What a draft says, each thing beside its name. */
export function Facts({ facts }: { facts: [name: string, text: string | undefined][] }) {
  return (
    <dl className="grid max-w-measure gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">
      {facts.map(([name, text]) =>
        text ? (
          <div key={name} className="contents">
            <dt className="font-sans text-sm text-soft sm:pt-1">{name}</dt>
            <dd lang={/Chinese/.test(name) ? 'zh' : undefined} className="whitespace-pre-line max-sm:mb-2">
              {text}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

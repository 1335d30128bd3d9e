import { InLanguage } from '#components/ui/in-language.tsx'
import { StatusMark } from '#components/ui/status-mark.tsx'
import type { CommitmentLine } from '#lib/commitments/read.ts'
import { dateInWords } from '#lib/dates.ts'
import { type Language, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'
import { inForce } from '#lib/progress/rules.ts'
import type { PublishedUpdate } from '#lib/updates/public.ts'

type Props = {
  line: CommitmentLine
  updates: PublishedUpdate[]
  language: Language
  href: (path: string) => string
}

/** Each party's own status beside the others', and the way to their own words. */
export function Sides({ line, updates, language, href }: Props) {
  const t = wordsOf(language, 'commitment')
  const { byParty } = inForce(line.updates)
  return (
    <section>
      <h2>{t('sides')}</h2>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {line.parties.map((party) => {
          const name = say(party.name, language)
          const own = byParty.get(party.id)
          const headline = updates.find(({ id }) => id === own?.id)?.headline ?? {}
          return (
            <div key={party.id} className="break-inside-avoid border-t border-edge pt-3">
              <h3 lang={name.language} className="mt-0">
                {name.text}
              </h3>
              {own ? (
                <>
                  <StatusMark status={own.status} language={language} />
                  <p>
                    <a href={`#update-${own.id}`}>
                      <InLanguage text={headline} language={language} />
                    </a>
                  </p>
                  <p className="font-sans text-sm text-soft">
                    {dateInWords(own.occurredOn, own.precision, language)}
                  </p>
                </>
              ) : (
                <p className="text-soft">{t('noOwn')}</p>
              )}
            </div>
          )
        })}
      </div>
      <p className="no-print mt-4 font-sans text-sm">
        <a href={href(`/commitments/${line.ref}/said`)}>{t('saidLink')}</a>
      </p>
    </section>
  )
}

import { type Language, languages } from '#lib/languages.ts'

const names: Record<Language, string> = { en: 'English', zh: '中文' }

/** The page at hand in the other languages, each named in itself. */
export function LanguageLinks(props: {
  language: Language
  label: string
  to: (language: Language) => string
}) {
  const others = languages.filter((each) => each !== props.language)
  return (
    <nav aria-label={props.label}>
      {others.map((each) => (
        <a key={each} href={props.to(each)} hrefLang={each} lang={each} className="inline-block py-1">
          {names[each]}
        </a>
      ))}
    </nav>
  )
}

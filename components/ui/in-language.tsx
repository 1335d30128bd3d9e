import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** A recorded text in the reader's language; where it is only there in the other one, that one and a note. */
export function InLanguage({ text, language }: { text: Localised; language: Language }) {
  const said = say(text, language)
  if (said.language === language) return said.text
  return (
    <>
      <span lang={said.language}>{said.text}</span>{' '}
      <small className="font-sans text-xs font-normal whitespace-nowrap text-soft">
        {wordsOf(language, 'frame')(said.language === 'zh' ? 'onlyChinese' : 'onlyEnglish')}
      </small>
    </>
  )
}

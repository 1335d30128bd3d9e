import { type Language, type Localised, say } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

type Props = { text: Localised; language: Language }

/** A recorded text in the reader's language; where it is only there in the other one, that one and a note. */
export function InLanguage({ text, language }: Props) {
  const said = say(text, language)
  if (said.language === language) return said.text
  return (
    <>
      <span lang={said.language}>{said.text}</span> <OnlyNote text={text} language={language} />
    </>
  )
}

/** The note alone, where one stands for several texts. */
export function OnlyNote({ text, language }: Props) {
  const said = say(text, language)
  if (said.language === language) return null
  return (
    <small className="font-sans text-xs font-normal whitespace-nowrap text-soft">
      {wordsOf(language, 'frame')(said.language === 'zh' ? 'onlyChinese' : 'onlyEnglish')}
    </small>
  )
}

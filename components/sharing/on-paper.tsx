import { type Clocks, dateInWords, instantInWords } from '#lib/dates.ts'
import type { Language } from '#lib/languages.ts'
import { wordsOf } from '#lib/messages/translate.ts'

/** A text as a CSS string: quotes, backslashes, line ends and `<` as escapes, so that it stays one. */
export const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f\0]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/** On paper: the page's name at the head of every sheet, and by which clocks it was read and where it stands. */
export function OnPaper(props: { language: Language; clocks: Clocks; head: string; address: string }) {
  const { language, clocks, head, address } = props
  const on = dateInWords(clocks.on, 'DAY', language)
  const known = instantInWords(clocks.known, language)
  return (
    <>
      <style>{`@page{@top-right{content:${cssString(head)}}}`}</style>
      <p className="print-only font-sans text-sm text-soft">
        {wordsOf(language, 'sharing')('asOf', { on, known })} {address}
      </p>
    </>
  )
}

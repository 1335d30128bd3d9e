import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { languages } from '#lib/languages.ts'
import { en } from '#lib/messages/en/catalogue.ts'
import { zh } from '#lib/messages/zh/catalogue.ts'
import { sources } from '#testing/sources.ts'

const catalogues: Record<(typeof languages)[number], Record<string, Record<string, string>>> = { en, zh }

/** Every name in a message with what it stands for: an argument or a tag. */
function namesIn(parts: MessageFormatElement[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === TYPE.tag) return [`<${part.value}>`, ...namesIn(part.children)]
    if (part.type === TYPE.select || part.type === TYPE.plural)
      return [part.value, ...Object.values(part.options).flatMap(({ value }) => namesIn(value))]
    return part.type === TYPE.literal || part.type === TYPE.pound ? [] : [part.value]
  })
}

const named = (message = '') => [...new Set(namesIn(new IntlMessageFormat(message, 'en').getAst()))].sort()

test('each message is there in every language, says something, and takes the same values and tags', () => {
  for (const language of languages) {
    expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(en).sort())
    for (const [part, messages] of Object.entries(catalogues[language])) {
      const english = catalogues.en[part] ?? {}
      expect([language, part, Object.keys(messages).sort()]).toEqual([
        language,
        part,
        Object.keys(english).sort(),
      ])
      for (const [name, message] of Object.entries(messages)) {
        expect([part, name, message.trim() !== '']).toEqual([part, name, true])
        expect([language, part, name, named(message)]).toEqual([language, part, name, named(english[name])])
      }
    }
  }
})

/** What a message says itself, whatever its values are. */
function saidIn(parts: MessageFormatElement[]): string {
  return parts
    .map((part) => {
      if (part.type === TYPE.literal) return part.value
      if (part.type === TYPE.tag) return saidIn(part.children)
      if (part.type !== TYPE.select && part.type !== TYPE.plural) return ''
      return Object.values(part.options)
        .map(({ value }) => saidIn(value))
        .join(' ')
    })
    .join(' ')
}

test('Chinese messages are Chinese', () => {
  const latin = Object.entries(zh).flatMap(([part, messages]) =>
    Object.entries(messages)
      .map(([name, message]) => [name, saidIn(new IntlMessageFormat(message, 'zh').getAst())] as const)
      .filter(([, said]) => /\p{L}/u.test(said) && !/\p{Script=Han}/u.test(said))
      .map(([name]) => `${part}.${name}`),
  )
  expect(latin).toEqual(['frame.product'])
})

test('no message is left that nothing says', () => {
  const code = sources().filter(({ path }) => /^(app|components|lib|server)\//.test(path))
  const said = code
    .filter(({ path }) => !path.startsWith('lib/messages/'))
    .map(({ text }) => text)
    .join('\n')
  const unsaid = Object.entries(en).flatMap(([part, messages]) =>
    Object.keys(messages)
      .filter((name) => !said.includes(`'${name}'`))
      .map((name) => `${part}.${name}`),
  )
  expect(unsaid).toEqual([])
})

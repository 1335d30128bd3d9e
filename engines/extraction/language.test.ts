import { expect, test } from 'vitest'
import { languageSeen } from '#engines/extraction/language.ts'

test.each([
  [
    'en',
    'The ministers agreed on Friday to cut tariffs on grain, and said that they would meet again in Lima next spring.',
  ],
  ['zh', '两国元首一致同意加强高层交往，恢复两军对话，并在人工智能治理等领域开展合作。'],
  [
    'ja',
    '両首脳は会談で、貿易と気候変動に関する協力を強化することで一致したと発表した。来年春に再び会談する予定だという。首相は記者団に対し、成果に満足していると述べた。',
  ],
  [
    'ko',
    '두 정상은 금요일 회담에서 관세를 낮추기로 합의하고 내년 봄 리마에서 다시 만나기로 했다고 밝혔다. 장관은 기자들에게 결과에 만족한다고 말했다.',
  ],
  [
    'de',
    'Die Minister einigten sich am Freitag darauf, die Zölle auf Getreide zu senken, und wollen sich im Frühjahr wieder treffen.',
  ],
  [
    'ru',
    'Министры договорились в пятницу снизить пошлины на зерно и заявили, что встретятся снова весной следующего года в Лиме.',
  ],
  [
    'ar',
    'اتفق الوزراء يوم الجمعة على خفض الرسوم الجمركية على الحبوب وقالوا إنهم سيجتمعون مرة أخرى في الربيع المقبل في ليما',
  ],
])('a text in %s is seen as such', (language, text) => {
  expect(languageSeen(text)).toBe(language)
})

test('a text of commands and names is not taken for a language of other letters', () => {
  const commands =
    '| `npm run capture -- FILE` | captures from the command line | data/logs | npm start -- --port 3000 | '.repeat(
      9,
    )
  expect(['en', null]).toContain(languageSeen(commands))
  expect(languageSeen('OK 12 34')).toBeNull()
})

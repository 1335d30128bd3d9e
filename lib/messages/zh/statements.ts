// 各方对每项承诺的原话。

export const statements = {
  title: '各方原话对照',
  titleOf: '各方原话对照：{what}',
  answer: '{total, plural, other {# 项承诺}}中，有 {quoted, number} 项在当事方自己的存档原话中被提及。',
  answerOne: '当事方的存档原话中，{passages, plural, =0 {没有提及此项承诺} other {有 # 段提及此项承诺}}。',
  underlined: '<own>下划线</own>标出该场合只有一方使用的词语。',
  empty: '当事方的原话被引为证据之后，会在此与其他各方的原话并列。',
  backToSummit: '返回峰会',
  backToCommitment: '返回承诺',
  allOfSummit: '峰会全部承诺的各方原话',
  occasion: '{date}发布',
  undatedOf: '来源未注明日期；引以说明{date}之事',
  undated: '日期不详',
  silent: '未引用这一方在该场合的原话。',
} as const

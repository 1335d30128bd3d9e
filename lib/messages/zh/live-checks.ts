// 对来源原网页的查看结果。

export const liveChecks = {
  notSince: '自{since}起无法查看原网页；存档副本仍在。',
  looked: '{said}（{on}查看）。',
  lookedUntil: '{said}（{on}查看）。自{since}起无法查看。',
  same: '原网页内容与存档一致',
  sameQuotes: '原网页仍有全部摘录的原文',
  nearlySame: '原网页仍有存档的几乎全部内容',
  changed: '原网页在存档后有改动；存档副本仍在',
  changedAround: '原网页在存档后有改动，但仍有全部摘录的原文',
  lostOne: '原网页在存档后有改动：摘录的那段原文已不在其中；存档副本仍在',
  lostAll: '原网页在存档后有改动：全部{quotes, number}处摘录的原文都已不在其中；存档副本仍在',
  lostSome: '原网页在存档后有改动：{quotes, number}处摘录中有{lost, number}处的原文已不在其中；存档副本仍在',
  isGone: '原网页已不存在；存档副本仍在',
  walled: '原网页现在要求登录或订阅；存档副本仍在',
} as const

// 把页面带走：引用、下载、打印、转发。

export const sharing = {
  cite: '引用本页',
  download: '下载：<json>JSON</json>、<csv>CSV</csv>',
  report: '报告错误',
  short: '短地址',
  select: '（点击即全选）',
  print: '本页打印出来就是一份报告。',
  cardAsOf: '截至{on}',
  worldTitle: '领导人的承诺，兑现得怎样',
  asOf: '截至{on}的情况，按 Followthrough 在{known} 时所知。',
} as const

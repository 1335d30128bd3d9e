// 每个公开页面四周的文字。

export const frame = {
  product: 'Followthrough',
  description: '峰会上领导人的承诺是否正在兑现，以及可以证明这一点的原文。',
  skip: '跳到正文',
  main: '主导航',
  languages: '语言',
  dashboard: '总览',
  commitments: '承诺',
  search: '搜索',
  methodology: '方法',
  ledger: '账本',
  desk: '工作台',
  signIn: '登录',
  demo: '演示数据：承诺和来源都是真实的，用来展示本追踪器如何工作。',
  foot: '每个状态都有可查阅的证据；每次变更都记入<ledger>账本</ledger>，曾经的错误列在<corrections>更正</corrections>中。统计方法见<methodology>方法</methodology>。',
  error: '错误：{title}',
  notFound: '未找到',
  nothingHere: '此地址没有内容',
  nothingHereWhy:
    '地址可能有误，或者从未存在过：这里发布的内容从不删除。可以浏览<commitments>全部承诺</commitments>，或从<dashboard>总览</dashboard>开始。',
  onlyEnglish: '仅有英文',
  onlyChinese: '仅有中文',
} as const

// 每个公开页面的两个时钟。

export const clocks = {
  asked: '页面其余部分按未提出此项要求显示。',
  standsNow: '这是今天的情况，按本追踪器在{known}时所知。',
  stoodNow: '这是{on}的情况，按本追踪器现在所知。',
  stood: '这是{on}的情况，按本追踪器在{known}时所知。',
  standsKnownNow: '这是今天的情况，按本追踪器现在所知。',
  knew: '这是本追踪器在{known}时所知的内容。',
  onIsNothing: '所设日期（{on}）不影响本页，各链接仍会保留它。',
  alwaysNow: '本页始终是现行版本。所设的时钟不影响本页，各链接仍会保留它们。',
  back: '回到现在',
  on: '当时的情况（日期）',
  known: '本追踪器当时所知（日期）',
  show: '显示',
  endOf: '年末：',
  notADay: '“{asked}”不是日期：请写成 2024-05-14 这样。',
  futureOn: '不能查询未来：请选择不晚于今天的日期。',
  futureKnown: '没有人知道未来：请选择不晚于今天的日期。',
  notAPage: '这不是页码。',
} as const

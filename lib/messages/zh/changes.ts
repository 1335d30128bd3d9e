// 近来有哪些变化。

export const changes = {
  title: '近期变化',
  means: '截至{on}的七天和三十天内发生、更正或撤回的内容。',
  meansApart: '截至{on}的七天和三十天内发生的内容，以及截至{known}的同样天数内更正或撤回的内容。',
  week: '本周',
  weekThen: '当周',
  month: '本月更早',
  monthThen: '当月更早',
  nothing: '这些天没有变化。',
  more: '还有更多：<updates>这些天的状态更新</updates>、<corrections>更正与撤回</corrections>。',
  correction: '已更正：',
  withdrawal: '已撤回：',
  becomes: '变为',
} as const

// 各种引文格式。

export const citations = {
  cite: '引用{ref}',
  clocksSet:
    '这个网址设定了两个时钟：无论以后发布什么，打开它的人看到的<page>{ref}</page>都与您现在所见相同。',
  citeSource: '引用此来源',
  archived: '<source></source>，附此处的存档副本：即使原网页改动或消失，副本仍在。',
  notArchived: '<source></source>，此处没有存档副本。',
  download: '下载<format></format>',
  as: '（{name}格式）',
  asOf: '{title}（{ref}）：{status}，截至{on}',
  summitAsOf: '{name}：各项承诺及其兑现情况，截至{on}',
  select: '点击任一引文即全选，可直接复制；也可以下载。',
  noUpdate: '尚无状态更新',
} as const

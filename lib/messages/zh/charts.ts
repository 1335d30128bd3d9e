// 图表：名称、图例、坐标轴和表格。

export const charts = {
  legend: '时间带图例',
  stale: '久未更新',
  staleMeans: '久未更新：超过复查周期仍无消息',
  update: '一次状态更新',
  partyUpdate: '关于某一方的状态更新',
  asOf: '截至{day}',
  ribbon: '{ref}，{from}至{until}：{status}',
  sameAsTable: '以表格显示',
  ribbonsAsTable: '时间带的表格',
  commitment: '承诺',
  status: '状态',
  statusesFrom: '状态及其起始日',
  fromHead: '起',
  toHead: '止',
  asBar: '条形图',
} as const

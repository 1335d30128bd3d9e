// 显示哪次峰会，以及两次峰会的对照。

export const summits = {
  shown: '所显示的峰会',
  show: '显示',
  compareWith: '与另一次峰会对照',
  unknown: '没有名为“{asked}”的峰会。',
  compare: '对照两次峰会',
  first: '一次峰会',
  second: '另一次峰会',
  choose: '请选择',
  side: '对照',
  chooseTwo: '请选择两次峰会，对照各自承诺的现状。',
  same: '两边是同一次峰会：请选择两次不同的峰会。',
  two: '{one}与{other}',
  areas: '按领域对照',
  area: '领域',
  nothingThere: '无',
  overTime: '同一时间轴上的变化',
} as const

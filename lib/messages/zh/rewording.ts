// 两份文本之间逐段的变化。

export const rewording = {
  none: '文本没有变化。',
  changed: '{count, plural, other {#}} 段有改动',
  added: '{count, plural, other {#}} 段为新增',
  removed: '{count, plural, other {#}} 段被删去',
  unchanged: '{count, plural, other {#}} 段未变',
  addedHere: '+ 新增段落',
  removedHere: '− 删去段落',
  heardAdded: '新增：',
  heardRemoved: '删去：',
} as const

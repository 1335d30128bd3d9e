// 账本条目列表。

export const entries = {
  table: '账本条目',
  number: '序号',
  what: '事项',
  about: '对象',
  when: '时间',
  hash: '哈希值',
  SUMMIT_RECORDED: '记录峰会',
  SUMMIT_AMENDED: '修订峰会',
  COMMITMENT_RECORDED: '记录承诺',
  COMMITMENT_AMENDED: '修订承诺',
  UPDATE_PUBLISHED: '发布状态更新',
  UPDATE_CORRECTED: '更正状态更新',
  UPDATE_WITHDRAWN: '撤回状态更新',
} as const

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
  COMMITMENT_MERGED: '合并承诺',
  AREA_RECORDED: '新增领域',
  AREA_AMENDED: '更改领域名称或次序',
  PARTY_RECORDED: '新增当事方',
  PARTY_AMENDED: '更改当事方名称',
} as const

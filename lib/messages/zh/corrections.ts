// 更正与撤回。

export const corrections = {
  title: '更正',
  heading: '{total, plural, =0 {没有更正或撤回} other {已更正或撤回：#条状态更新}}',
  why: '已发布的内容即使有误也会保留：旁边写明错在哪里、何时指出。在任何页面选择更早的<known>所知</known>日期，看到的就是更正之前的内容。',
  corrected: '{ref} · {at}更正',
  withdrawn: '{ref} · {at}撤回',
  empty: '更正与撤回及其理由会列在这里。',
  toCommitments: '查看全部承诺',
} as const

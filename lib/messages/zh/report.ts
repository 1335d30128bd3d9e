// 读者报告错误的表单。

export const report = {
  title: '报告 {ref} 中的错误',
  lead: '请告诉审核人员“<link>{title}</link>”有何错误，以及在何处可以查证。无需账户，也无需留下地址。确有错误，将公开更正。',
  text: '错在哪里？',
  textHint: '请写明有误的文字或数字，以及可以证明的来源。最多 4000 字。',
  contact: '如何答复您？',
  optional: '（选填）',
  contactHint: '例如电子邮箱。只有审核人员可见，处理完毕后即删除。',
  trap: '此栏请留空',
  send: '提交报告',
  summary: '暂时无法提交',
  error: '错误：{message}',
  missing: '请写明错在哪里。',
  tooLong: '请不要超过 {max, number} 字。',
  notPlain: '其中含有不可见的控制字符，请重新输入。',
  trapped: '最后一栏必须留空：请清除后重新提交。',
  tooMany: '您所在的网络一小时内提交的报告过多。您输入的内容仍在：请在 {minutes} 分钟后重新提交。',
  away: '数据库暂时没有响应。您输入的内容仍在：请稍后重新提交。',
  sentTitle: '谢谢，报告已提交',
  sent: '审核人员会在工作台上看到。如果因此作出更正，更正会与原内容一并列在<corrections>更正</corrections>中。返回<link>{ref}</link>。',
} as const

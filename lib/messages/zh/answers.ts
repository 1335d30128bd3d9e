// 页面无法显示时，服务器给出的说明。

export const answers = {
  away: '数据库暂时没有响应。内容不会丢失：请稍后再试。',
  failed: '本站出现问题，已记录在案。请稍后再试。',
  method: '这里不受理此类请求。',
  longAddress: '网址太长。',
  notOurs: '这不是本站的网址。',
  malformed: '网址格式有误。',
  noHost: '请求没有指明属于本站的主机。',
  tooLarge: '发送的内容太大：一次最多接收 13 MB。',
  foreign: '会改变内容的请求只接受来自本站页面的：请打开 {home} 再试。',
  error: '错误 {status} · Followthrough',
  again: '再次发送',
  anew: '密码、验证码和文件不予保留：表单会再次要求填写。',
  front: '回到首页',
} as const

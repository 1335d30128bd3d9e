// 账本页：记录、封存方式与核对方法。

export const ledger = {
  title: '账本',
  heading: '{total, plural, =0 {尚未发布任何内容} =1 {#个条目，以哈希封存} other {#个条目，以哈希环环相扣}}',
  what: '所有已发布的内容在此都有一个条目：它的哈希涵盖自身内容和前一个条目的哈希，任何改写都无法不留痕迹。',
  unchecked: '尚未进行过核对。',
  faulty: '最近一次核对（{at}）发现问题：<fault></fault>',
  sound:
    '最近一次核对（{at}）检查了{entries, plural, other {#个条目}}、{snapshots, plural, other {#份存档来源}}和{excerpts, plural, other {#处原文摘录}}，未发现问题。',
  head: '末端：第{seq, number}条，{at}，<hash></hash>',
  entries: '条目（由新到旧）',
  howToVerify: '如何核对',
  signed:
    '每次发布之后以及每小时，都会对账本末端签名：至今有{count, plural, other {#个签名存证}}，最新的对应第{seq, number}条，签于{at}。',
  notSigned: '每次发布之后以及每小时，都会对账本末端签名。目前尚未签过。',
  publicKey: '公钥：',
  noKey: '本站没有密钥，因此没有任何签名。',
  download: '<file>下载整个账本</file>，用本项目的程序核对，无需本服务器及其数据库：',
  keep: '它能查出被改动、删除、插入或调换次序的条目。今天存下<checkpoint>最新的签名存证</checkpoint>，日后用<code>--trusted checkpoint.txt</code>即可查出现有内容是否被截去。账本能证明什么、不能证明什么，见<methodology>方法</methodology>。',
} as const

// Addresses that have led programs like ours astray, by what is wrong with them, and honest ones that look odd.

const each = (text: string) => text.trim().split(/\s+/)

export const hostile: Record<string, string[]> = {
  'this machine, in every way of writing it': [
    ...each(`
    http://127.0.0.1/ https://127.0.0.1/ http://127.0.0.1:80/ http://127.0.0.1:8080/ http://127.1/
    http://127.0.1/ http://127.1.2.3/ http://127.255.255.254/ http://2130706433/ http://017700000001/
    http://0x7f000001/ http://0x7F.0x0.0x0.0x1/ http://0177.0.0.1/ http://0177.0.0.0x1/
    http://00000177.0.0.1/ http://0x7f.1/ http://0x7f.0x1/ http://127.0x1/ http://127.0.0.1./
    http://127.0.0.0x1/ http://0x0000007f000001/ http://%31%32%37%2e0.0.1/ http://127%2e0%2e0%2e1/
    http://127。0。0。1/ http://①②⑦.⓪.⓪.①/ http://1²7.0.0.1/ http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/
    http://127.0.0.1?@news.example.com/ http://127.0.0.1#@news.example.com/
  `),
    'http://\uff11\uff12\uff17.\uff10.\uff10.\uff11/',
    'http://127\u00ad.0.0.1/',
  ],
  'no machine in particular': each(`
    http://0.0.0.0/ http://0/ http://0x0/ http://00/ http://0.0/ http://0.1.2.3/ http://[::]/
    http://[0:0:0:0:0:0:0:0]/ http://[::0.0.0.0]/ http://255.255.255.255/ http://4294967295/
    http://0xffffffff/
  `),
  'networks of one house': each(`
    http://10.0.0.1/ http://10.255.255.255/ http://167772161/ http://0x0a000001/ http://012.0.0.1/
    http://172.16.0.1/ http://172.31.255.254/ http://2886729729/ http://192.168.0.1/ http://192.168.255.255/
    http://3232235521/ http://0xc0.0xa8.0.1/ http://0300.0250.0.1/ http://192.168.1/ http://100.64.0.1/
    http://100.127.255.255/ http://169.254.1.1/ http://[fc00::1]/ http://[fd12:3456:789a::1]/
    http://[fe80::1]/ http://[febf::1]/ http://[fec0::1]/
  `),
  'services that hand out keys of rented machines': each(`
    http://169.254.169.254/latest/meta-data/ http://169.254.169.254:80/computeMetadata/v1/
    http://2852039166/ http://0xa9fea9fe/ http://0xa9.0xfe.0xa9.0xfe/ http://0251.0376.0251.0376/
    http://169.254.43518/ http://169.16689662/ http://0251.254.169.254/ http://169。254。169。254/
    http://169.254.169.254./ http://169.254.170.2/v2/credentials http://169.254.169.253/
    http://[fd00:ec2::254]/ http://[fd00:0ec2:0:0:0:0:0:254]/ http://[fd20:ce::254]/
    http://100.100.100.200/latest/meta-data/ http://192.0.0.192/opc/v1/instance/
    http://168.63.129.16/machine http://[::ffff:169.254.169.254]/ http://[::ffff:a9fe:a9fe]/
    http://metadata/computeMetadata/v1/ http://metadata.google.internal/computeMetadata/v1/
    http://METADATA.GOOGLE.INTERNAL./ http://instance-data.ec2.internal/
    http://kubernetes.default.svc.cluster.local/
  `),
  'ranges kept for other purposes': each(`
    http://192.0.0.1/ http://192.0.2.1/ http://198.51.100.1/ http://203.0.113.1/ http://198.18.0.1/
    http://198.19.255.255/ http://192.88.99.1/ http://192.31.196.1/ http://192.52.193.1/
    http://192.175.48.1/ http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://[ff02::1]/
    http://[ff0e::1]/ http://[100::1]/ http://[2001:db8::1]/ http://[3fff::1]/ http://[3ffe::1]/
    http://[5f00::1]/ http://[4000::1]/ http://[2620:4f:8000::1]/
  `),
  'IPv4 inside IPv6': each(`
    http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[0000::0001]/ http://[::ffff:127.0.0.1]/
    http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:7f00:0001]/ http://[::FFFF:10.0.0.1]/
    http://[::ffff:93.184.216.34]/ http://[::ffff:0:127.0.0.1]/ http://[::127.0.0.1]/ http://[::7f00:1]/
    http://[::93.184.216.34]/ http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::7f00:1]/
    http://[64:ff9b::93.184.216.34]/ http://[64:ff9b:1::a9fe:a9fe]/ http://[2002:7f00:1::]/
    http://[2002:a9fe:a9fe::1]/ http://[2002:5db8:d822::1]/ http://[2001::7f00:1]/
    http://[2001:0:5ef5:79fd:0:59d:80ff:fffe]/ http://[2001:10::1]/ http://[2001:20::1]/ http://[2001:2::1]/
    http://[2001:1ff::1]/ http://[2a00:1450::5efe:127.0.0.1]/ http://[2a00:1450::200:5efe:10.0.0.1]/
  `),
  'zones and broken numbers': each(`
    http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[2a00:1450:4001:81b::200e%25lo]/ http://[::1
    http://::1/ http://[::1]]/ http://[127.0.0.1]/ http://[:::1]/ http://256.256.256.256/
    http://127.0.0.256/ http://4294967296/ http://1.2.3.4.5/ http://0x/ http://09.0.0.1/
  `),
  'names that are not of the open web': [
    ...each(`
    http://localhost/ http://LOCALHOST/ http://localhost./ http://localhost../ http://localhost:8080/
    http://app.localhost/ http://localhost.localdomain/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/
    http://%6c%6f%63%61%6c%68%6f%73%74/ http://intranet/ http://db/ http://ai/ http://printer.local/
    http://router.lan/ http://nas.home.arpa/ http://fritz.home/ http://wiki.corp/ http://a.internal/
    http://b.intranet/ http://c.private/ http://d.test/ http://e.invalid/
    http://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/
  `),
    'http://\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54/',
    'http://loc\u00adalhost/',
  ],
  'a name or a password in the address': each(`
    http://admin:secret@news.example.com/ http://admin@news.example.com/ http://:secret@news.example.com/
    http://@news.example.com/ http://:@news.example.com/ http://news.example.com@127.0.0.1/
    http://news.example.com:80@10.0.0.1/ http://news.example.com%40x@10.0.0.1/ http://a@b@news.example.com/
  `),
  'other doors of a machine': each(`
    http://news.example.com:22/ http://news.example.com:25/ http://news.example.com:3000/
    http://news.example.com:5432/ http://news.example.com:6379/ http://news.example.com:8081/
    http://news.example.com:9200/ http://news.example.com:0/ http://news.example.com:65535/
    http://news.example.com:65536/ http://news.example.com:-80/ http://news.example.com:80x/
    http://news.example.com:8O/
  `),
  'other ways than the web': each(`
    ftp://news.example.com/ file:///etc/passwd file://news.example.com/etc/passwd
    gopher://127.0.0.1:6379/_INFO dict://127.0.0.1:11211/stat ldap://127.0.0.1/ data:text/html,hello
    javascript:alert(1) blob:https://news.example.com/9 about:blank view-source:http://news.example.com/
    jar:http://news.example.com/a!/b ws://news.example.com/ wss://news.example.com/
    unix:///var/run/docker.sock http+unix://%2Fvar%2Frun%2Fdocker.sock/ httpx://news.example.com/
    mailto:a@news.example.com
  `),
  'what parsers read differently': [
    ...each(`
    http:/127.0.0.1/ http:127.0.0.1/ http:///127.0.0.1/ http://///127.0.0.1/ http:news.example.com
    //news.example.com/ news.example.com/ http://news.example.com%00.evil.example/
    http://news.example.com%0a/ http://news.example.com%2f@127.0.0.1/ http://news^example.com/
    http://<news>.example.com/ http://xn--/ http://?
  `),
    'http:\\\\127.0.0.1\\',
    'http://news.example.com\\@127.0.0.1/',
    'http:\\news.example.com/',
    'h\tttp://news.example.com/',
    'http://news.example.com\n/',
    'http://news.example.com/\r\nHost: 127.0.0.1',
    'http://127.0.\n0.1/',
    ' http://news.example.com/',
    'http://news.example.com/ ',
    'http://news.example.com/a b',
    'http://news.example.com /',
    'http://news.example.com\u0000.evil.example/',
    'http://news.example.com/\u007f',
    'http://news.example.com/\u0085',
    'http://news.example.com/\u2028',
    'http://news.example.com/\ud800',
    'http:// /',
    `http://news.example.com/${'a'.repeat(2_048)}`,
    `http://news.example.com/${'汉'.repeat(700)}`,
  ],
}

/** As typed, and as asked. */
export const honest: [string, string][] = [
  ['https://news.example.com/', 'https://news.example.com/'],
  ['http://news.example.com', 'http://news.example.com/'],
  ['HTTPS://News.Example.COM/Path', 'https://news.example.com/Path'],
  ['https://news.example.com:443/a', 'https://news.example.com/a'],
  ['http://news.example.com:8080/a?b=c&d=%20e', 'http://news.example.com:8080/a?b=c&d=%20e'],
  ['https://news.example.com:8443/', 'https://news.example.com:8443/'],
  ['https://news.example.com./a', 'https://news.example.com/a'],
  ['https://news.example.com/a#b', 'https://news.example.com/a'],
  ['https://news.example.com/a/../b/./c', 'https://news.example.com/b/c'],
  ['https://news.example.com/@writer/piece', 'https://news.example.com/@writer/piece'],
  ['https://news.example.com/?to=a@b', 'https://news.example.com/?to=a@b'],
  ['https://bücher.example.com/ä', 'https://xn--bcher-kva.example.com/%C3%A4'],
  ['http://www.新华网.中国/政治', 'http://www.xn--xkrr14bows.xn--fiqs8s/%E6%94%BF%E6%B2%BB'],
  ['https://a_b.example.com/', 'https://a_b.example.com/'],
  [
    'https://web.archive.org/web/2024/http://127.0.0.1/',
    'https://web.archive.org/web/2024/http://127.0.0.1/',
  ],
  ['http://93.184.216.34/', 'http://93.184.216.34/'],
  ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
]

/** What a resolver may answer. */
export const machines = {
  closed: [
    ...each(`
    127.0.0.1 127.1 0x7f.0.0.1 0177.0.0.1 2130706433 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1
    100.64.0.1 100.100.100.200 169.254.169.254 168.63.129.16 192.0.0.192 192.0.2.1 198.18.0.1 203.0.113.9
    224.0.0.251 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 ::8.8.8.8
    64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2001:10::1 2001:1ff:ffff::1 2002:808:808::1
    2620:4f:8000::1 2a00:1450::5efe:a00:1 3ffe::1 3fff:fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1
    fe80::1%eth0 2a00:1450::1%eth0 fec0::1 ff02::1 localhost
  `),
    '',
    'not an address',
  ],
  open: each(`
    1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 168.63.129.17
    223.255.255.255 2001:200::1 2001:4860:4860::8888 2003::1 2606:4700:4700::1111 2a00:1450:4001:81b::200e
    2c0f:fb50::1
  `),
}

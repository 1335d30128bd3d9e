import { gunzipSync } from 'node:zlib'
import { readFileSync, writeFileSync } from 'node:fs'
import { extract } from '#lib/articles/extract.ts'
const tok = (t: string) => t.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
const grams = (t: string, n: number) => { const w = tok(t); const m = new Map<string, number>(); for (let i = 0; i < Math.max(1, w.length - n + 1); i++) { const k = w.slice(i, i + n).join(' '); if (k) m.set(k, (m.get(k) ?? 0) + 1) } return m }
function prf(a: string, b: string, n: number) { const g = grams(a, n), p = grams(b, n); let tp = 0, G = 0, P = 0; for (const v of g.values()) G += v; for (const [k, v] of p) { P += v; tp += Math.min(v, g.get(k) ?? 0) } return { p: P ? tp / P : (G ? 0 : 1), r: G ? tp / G : (P ? 0 : 1) } }
const f = (p: number, r: number) => (p + r ? (2 * p * r) / (p + r) : 0)
const fold = (t: string | null | undefined) => (t ?? '').normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const args = process.argv.slice(2)
const dirs = args.filter((a) => !a.startsWith('-'))
for (const dir of dirs) {
  const gold = JSON.parse(readFileSync(`${dir}/gold.json`, 'utf8'))
  const n = dir.includes('news') ? 4 : 1
  const rows: any[] = []
  const out: any = {}
  for (const [name, g] of Object.entries<any>(gold)) {
    const t0 = performance.now()
    let r: any
    try { r = await extract(gunzipSync(readFileSync(`${dir}/html/${name}.html.gz`)), { contentType: 'text/html', address: g.url }) } catch (e: any) { r = { text: '', error: e.stack } ; console.log(name, e.message, e.fault?'':e.stack) }
    const ms = performance.now() - t0
    const m = prf(g.articleBody, r.text, n)
    rows.push({ name, ...m, f: f(m.p, m.r), ms, g, rd: r })
    out[name] = { gold: g.articleBody, text: r.text, title: r.title, byline: r.byline, publishedOn: r.publishedOn, origins: r.origins, g }
  }
  writeFileSync(`/tmp/ex/out-${n}.json`, JSON.stringify(out))
  const mean = (a: number[]) => a.reduce((x, y) => x + y, 0) / Math.max(1, a.length)
  const P = mean(rows.map((x) => x.p)), R = mean(rows.map((x) => x.r))
  const half = (k: number) => mean(rows.filter((_, i) => i % 2 === k).map((x) => x.f))
  console.log(dir, 'P', P.toFixed(4), 'R', R.toFixed(4), 'F(P,R)', f(P, R).toFixed(4), 'meanF', mean(rows.map((x) => x.f)).toFixed(4), 'halves', half(0).toFixed(4), half(1).toFixed(4), 'ms', mean(rows.map((x) => x.ms)).toFixed(0))
  if (n === 1) {
    const acc = (key: string, goldKey: string) => { const has = rows.filter((x) => x.g[goldKey]); const bad = has.filter((x) => fold(x.rd[key]) !== fold(x.g[goldKey])); if (args.includes('--meta')) for (const x of bad) console.log(`  ${key} ${x.name}: GOLD ${x.g[goldKey]} | GOT ${x.rd[key]} (${x.rd.origins?.[key]})`); return `${goldKey} ${((has.length - bad.length) / has.length).toFixed(3)}` }
    console.log(acc('title', 'title'), acc('byline', 'author'), acc('publishedOn', 'publishedOn'))
  }
  if (!args.includes('-q')) for (const x of rows.sort((a, b) => a.f - b.f).slice(0, 25)) console.log(x.name.slice(0, 10), 'f', x.f.toFixed(3), 'p', x.p.toFixed(3), 'r', x.r.toFixed(3), x.g.url.slice(0, 80))
}

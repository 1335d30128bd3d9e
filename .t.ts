import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { treeOf, textOf, elementsOf } from '#lib/articles/tree.ts'
import { measure } from '#lib/articles/measure.ts'
import { mainPart } from '#lib/articles/main-text.ts'
import { leftOut } from '#lib/articles/boilerplate.ts'
import { teasersIn } from '#lib/articles/teasers.ts'
import { metadataOf } from '#lib/articles/metadata.ts'
import { namesOf } from '#lib/articles/hints.ts'
const g = JSON.parse(readFileSync('/work/shared/extraction/articles/gold.json', 'utf8'))
for (const k of process.argv.slice(2)) { const t = treeOf(gunzipSync(readFileSync(`/work/shared/extraction/articles/html/${k}.html.gz`)).toString()); const a = g[k].url
const ts = teasersIn(t.root, a); const m = measure(t.root, ts); const main = mainPart(t.root, m, metadataOf(t, a).title); console.log('==', k, main.tag, namesOf(main).slice(0, 60), JSON.stringify(m.get(main)), JSON.stringify(m.get(t.root)))
for (const e of leftOut(main, m, ts)) { const x = m.get(e)!; if (x.text > 90) console.log('  LEFT', e.tag, namesOf(e).slice(0, 70), ts.has(e) ? 'TEASER' : '', x.text, x.prose, textOf(e).slice(0, 70)) } }

import { gunzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { treeOf, elementsOf } from '#lib/articles/tree.ts'
import { measure } from '#lib/articles/measure.ts'
import { namesOf, isJunkNamed, isJunkTag, isHidden } from '#lib/articles/hints.ts'
const [dir, pre] = process.argv.slice(2)
import { readdirSync } from 'node:fs'
const f = readdirSync(`${dir}/html`).find((x) => x.startsWith(pre!))!
const t = treeOf(gunzipSync(readFileSync(`${dir}/html/${f}`)).toString())
const m = measure(t.root)
const depth = (e: any): number => (e.parent ? 1 + depth(e.parent) : 0)
for (const e of elementsOf(t.root)) { const x = m.get(e); if (x && x.prose > 400 || (x && isHidden(e) ) ) console.log(' '.repeat(depth(e)), e.tag, JSON.stringify(x), namesOf(e).slice(0, 100), isJunkNamed(e) || isJunkTag(e) ? 'JUNK' : '', isHidden(e) ? 'HIDDEN' : '') }

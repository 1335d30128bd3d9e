import { readDocument } from '#lib/proposals/document.ts'
import { readFileSync } from 'node:fs'
const r = readDocument({text: readFileSync(process.argv[2] ?? '','utf8'), title: null, language: null}, [])
console.log(r.actors)
for (const s of r.read) console.log(s.sentence.text.slice(0,90), '\n    ', [...s.topics].map(([t,f])=>`${t}: ${f.map(x=>`${x.phrase}(${x.value.tier})`).join(', ')}`).join(' | '), '\n     ', s.named.map(m=>`${m.party}:${m.weight}`).join(' '))

// The start-up message: where to go, who may sign in, where the data lie, how to stop.

import { data } from './paths.ts'
import { seconds } from './steps.mjs'

type Link = { role: string; email: string | null; url: string }

function parse(out: string): Link[] {
  return out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Link)
}

export function announce(address: string, where: string, since: number, links: string): void {
  const found = parse(links)
  const lines = [`\nReady in ${seconds(since)}: ${address}\n`]
  if (found.length > 0) lines.push('Sign in, once each, within the hour:')
  const who = ({ role, email }: Link) => (email ? role.toLowerCase() : 'the first administrator')
  const width = Math.max(0, ...found.map((link) => who(link).length))
  for (const link of found) lines.push(`  ${who(link).padEnd(width)}  ${link.url}`)
  lines.push(`${found.length > 0 ? '\n' : ''}Data   ${where}`, `Logs   ${data}/logs`, 'Stop   Ctrl-C\n')
  console.log(lines.join('\n'))
}

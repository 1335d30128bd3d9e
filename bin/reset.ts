// `npm run reset`: removes the demo data, and asks first.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { root } from './paths.ts'
import { command, UserError } from './steps.mjs'

await command(async () => {
  if (!process.argv.includes('--yes')) {
    if (!process.stdin.isTTY)
      throw new UserError(
        'This removes the demo data. There is no terminal to ask on: type npm run reset -- --yes.',
      )
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    const said = await terminal.question('Remove the demo data, for good? Everything else stays. (y/N) ')
    terminal.close()
    if (!/^y(es)?$/i.test(said.trim())) {
      console.log('Nothing was removed.')
      return 0
    }
  }
  const files = [join(root, 'bin/run.ts'), 'prisma/demo/remove.ts']
  const { status } = spawnSync(process.execPath, files, { cwd: root, stdio: 'inherit' })
  return status ?? 1
})

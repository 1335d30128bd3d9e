// The production build, for now made anew each time.

import { join } from 'node:path'
import { logs, root } from '#bin/place.ts'
import { run } from '#bin/steps.mjs'

export async function build(note: (text: string) => void): Promise<void> {
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    log: join(logs, 'build.log'),
    note,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: 'postgres://nobody@build.invalid/nothing',
      BASE_URL: 'http://build.invalid',
      AUTH_SECRET: 'no secret is needed to build, only its length',
    },
  })
  note('built')
}

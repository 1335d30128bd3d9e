import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.each(['0.0.0.0', '::', '192.0.2.1'])(
  'a server on %s does not start while captures may reach its own network',
  (HOST) => {
    const env = { ...process.env, HOST, PORT: '1', FETCH_ALLOW_PRIVATE: '1' }
    const { status, stderr } = spawnSync(process.execPath, ['server/main.ts'], { env, encoding: 'utf8' })
    expect([status, stderr.trim()]).toEqual([
      1,
      expect.stringMatching(/^FETCH_ALLOW_PRIVATE lets captures reach .+\.$/),
    ])
  },
)

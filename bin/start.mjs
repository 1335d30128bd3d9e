// The door to every command: installs the packages when needed, then runs the command on the Node among them.
// Runs before the packages are there, on any Node from 20.19: node:* and the other .mjs files only.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { mismatched } from './packages.mjs'
import { command, run, step, UserError } from './steps.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(root, 'node_modules/node/bin/node')
const commands = ['up', 'test', 'reset', 'doctor', 'run']
const log = join(root, 'data/logs/install.log')

async function install() {
  if (mismatched().length > 0) {
    const npm = process.env.npm_execpath
    const [program, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []]
    await step('Installing the packages', (note) => {
      const options = { cwd: root, log, note: (/** @type {string} */ text) => note(text.slice(0, 60)) }
      return run(program, [...first, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], options).then(() =>
        note('npm ci'),
      )
    })
  }
  if (existsSync(node)) return
  // Where install scripts are forbidden, the one that fetches Node has not run.
  await step('Installing Node', () =>
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules/node'), log }),
  )
}

/** @param {string} program @param {string[]} args */
async function runOn(program, args) {
  const file = join(root, 'bin', `${program}.ts`)
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    process.argv.splice(1, process.argv.length, file, ...args)
    await import(pathToFileURL(file).href)
    return process.exitCode
  }
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(node, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

const [first = 'up', ...rest] = process.argv.slice(2)
const [program, args] = first.startsWith('-') ? ['up', [first, ...rest]] : [first, rest]
await command(async () => {
  if (!commands.includes(program)) throw new UserError(`There is no command "${program}".`)
  if (program !== 'doctor') await install()
  else if (!existsSync(node))
    throw new UserError('The packages are not installed: type npm start, or npm ci.')
  return runOn(program, args)
})

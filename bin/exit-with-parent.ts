// Loaded first into our children: when the process that started them is gone, they stop too.

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

// What they fork themselves lives by its own channel: with ours let go there, Next's workers ended before their answer.
process.execArgv = process.execArgv.filter(
  (flag) => !flag.startsWith('--import=') || !flag.endsWith('exit-with-parent.ts'),
)

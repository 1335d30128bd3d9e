// Preloaded into child processes: when the parent process is gone, they exit too, so that no orphans stay.

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

// What they fork themselves lives by its own channel: with ours let go there, Next's workers ended before their answer.
process.execArgv = process.execArgv.filter(
  (flag) => !flag.startsWith('--import=') || !flag.endsWith('exit-with-parent.ts'),
)

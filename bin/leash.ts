// Loaded first into our children: when the process that started them is gone, they stop too.

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

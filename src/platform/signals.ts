// How a process learns that it should stop: a signal, however often, or the end of the launcher that started it.

export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    // Ctrl-C reaches the launcher, npm and this process at once, and the launcher passes it on: a second one means nothing.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal))
    if (process.channel) {
      process.on('disconnect', () => resolve('the launcher has gone'))
      // The line to the launcher alone is no reason to go on living.
      process.channel.unref()
    }
  })
}

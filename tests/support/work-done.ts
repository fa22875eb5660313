// How much a thread worked for something, in milliseconds: what else the machine is doing has no say in it, as it has in time passed.

const spent = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

export async function workFor(deed: () => unknown): Promise<number> {
  const before = spent()
  await deed()
  return spent() - before
}

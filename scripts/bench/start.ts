// How long a start takes, from the launcher's first breath to the first answer, once the caches of the first start are there.
import { openClient } from '../../tests/support/process-client.ts'
import { openGround, type ProcessGround } from '../../tests/support/process-ground.ts'
import { startServer } from '../../tests/support/process.ts'
import { rounded } from './figures.ts'

const RUNS = 5

async function startOnce(ground: ProcessGround): Promise<number> {
  const began = performance.now()
  await using server = await startServer(ground.folder, { env: ground.env, way: 'launcher' })
  await using client = openClient(server.address)
  const { status } = await client.ask('/healthz')
  const took = performance.now() - began
  if (status !== 200) throw new Error(`The first answer was ${status}.`)
  await server.stop()
  return took
}

export async function benchStart(): Promise<object> {
  await using ground = await openGround()
  const first = await startOnce(ground)
  const runs: number[] = []
  for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce(ground))
  const sorted = runs.toSorted((one, other) => one - other)
  return {
    unit: 'ms',
    firstInAnEmptyFolder: rounded(first),
    min: rounded(sorted[0]),
    median: rounded(sorted[Math.floor(RUNS / 2)]),
    max: rounded(sorted.at(-1)),
  }
}

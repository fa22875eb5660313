// A running house: its database at the right version, its ground, and what works in the background, opened and closed in order.
import type { Config } from './config.ts'
import { clockOf, realRandom } from './clock.ts'
import type { Ground } from './context.ts'
import { migrate } from './database/migrate.ts'
import { openEngine } from './database/open.ts'
import type { Keeping } from './database/sqlite.ts'
import { reactionsTo, type Works } from './jobs/job.ts'
import { startWorker } from './jobs/worker.ts'
import type { Log } from './log.ts'
import { openTexts, type TextReaders } from './text/texts.ts'

export type House = {
  readonly ground: Ground
  /** Its processes begin with the first text. */
  readonly texts: TextReaders
  readonly close: () => Promise<void>
}

type Needs = {
  readonly config: Pick<Config, 'databaseUrl' | 'clockFile'>
  readonly databaseFile: string
  readonly keeping?: Keeping
  readonly works: Works
  readonly log: Log
  /** Commands write and leave the jobs to the server. */
  readonly withWorker: boolean
  /** Told after every commit what it touched. */
  readonly told?: (touched: readonly string[]) => void
}

export async function openHouse(needs: Needs): Promise<House> {
  const { config, works, log } = needs
  const engine = await openEngine(config.databaseUrl, needs.databaseFile, needs.keeping)
  try {
    await migrate(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  let wake = (): void => {}
  const texts = openTexts()
  const ground: Ground = {
    engine,
    clock: clockOf(config.clockFile),
    random: realRandom,
    log,
    reactionsTo: reactionsTo(works),
    texts,
    wake: () => wake(),
    told: needs.told,
  }
  const worker = needs.withWorker ? startWorker(ground, works, `process ${process.pid}`) : undefined
  if (worker) wake = worker.wake
  return {
    ground,
    texts,
    async close() {
      await worker?.stop()
      await texts.close()
      await engine.close()
    },
  }
}

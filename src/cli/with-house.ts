// Opens the house for one command, beside a running server if there is one, and closes it again.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '#src/platform/config.ts'
import { type Ctx, type Ground, openContext } from '#src/platform/context.ts'
import { prepareFolder } from '#src/platform/data-folder.ts'
import { openHouse } from '#src/platform/house.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { makeLog } from '#src/platform/log.ts'
import { Unstartable } from '#src/platform/unstartable.ts'

export type Opened = { readonly ctx: Ctx; readonly ground: Ground; readonly config: Config }

/** `args` without the words that are the command's own. Commands act as the host: whoever has the machine. */
export async function withHouse<T>(
  args: readonly string[],
  works: Works,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const config = readConfig(args)
  mustHoldAnArchive(config)
  const { databaseFile } = prepareFolder(config.dataFolder)
  const house = await openHouse({ config, databaseFile, works, log: makeLog({ level: 'warn' }), withWorker: false })
  const { ctx, end } = openContext(house.ground, { kind: 'host' })
  try {
    return await work({ ctx, ground: house.ground, config })
  } finally {
    await end()
    await house.close()
  }
}

/** A mistyped folder must not become a new, empty archive, of which somebody then keeps backups. */
function mustHoldAnArchive({ databaseUrl, dataFolder }: Config): void {
  if (databaseUrl !== undefined || existsSync(join(dataFolder, 'roundelay.db'))) return
  throw new Unstartable(`No site is kept in ${dataFolder}. Say with --data which folder it is in.`)
}

// Before a demo is opened: makes its world where there is none yet, makes it anew where its round is over, and leaves alone
// whatever else lies in the folder.
import { DEMO, demoIn } from '#src/demo/demo-setting.ts'
import { makeWorld } from '#src/demo/making/make-world.ts'
import { ZONE } from '#src/demo/world/script.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { clockOf } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import { isThere, moveDatabase, peekSetting, removeDatabase } from '#src/platform/database/database-file.ts'
import type { DataFolder } from '#src/platform/data-folder.ts'
import { openHouse } from '#src/platform/house.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { makeLog } from '#src/platform/log.ts'
import { Unstartable } from '#src/platform/unstartable.ts'

type Needs = {
  readonly config: Config
  readonly folder: DataFolder
  readonly works: Works
  readonly say: (line: string) => void
}

/** Refuses a folder that holds a site which is no demo. The folder has been taken, so nobody else is in it. */
export async function prepareDemo({ config, folder, works, say }: Needs): Promise<void> {
  const { databaseFile: file, path } = folder
  const isOld = isThere(file)
  if (isOld && dayAt(clockOf(config.clockFile)(), ZONE) <= lastDayOf(file, path)) return
  say(
    isOld
      ? 'The round of this demo is over, so its world is made anew, around today …'
      : `Making the world of the demo in ${path} …`,
  )
  const made = await makeBeside(file, config, works)
  if (isOld) moveDatabase(file, `${file}.before`)
  moveDatabase(made, file)
  if (isOld) say(`What was in it until now is kept in ${file}.before, until the next time.`)
}

/** Complete or not at all: a start that is broken off leaves no half of a world behind. */
async function makeBeside(file: string, config: Config, works: Works): Promise<string> {
  const making = `${file}.making`
  removeDatabase(making)
  const log = makeLog({ level: 'warn' })
  const house = await openHouse({ config, databaseFile: making, keeping: 'draft', works, log, withWorker: false })
  try {
    await makeWorld(house.ground, works, house.texts)
  } finally {
    await house.close()
  }
  return making
}

function lastDayOf(file: string, path: string): CalendarDay {
  const setting = demoIn(parsed(peekSetting(file, DEMO)))
  if (setting) return setting.until
  throw new Unstartable(
    `The folder ${path} holds a site that is not a demo, so it is left as it is: name another with --data, or none, and the demo gets one of its own.`,
  )
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

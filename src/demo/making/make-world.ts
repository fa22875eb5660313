// Makes the world of the demo from its scripts: everything in the order of its time, up to this moment.
import { type DemoSetting, writeDemo } from '#src/demo/demo-setting.ts'
import { askFor, callSite, found, joinSite, open, perform, plan, takeInCanon, whereOf } from '#src/demo/making/deeds.ts'
import { castOf, openStage, type Stage } from '#src/demo/making/stage.ts'
import { finishedRound } from '#src/demo/world/finished-round.ts'
import { hearthside, nextRound } from '#src/demo/world/other-rounds.ts'
import { people, type Who } from '#src/demo/world/people.ts'
import { LAST_FREE_DAY, runningRound } from '#src/demo/world/running-round.ts'
import { dayOn, momentOf, type RoundScript, type When, ZONE } from '#src/demo/world/script.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Ground } from '#src/platform/context.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { makeToken } from '#src/platform/tokens.ts'

type Step = { readonly at: Instant; readonly do: (stage: Stage) => Promise<void> }

const BEGINS: When = [-215, '18:00']

/** On a house that nobody has set up. The setting that makes it a demo is written at the very end. */
export async function makeWorld(ground: Ground, works: Works, texts: Texts): Promise<DemoSetting> {
  const now = ground.clock()
  const today = dayAt(now, ZONE)
  const stage = openStage(ground, works, texts, momentOf(today, BEGINS))
  const running = runningRound(today)
  const steps = [finishedRound(today), running, nextRound(today), hearthside].flatMap((script) =>
    stepsOf(today, script),
  )
  await makeSite(stage)
  for (const step of steps.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    await stage.passTo(step.at)
    await step.do(stage)
  }
  await stage.passTo(now)
  const setting: DemoSetting = {
    key: makeToken(ground.random),
    people: castOf(stage),
    round: whereOf(stage, running),
    until: dayOn(today, LAST_FREE_DAY),
  }
  await stage.as('host', (ctx) => ctx.atomically('nothing', (tx) => writeDemo(tx, setting)))
  return setting
}

async function makeSite(stage: Stage): Promise<void> {
  await callSite(stage, 'Tidewater Fests')
  await takeInCanon(stage, 'lantern-coast', 'The Lantern Coast')
  await takeInCanon(stage, 'buffy-and-angel', 'Buffy and Angel')
  const all = Object.keys(people).filter((key): key is Who => Object.hasOwn(people, key))
  for (const who of all) await joinSite(stage, who)
  const tidewater = {
    name: 'Tidewater',
    about: 'Stories of the Lantern Coast, twice a year, one for each day while the lamp is lit.',
    zone: ZONE,
  }
  await found(
    stage,
    'mara',
    tidewater,
    all.filter((who) => who !== 'mara'),
  )
  const kinds = ['drabble', 'ficlet', 'one-shot', 'story', 'poem', 'fanmix', 'icons', 'art', 'podfic']
  await askFor(stage, 'mara', 'tidewater', { kinds, fandom: 'lantern-coast' })
  const small = {
    name: 'Hearthside',
    about: 'A small table by the stove: kitchens, kettles and no deadlines to speak of.',
    zone: ZONE,
  }
  await found(stage, 'tane', small, ['inkcap', 'hedgewitch', 'wren', 'lowtide', 'marginalia'])
}

function stepsOf(today: CalendarDay, script: RoundScript): Step[] {
  return [
    { at: momentOf(today, script.planned), do: (stage) => plan(stage, today, script) },
    { at: momentOf(today, script.opened), do: (stage) => open(stage, script) },
    ...script.deeds.map((deed) => ({
      at: momentOf(today, deed.at),
      do: (stage: Stage) => perform(stage, today, script, deed),
    })),
  ]
}

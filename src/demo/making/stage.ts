// The stage on which the demo's world is made: a house whose clock is moved, where sweeps and jobs run as they would have run.
import type { People } from '#src/demo/demo-setting.ts'
import { people, type Who } from '#src/demo/world/people.ts'
import { addMillis, hours, type Instant } from '#src/kit/instants.ts'
import { type Ctx, type Ground, openContext, type Viewer } from '#src/platform/context.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { sweepOnce, workOnce } from '#src/platform/jobs/worker.ts'
import type { Texts } from '#src/platform/text/texts.ts'

export type Stage = {
  readonly texts: Texts
  readonly now: () => Instant
  /** Runs an operation as somebody, or as whoever has the machine. */
  readonly as: <T>(who: Who | 'host', work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Lets time pass until then, with everything that is due on the way. */
  readonly passTo: (moment: Instant) => Promise<void>
  /** Accounts and addresses as they come to be. */
  readonly accounts: Map<Who, number>
  readonly slugs: Map<string, string>
  /** Claims by round and name. */
  readonly claims: Map<string, number>
}

/** Sweeps that come more seldom clear away what is old, and nothing here is. */
const HOUR = 3_600

/** Often enough that every date is kept within the hours in which it was promised. */
const STEP = hours(6)

export function openStage(ground: Ground, works: Works, texts: Texts, begins: Instant): Stage {
  let now = begins
  const moved: Ground = { ...ground, clock: () => now, wake: () => {} }
  const accounts: Stage['accounts'] = new Map()
  const viewerOf = (who: Who | 'host'): Viewer =>
    who === 'host'
      ? { kind: 'host' }
      : { kind: 'person', account: accountOf(accounts, who), session: 0, isAdmin: 'isAdmin' in people[who] }
  const prompt = works.sweeps.filter(({ everySeconds }) => everySeconds < HOUR)
  const doWhatIsDue = async (): Promise<void> => {
    for (const sweep of prompt) await sweepOnce(moved, sweep)
    while (await workOnce(moved, works, 'the making of the demo')) {}
  }
  return {
    texts,
    now: () => now,
    async as(who, work) {
      const { ctx, end } = openContext(moved, viewerOf(who))
      try {
        return await work(ctx)
      } finally {
        await end()
      }
    },
    async passTo(moment) {
      for (let step = addMillis(now, STEP); step < moment; step = addMillis(step, STEP)) {
        now = step
        await doWhatIsDue()
      }
      now = moment
      await doWhatIsDue()
    },
    accounts,
    slugs: new Map(),
    claims: new Map(),
  }
}

export function accountOf(accounts: Stage['accounts'], who: Who): number {
  const account = accounts.get(who)
  if (account === undefined) throw new Error(`${people[who].name} is not here yet`)
  return account
}

/** Whose the three links are. */
export const castOf = ({ accounts }: Stage): People => ({
  mod: { account: accountOf(accounts, 'mara'), name: people.mara.name },
  writer: { account: accountOf(accounts, 'oriel'), name: people.oriel.name },
  reader: { account: accountOf(accounts, 'marginalia'), name: people.marginalia.name },
})

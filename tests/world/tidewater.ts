// The named world: the community Tidewater with its mods and members, and a round of lanterns in November 2026.
import { toInstant } from '#src/kit/instants.ts'
import { toDay } from '#src/kit/days.ts'
import { makeAccount } from '#src/people/accounts/accounts.ts'
import { foundCommunity } from '#src/people/communities/communities.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { openRound, planRound, type RoundPlan } from '#src/fests/rounds/rounds.ts'
import { nameSite } from '#src/moderation/instance/settings.ts'
import { type Ctx, type Ground, openContext, type Viewer } from '#src/platform/context.ts'
import type { Engine } from '#src/platform/database/engine.ts'
import { makeLog } from '#src/platform/log.ts'
import { realRandom } from '#src/platform/clock.ts'
import { people, type PersonName } from './people.ts'

/** When the world was made; the round begins two weeks later. */
export const madeAt = toInstant('2026-10-19T12:00:00.000Z')

/** Nobody signs in with it: tests make sessions directly, which is much faster than a password. */
const noPassword = 'no password fits this'

export const day = (text: string) => {
  const found = toDay(text)
  if (!found) throw new Error(`${text} is no day`)
  return found
}

export const lanterns: RoundPlan = {
  name: 'Lantern Season',
  theme: 'Letters never sent',
  first: day('2026-11-02'),
  last: day('2026-11-15'),
  places: 1,
  freeDays: 2,
  midnight: 'poster',
  zone: 'Europe/Lisbon',
  graceDays: 1,
  daysPerPerson: 2,
  claimsOpen: undefined,
}

export const where = { community: 'tidewater', round: 'lantern-season' } as const

const groundOf = (engine: Engine): Ground => ({
  engine,
  clock: () => madeAt,
  random: realRandom,
  log: makeLog({ level: 'silent' }),
  reactionsTo: () => [],
  wake: () => {},
})

export async function inContext<T>(ground: Ground, viewer: Viewer, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { ctx, end } = openContext(ground, viewer)
  try {
    return await work(ctx)
  } finally {
    await end()
  }
}

/** The ids of accounts follow from the order of `people`. */
export const accountOf = (name: PersonName): number => Object.keys(people).indexOf(name) + 1

export const personViewer = (name: PersonName, session = 0): Viewer => ({
  kind: 'person',
  account: accountOf(name),
  session,
  isAdmin: name === 'mara',
})

export async function makeTidewater(engine: Engine): Promise<void> {
  const ground = groundOf(engine)
  await inContext(ground, { kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      await nameSite(tx, 'Tidewater Fests')
      for (const [key, person] of Object.entries(people)) {
        await makeAccount(tx, { ...person, passwordHash: noPassword, isAdmin: key === 'mara' })
      }
    }),
  )
  await inContext(ground, personViewer('mara'), (ctx) =>
    foundCommunity(ctx, { name: 'Tidewater', about: 'Lighthouse stories, twice a year.', zone: 'Europe/Lisbon' }),
  )
  for (const name of ['tane', 'oriel', 'ismay', 'teuea', 'nour'] as const) {
    await inContext(ground, personViewer(name), (ctx) => joinCommunity(ctx, where.community))
  }
  await inContext(ground, personViewer('mara'), async (ctx) => {
    await planRound(ctx, where.community, lanterns)
    await openRound(ctx, where.community, where.round)
  })
}

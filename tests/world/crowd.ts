// A crowd in Tidewater: many members with sessions, and a round of their own with as many places as a test asks for.
import { listDays, openRound, planRound, type RoundPlan } from '#src/fests/rounds/rounds.ts'
import { makeAccount } from '#src/people/accounts/accounts.ts'
import { openSession } from '#src/people/accounts/sign-in.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { realRandom } from '#src/platform/clock.ts'
import type { Ctx, Ground } from '#src/platform/context.ts'
import type { Engine } from '#src/platform/database/engine.ts'
import { makeLog } from '#src/platform/log.ts'
import { day, inContext, madeAt, makeTidewater, personViewer } from './tidewater.ts'

export type Member = { readonly name: string; readonly account: number; readonly token: string }

export type Crowd = {
  readonly members: readonly Member[]
  /** Ids of the round's posting days, in the order of the calendar. */
  readonly days: readonly number[]
}

export const gathering = { community: 'tidewater', round: 'the-gathering' } as const

const gatheringPlan: RoundPlan = {
  name: 'The Gathering',
  theme: 'Everybody at once',
  first: day('2026-11-02'),
  last: day('2026-11-11'),
  places: 20,
  freeDays: 2,
  midnight: 'poster',
  zone: 'Europe/Lisbon',
  graceDays: 1,
  daysPerPerson: undefined,
  claimsOpen: undefined,
}

export async function makeCrowd(
  engine: Engine,
  wanted: { readonly people: number; readonly plan?: Partial<RoundPlan> },
): Promise<Crowd> {
  await makeTidewater(engine)
  const ground: Ground = {
    engine,
    clock: () => madeAt,
    random: realRandom,
    log: makeLog({ level: 'silent' }),
    reactionsTo: () => [],
    wake: () => {},
  }
  const members = await inContext(ground, { kind: 'host' }, (ctx) => makeMembers(ctx, wanted.people))
  const days = await inContext(ground, personViewer('mara'), async (ctx) => {
    await planRound(ctx, gathering.community, { ...gatheringPlan, ...wanted.plan })
    return (await openRound(ctx, gathering.community, gathering.round)).id
  })
  return { members, days: await inContext(ground, personViewer('mara'), (ctx) => openDays(ctx, days)) }
}

const openDays = async (ctx: Ctx, round: number): Promise<number[]> =>
  (await listDays(ctx.db, round)).filter((each) => each.kind === 'open').map((each) => each.id)

/** In one transaction: a crowd is made in the time of one commit. */
function makeMembers(ctx: Ctx, count: number): Promise<Member[]> {
  return ctx.atomically('nothing', async (tx) => {
    const members: Member[] = []
    for (let number = 1; number <= count; number += 1) {
      const name = `Lantern bearer ${number}`
      const person = { name, email: `bearer-${number}@example.org`, zone: 'Europe/Lisbon' }
      const account = await makeAccount(tx, { ...person, passwordHash: 'no password fits this', isAdmin: false })
      await joinCommunity({ ...tx, viewer: { kind: 'person', account, session: 0, isAdmin: false } }, 'tidewater')
      members.push({ name, account, token: await openSession(tx, account, 'a test') })
    }
    return members
  })
}

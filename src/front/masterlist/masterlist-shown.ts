// What the masterlist of a round is made of, for one beholder.
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { listFandoms, timelineOf } from '#src/library/canon/fandoms.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'
import { arrange, type Group, type Order } from './arranging.ts'
import type { Canon } from './by-timing.ts'
import { type Listable, type Looking, seeListable } from './listable.ts'

export type MasterlistShown = {
  readonly seen: Listable
  readonly groups: readonly Group[]
  /** Fandoms whose timelines it was put in order by. */
  readonly canons: readonly number[]
}

export async function showMasterlist(
  ctx: Looking,
  beholder: Beholder,
  round: number,
  by: Order,
): Promise<MasterlistShown> {
  const seen = await seeListable(ctx, beholder, round)
  const canons = by === 'timing' ? await canonsOf(ctx.db, seen) : []
  return { seen, groups: arrange(seen, by, canons), canons: canons.map(({ fandom }) => fandom.id) }
}

/** In the order of their names. */
async function canonsOf(db: Reader, { listed }: Listable): Promise<Canon[]> {
  const wanted = new Set(listed.flatMap(({ work }) => work.fandom ?? []))
  const canons: Canon[] = []
  for (const fandom of await listFandoms(db)) {
    if (wanted.has(fandom.id)) canons.push({ fandom, timeline: await timelineOf(db, fandom.id) })
  }
  return canons
}

/** `works` is what comes into lists and goes out of them; claims touch their round, and say for which day something was. */
export const readFor = (home: RoundAtHome, { canons, seen }: MasterlistShown): string[] => [
  'frame',
  'works',
  ...[home, ...seen.laterRounds.values()].flatMap(({ round, community }) => [
    `round:${round.id}`,
    `community:${community.id}`,
  ]),
  ...canons.map((fandom) => `fandom:${fandom}`),
]

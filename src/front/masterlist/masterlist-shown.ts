// What the masterlist of a round is made of, for one beholder.
import { houseTemplate, ratingNames } from '#src/fests/posting/header/header-template.ts'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { listFandoms, timelineOf } from '#src/library/canon/fandoms.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'
import { arrange, type Group, type Order, type OrderedBy } from './arranging.ts'
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
  home: RoundAtHome,
  by: Order,
): Promise<MasterlistShown> {
  const seen = await seeListable(ctx, beholder, home.round.id)
  const canons = by === 'timing' ? await canonsOf(ctx.db, seen) : []
  const orderedBy = { canons, ...(await ownLists(ctx.db, home.community.id)) }
  return { seen, groups: arrange(seen, by, orderedBy), canons: canons.map(({ fandom }) => fandom.id) }
}

/** The house's lists are ordered by their words, which are those of many houses. */
async function ownLists(db: Reader, community: number): Promise<Pick<OrderedBy, 'kinds' | 'ratings'>> {
  const template = await headerTemplateOf(db, community)
  return {
    kinds: template.kinds === houseTemplate.kinds ? [] : template.kinds,
    ratings: template.ratings === houseTemplate.ratings ? [] : ratingNames(template),
  }
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

// What the masterlist of a round is made of, for one beholder.
import { houseTemplate, ratingNames } from '#src/fests/posting/header/header-template.ts'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { listFandoms, timelineOf } from '#src/library/canon/fandoms.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'
import { arrange, type Group, type Order, type OrderedBy } from './arranging.ts'
import { type Canon, type HowFar, isBeyond, isUnknown } from '../seen/how-far.ts'
import { type Listable, type Looking, seeListable } from './listable.ts'

export type MasterlistShown = {
  readonly seen: Listable
  readonly groups: readonly Group[]
  /** The timelines of all fandoms in it. */
  readonly canons: readonly Canon[]
  /** What was left out because it goes further than was asked for, or nobody knows how far. */
  readonly left: { readonly beyond: number; readonly unknown: number }
}

export async function showMasterlist(
  ctx: Looking,
  beholder: Beholder,
  home: RoundAtHome,
  by: Order,
  filterOf: (canons: readonly Canon[]) => HowFar = () => new Map(),
): Promise<MasterlistShown> {
  const all = await seeListable(ctx, beholder, home.round.id)
  const canons = await canonsOf(ctx.db, all)
  const filter = filterOf(canons)
  const beyond = all.listed.filter(({ work }) => isBeyond(work, filter))
  const unknown = all.listed.filter(({ work }) => isUnknown(work, filter))
  const seen = { ...all, listed: all.listed.filter((each) => !beyond.includes(each) && !unknown.includes(each)) }
  const orderedBy = { canons, ...(await ownLists(ctx.db, home.community.id)) }
  return {
    seen,
    groups: arrange(seen, by, orderedBy),
    canons,
    left: { beyond: beyond.length, unknown: unknown.length },
  }
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
  ...canons.map(({ fandom }) => `fandom:${fandom.id}`),
]

// The works of a fandom in the order of its story, a page at a time: the order is made of the places, and only one page of works is read.
import { type CanonSetting, flattened, inCanonOrder, SURE } from '#src/library/canon/canon-order.ts'
import type { Placed } from '#src/library/canon/timeline.ts'
import type { Reader } from '#src/platform/context.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import { countPosted, countSpots, countUnknown, listAt, type Spot } from './works-placed.store.ts'

export const PAGE = 100

export type CanonPage = {
  /** In the order of the story, as `inCanonOrder` puts them under headings. */
  readonly works: readonly WorkCard[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** What was left out: it goes further, or nobody knows. */
  readonly left: { readonly beyond: number; readonly unknown: number }
}

type Asked = {
  readonly fandom: number
  readonly timeline: readonly Placed[]
  readonly page: number
  /** Only what gives away no more than is known by this position. */
  readonly upTo?: number | undefined
}

/** A page that is not there is the last one. */
export async function seeCanonPage(db: Reader, beholder: Beholder, asked: Asked): Promise<CanonPage> {
  const wanted = { fandom: asked.fandom, sure: Math.round(SURE * 100), upTo: asked.upTo }
  const spots = flattened(inCanonOrder(asked.timeline, await countSpots(db, beholder, wanted), settingOf))
  const total = spots.reduce((sum, { count }) => sum + count, 0)
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const page = Math.min(Math.max(1, asked.page), pages)
  const ids: number[] = []
  for (const { whole, skip, take } of cut(spots, (page - 1) * PAGE)) {
    ids.push(...(await listAt(db, beholder, wanted, whole, { skip, take })))
  }
  const rank = new Map(spots.map((spot, at) => [keyOf(spot), at]))
  const rankOf = ({ place }: WorkCard): number => rank.get(keyOf(spotOf(place))) ?? spots.length
  const cards = await seeCards(db, beholder, ids)
  return {
    works: cards.toSorted((one, other) => rankOf(one) - rankOf(other)),
    total,
    page,
    pages,
    left: await leftOut(db, beholder, asked, total),
  }
}

async function leftOut(
  db: Reader,
  beholder: Beholder,
  { fandom, upTo }: Asked,
  total: number,
): Promise<CanonPage['left']> {
  if (upTo === undefined) return { beyond: 0, unknown: 0 }
  const unknown = await countUnknown(db, beholder, fandom)
  return { beyond: (await countPosted(db, beholder, fandom)) - total - unknown, unknown }
}

function settingOf({ from, to, relation, isSure }: Spot): CanonSetting | undefined {
  return from === null || to === null ? undefined : { from, to, relation, confidence: isSure ? 1 : 0 }
}

const spotOf = (place: CanonSetting | undefined): Spot =>
  place === undefined
    ? { from: null, to: null, relation: 'during', isSure: false }
    : { from: place.from, to: place.to, relation: place.relation ?? 'during', isSure: place.confidence >= SURE }

const keyOf = ({ from, to, relation, isSure }: Spot): string =>
  from === null || to === null ? 'none' : `${from} ${to} ${relation} ${isSure}`

type Counted = Spot & { readonly count: number }
type Cut = { readonly whole: readonly Spot[]; readonly skip: number; readonly take: number }

/** The places that a page reaches into: the first and the last in part, those between them as one. */
function cut(spots: readonly Counted[], start: number): Cut[] {
  const cuts: Cut[] = []
  const whole: Spot[] = []
  let between = 0
  let begins = 0
  for (const spot of spots) {
    const skip = Math.max(0, start - begins)
    const take = Math.min(spot.count, start + PAGE - begins) - skip
    begins += spot.count
    if (take <= 0) continue
    if (take < spot.count) cuts.push({ whole: [spot], skip, take })
    else {
      whole.push(spot)
      between += take
    }
  }
  return [...cuts, { whole, skip: 0, take: between }]
}

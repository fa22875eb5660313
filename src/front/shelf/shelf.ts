// The shelf: finished rounds, each a volume in its own cloth, the newest first.
import { countPieces } from '#src/fests/posting/counts/piece-counts.ts'
import type { ListedRound } from '#src/fests/rounds/rounds.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Ink } from '#src/kit/colours/inks.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import type { Community } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type Volume = {
  readonly title: string
  readonly to: string
  readonly ink: Ink | undefined
  /** As many as this viewer may see. */
  readonly pieces: number
  readonly last: CalendarDay
}

export type Shelf = {
  readonly volumes: readonly Volume[]
  /** Of all there are; on the first page only the newest stand. */
  readonly count: number
}

/** Its last day is over, on this page's calendar. What nobody but mods ever saw is no volume. */
export const isFinished = ({ openedAt, last }: ListedRound, today: CalendarDay): boolean =>
  openedAt !== undefined && last !== undefined && last < today

type Listed = { readonly community: Pick<Community, 'slug'>; readonly rounds: readonly ListedRound[] }

export async function fillShelf(
  ctx: Ctx,
  listed: readonly Listed[],
  today: CalendarDay,
  most = Number.POSITIVE_INFINITY,
): Promise<Shelf> {
  const all = listed
    .flatMap(({ community, rounds }) => rounds.map((round) => ({ community, round })))
    .filter(({ round }) => isFinished(round, today))
    .toSorted((one, other) => ((one.round.last ?? '') < (other.round.last ?? '') ? 1 : -1))
  const shown = all.slice(0, most)
  const ids = shown.map(({ round }) => round.id)
  const counts = await countPieces(ctx.db, await beholderOf(ctx.db, ctx.viewer), ids)
  const volumes = shown.map(({ community, round }) => ({
    title: round.name,
    to: paths.round(community.slug, round.slug),
    ink: round.ink,
    pieces: counts.get(round.id) ?? 0,
    last: round.last ?? today,
  }))
  return { volumes, count: all.length }
}

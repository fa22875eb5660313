// The way through a round in the order of the story: what is set before a piece and what comes next.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { flattened, inCanonOrder } from '#src/library/canon/canon-order.ts'
import { timelineOf } from '#src/library/canon/fandoms.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'

export type CanonWays = {
  readonly before: ListedPiece | undefined
  readonly after: ListedPiece | undefined
}

/**
 * As the masterlist in canon order has them: first what is surely placed, then what is roughly. None where nobody knows where the
 * work is set. `listed` is what this viewer may see.
 */
export async function canonWays(
  db: Reader,
  listed: readonly ListedPiece[],
  { id, fandom, place }: Pick<WorkCard, 'id' | 'fandom' | 'place'>,
): Promise<CanonWays | undefined> {
  if (fandom === undefined || place === undefined) return undefined
  const own = listed.filter(({ work }) => work.fandom === fandom && work.place !== undefined)
  const order = inCanonOrder(await timelineOf(db, fandom), own, ({ work }) => work.place)
  const all = flattened({ ...order, lost: [], somewhere: [] })
  const at = all.findIndex(({ work }) => work.id === id)
  return at < 0 ? undefined : { before: at > 0 ? all[at - 1] : undefined, after: all[at + 1] }
}

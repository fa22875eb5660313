// What the pages of a piece wear: the ink of the round it is in, and the word in the masthead for the community it belongs to.
import { findPieceOf } from '#src/fests/posting/pieces.store.ts'
import { roundAtHome } from '#src/fests/rounds/rounds.ts'
import type { Ctx } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type Worn = { readonly ink?: string | undefined; readonly here?: string }

/** For pages whose viewer may see the work: whoever asks has looked. A work without a round wears the house's cloth. */
export async function wornBy({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>, work: number): Promise<Worn> {
  const piece = await findPieceOf(db, work)
  const home = piece && (await roundAtHome({ db, viewer }, piece.round))
  return home ? { ink: home.round.ink, here: paths.community(home.community.slug) } : {}
}

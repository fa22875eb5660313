// Changing a piece that is in: each save is kept beside the earlier ones, and any of them can be brought back.
import { findPieceOf } from '#src/fests/posting/pieces.store.ts'
import { roundById } from '#src/fests/rounds/rounds.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { openToEdit, type Saved, type WorkToEdit } from '#src/library/works/work-saves.ts'
import { reviseWork, type WorkSaid } from '#src/library/works/works.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { Cleaned } from '#src/text/read-text.ts'

export async function saveWork(ctx: Ctx, id: number, said: WorkSaid): Promise<void> {
  await ctx.atomically('nothing', async (tx) => {
    await reviseWork(tx, await mustEdit(tx, id), said)
  })
}

/** Its text and header as they were; tags and other places as they are. One more save, so nothing is lost by it. */
export async function restoreSave(ctx: Ctx, id: number, save: Saved, cleaned: Cleaned): Promise<void> {
  const { tags, places, isAdult, audience } = await openToEdit(ctx, id)
  const { form, html, excerpt, words, sanitiserVersion } = cleaned
  const text = { source: save.source, form, html, excerpt, words, sanitiserVersion }
  await saveWork(ctx, id, { fields: save.fields, text, tags, places, isAdult, audience })
}

/** A draft that has not been handed in goes on where it is posted. */
export async function postAddressOf({ db }: Ctx, work: WorkToEdit): Promise<string | undefined> {
  const piece = await findPieceOf(db, work.id)
  if (work.state !== 'draft' || !piece || piece.handedInAt !== null) return undefined
  const round = await roundById(db, piece.round)
  const community = await communityOf(db, round.community)
  const claim = piece.claim === null ? {} : { claim: String(piece.claim) }
  return asking(paths.post(community.slug, round.slug), { ...claim, work: String(work.id) })
}

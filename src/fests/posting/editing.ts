// Changing a piece that is in: each save is kept beside the earlier ones, and any of them can be brought back or erased.
import { claimIfThere } from '#src/fests/claims/news/claim-news.ts'
import { handIn } from '#src/fests/claims/hand-in.ts'
import { withdrawFrom } from '#src/fests/claims/pieces/taking-down.ts'
import { mustHaveSeen, type SeenSave } from '#src/fests/posting/history/seen-save.ts'
import { findPieceOf, keepPiece } from '#src/fests/posting/pieces.store.ts'
import { mustNotBeRuled } from '#src/fests/posting/mods/rulings.ts'
import { homeOf, remainingOf } from '#src/fests/posting/taking-down.ts'
import { roundIfThere } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { settled } from '#src/library/works/setting/settling.ts'
import { lifeOf } from '#src/library/works/work-life.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { eraseSave, openToEdit, type Saved, type WorkToEdit } from '#src/library/works/work-saves.ts'
import { reviseWork, type WorkSaid } from '#src/library/works/works.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import { mustNotBePutOut } from '#src/people/communities/put-out.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { Cleaned } from '#src/text/read-text.ts'

/** `seen` is the save that the form was made from: what was saved since is covered only by somebody who knows of it. */
export async function saveWork(ctx: Ctx, id: number, said: WorkSaid, seen?: SeenSave): Promise<void> {
  await ctx.atomically('nothing', async (tx) => {
    const work = await mustEdit(tx, id)
    await mustHaveSeen(tx, work, seen, said)
    await reviseWork(tx, work, said)
  })
}

/** Before anything else of the form is done. */
export async function mustBeLastSave(ctx: Ctx, id: number, said: WorkSaid, seen: SeenSave | undefined): Promise<void> {
  await ctx.atomically('nothing', async (tx) => mustHaveSeen(tx, await mustEdit(tx, id), seen, said))
}

export async function eraseSaveOf(ctx: Ctx, id: number, version: number): Promise<void> {
  await ctx.atomically('nothing', async (tx) => eraseSave(tx, await mustEdit(tx, id), version))
}

/** The claim turns as if the piece had come as this in the first place; a refusal of the table leaves all as it was. */
export async function changeRole(ctx: Ctx, id: number, role: PieceRole): Promise<void> {
  const round = (await findPieceOf(ctx.db, id))?.round
  if (round === undefined) return
  await ctx.atomically({ rounds: round }, async (tx) => {
    await mustEdit(tx, id)
    const piece = await findPieceOf(tx.db, id)
    if (!piece || piece.role === role || piece.handedInAt === null) return
    await mustNotBeRuled(tx.db, id)
    await keepPiece(tx, { ...piece, role })
    if (piece.claim === null) return
    const state = (await lifeOf(tx.db, id))?.state
    if (state !== 'posted' && state !== 'scheduled') return
    const home = await homeOf(tx, piece.round)
    const { claim, handedInAt } = piece
    if (piece.role !== 'extra') await withdrawFrom(tx, home, claim, await remainingOf(tx, claim, id))
    if (role === 'extra') return
    const verdict = await handIn(tx, home, { claim, role, when: 'on-the-day', handedInAt })
    // What is up is not taken from its readers to wait for a day.
    if (verdict.kind === 'scheduled' && state === 'posted') throw notBefore(verdict.goesUpAt, verdict.claim.zone)
  })
}

const notBefore = (at: Instant, zone: string): Refusal =>
  new Refusal(
    'closed',
    'piece/waits-for-free-day',
    `This can become your piece for the day from ${sayDay(dayAt(at, zone))} on, which is the next free-for-all day.`,
    { about: 'role' },
  )

/** All of it as it was; what an early save did not keep (tags, places, who may read it) stays as it is. One more save, so nothing is lost by it. */
export async function restoreSave(ctx: Ctx, id: number, save: Saved, cleaned: Cleaned): Promise<void> {
  const around = save.around ?? (await openToEdit(ctx, id))
  const { tags, places, isAdult, audience } = around
  const { form, html, excerpt, words, sanitiserVersion } = cleaned
  const text = { source: save.source, leave: save.leave, form, html, excerpt, words, sanitiserVersion }
  // The canon may have grown since: where it was set is read anew out of the same words.
  const fields = await settled(ctx.db, save.fields, tags)
  await saveWork(ctx, id, { fields, text, tags, places, isAdult, audience })
}

/** A draft that has not been handed in goes on where it is posted. */
export async function postAddressOf({ db, viewer }: Ctx, work: WorkToEdit): Promise<string | undefined> {
  const piece = await findPieceOf(db, work.id)
  if (work.state !== 'draft' || !piece || piece.handedInAt !== null) return undefined
  const round = await roundIfThere(db, piece.round)
  // Without its round it is still its writer's, and can be changed as a draft.
  if (!round) return undefined
  const community = await communityOf(db, round.community)
  // Whoever writes it with its holder changes it; handing it in for the day is the holder's.
  const holder = piece.claim === null ? undefined : (await claimIfThere(db, piece.claim))?.account
  if (holder != null && (viewer.kind !== 'person' || viewer.account !== holder)) return undefined
  const claim = piece.claim === null ? {} : { claim: String(piece.claim) }
  return asking(paths.post(community.slug, round.slug), { ...claim, work: String(work.id) })
}

/** For the page, which should not take in what cannot be saved. */
export async function openToChange(ctx: Ctx, id: number): Promise<WorkToEdit> {
  const work = await openToEdit(ctx, id)
  const { state, community } = work
  if (community !== null && (state === 'posted' || state === 'scheduled'))
    await mustNotBePutOut(ctx.db, ctx.viewer, { work: id, community, wish: 'change' })
  return work
}

/** What a piece is to its round, and whether there is a day that it is for. */
export async function roleOf({ db }: Ctx, work: number): Promise<{ role: PieceRole; isForDay: boolean }> {
  const piece = await findPieceOf(db, work)
  return { role: piece?.role ?? 'main', isForDay: piece !== undefined && piece.claim !== null }
}

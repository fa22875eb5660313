// A mod corrects the header of somebody else's piece, and its writer can put it back: each is one more save of the same text.
import { Refusal } from '#src/kit/refusal.ts'
import {
  type Corrected,
  correctWork,
  openToCorrect,
  putCorrectionBack,
} from '#src/library/works/correcting/corrections.ts'
import { mustCorrect, mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx } from '#src/platform/context.ts'

export type Correcting = {
  readonly corrected: Corrected
  /** To its writer. */
  readonly line: string
  /** The save that the mod was looking at. */
  readonly version: number
}

/** Refuses where nothing is different, so that nobody gets a mail about nothing, and where its writer has saved meanwhile. */
export async function correctPiece(ctx: Ctx, id: number, { corrected, line, version }: Correcting): Promise<void> {
  await ctx.atomically('nothing', async (tx) => {
    const work = await mustCorrect(tx, id)
    if (work.version !== version)
      throw new Refusal(
        'taken',
        'piece/changed-meanwhile',
        'It has been changed since you opened this page. What you typed is still here; compare it with the piece and press again.',
      )
    if (inShort(await openToCorrect(tx, id)) === inShort(corrected))
      throw new Refusal('limit', 'piece/nothing-changed', 'Nothing is different yet. Change what is to be put right.', {
        about: 'title',
      })
    await correctWork(tx, work, corrected, line)
  })
}

/** In which order kinds of tags stand says nothing; within a kind it is their writer's. */
function inShort({ fields, tags, isAdult }: Corrected): string {
  const { title, form, summary, header, fandom, timing, placeChoice } = fields
  const named = tags.toSorted((one, other) => (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0))
  const said = [title, form, summary, header, fandom, timing, placeChoice, isAdult]
  return JSON.stringify([...said, named.map(({ kind, name }) => [kind, name])])
}

/** For its creators. What they changed since stays. */
export async function putBack(ctx: Ctx, id: number, correction: number): Promise<void> {
  await ctx.atomically('nothing', async (tx) => putCorrectionBack(tx, await mustEdit(tx, id), correction))
}

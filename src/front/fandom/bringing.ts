// Mods and admins bring a fandom, and the timeline of one; works that are set in it move along.
import { addFandom, mustBringTimeline } from '#src/library/canon/adding-fandoms.ts'
import type { PlannedPart } from '#src/library/canon/canon-csv.ts'
import { type Fandom, findFandom, type Imported } from '#src/library/canon/fandoms.ts'
import { takeInCanon } from '#src/library/works/setting/canon-taken-in.ts'
import type { Ctx } from '#src/platform/context.ts'

type Brought = { readonly name: string; readonly parts: readonly PlannedPart[] | undefined }

/** Refuses everybody but admins and mods, and a name that a fandom has. */
export const bringFandom = (ctx: Ctx, { name, parts }: Brought): Promise<Fandom> =>
  ctx.atomically('nothing', async (tx) => {
    const fandom = await addFandom(tx, name)
    if (parts) await takeInCanon(tx, fandom.slug, undefined, parts)
    return fandom
  })

/** A timeline that is there is taken in anew by admins alone. */
export const bringTimeline = (ctx: Ctx, slug: string, parts: readonly PlannedPart[]): Promise<Imported> =>
  ctx.atomically('nothing', async (tx) => {
    const fandom = await findFandom(tx.db, slug)
    await mustBringTimeline(tx.db, tx.viewer, fandom.id)
    return takeInCanon(tx, slug, undefined, parts)
  })

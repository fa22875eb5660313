// Who may add a fandom to this site, and adding one by its name alone: its timeline may come later, or never.
import { type Fandom, insertFandom, listAllFandoms } from '#src/library/canon/canon.store.ts'
import { listParts, nameTaken } from '#src/library/canon/fandoms.ts'
import { nameKey } from '#src/kit/fold.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { freeSlug, slugOf } from '#src/kit/slug.ts'
import { listMembershipsOf } from '#src/people/communities/communities.ts'
import type { Ctx, Reader, Viewer } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'

const isOverAll = (viewer: Viewer): boolean => viewer.kind === 'host' || (viewer.kind === 'person' && viewer.isAdmin)

/** Admins of the site, and the mods of every community. */
export async function mayAddFandoms(db: Reader, viewer: Viewer): Promise<boolean> {
  if (isOverAll(viewer)) return true
  if (viewer.kind !== 'person') return false
  return (await listMembershipsOf(db, viewer.account)).some(({ role }) => role === 'mod')
}

export async function mustAddFandoms(db: Reader, viewer: Viewer): Promise<void> {
  if (await mayAddFandoms(db, viewer)) return
  throw new Refusal(
    'forbidden',
    'fandom/mods-only',
    'Only admins of this site and mods of its communities add fandoms.',
  )
}

/** A timeline that is there moves the works of every community, so only admins take it in again. */
export async function mayBringTimeline(db: Reader, viewer: Viewer, fandom: number): Promise<boolean> {
  if (isOverAll(viewer)) return true
  return (await mayAddFandoms(db, viewer)) && (await listParts(db, fandom)).length === 0
}

export async function mustBringTimeline(db: Reader, viewer: Viewer, fandom: number): Promise<void> {
  await mustAddFandoms(db, viewer)
  if (await mayBringTimeline(db, viewer, fandom)) return
  throw new Refusal(
    'forbidden',
    'fandom/has-timeline',
    'This fandom has its timeline already. Only an admin of this site can bring a newer one.',
  )
}

/** Refuses everybody but admins and mods, and a name that a fandom has. */
export async function addFandom(ctx: Ctx, name: string): Promise<Fandom> {
  return ctx.atomically('nothing', async (tx) => {
    await mustAddFandoms(tx.db, tx.viewer)
    const all = await listAllFandoms(tx.db)
    const slug = freeSlug(slugOf(name), 'fandom', (each) => all.some((fandom) => fandom.slug === each))
    const fandom = await unlessTaken(tx, insertFandom(tx, { slug, name, key: nameKey(name) }), () => nameTaken(name))
    tx.announce({ name: 'canon.imported', fandom: fandom.id })
    return fandom
  })
}

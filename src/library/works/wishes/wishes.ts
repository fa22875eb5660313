// The creators of a work say what others may make of it.
import { type OwnWork, openOwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx } from '#src/platform/context.ts'
import { readWishes, type Wishes } from './wish-words.ts'
import { findWishes, updateWishes } from './wishes.store.ts'

export async function sayWhatMayBeMade(ctx: Ctx, id: number, wishes: Wishes): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    await updateWishes(tx, id, JSON.stringify(wishes))
    tx.announce({ name: work.state === 'posted' ? 'work.revised' : 'work.drafted', work: id })
  })
}

export async function openWishes(
  looking: Pick<Ctx, 'db' | 'viewer'>,
  id: number,
): Promise<OwnWork & { readonly wishes: Wishes }> {
  const work = await openOwnWork(looking, id)
  return { ...work, wishes: readWishes((await findWishes(looking.db, id)) ?? '{}') }
}

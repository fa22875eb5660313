// Recordings of a work, a podfic or a vid: they stand elsewhere, and its creators say where.
import { type OwnWork, openOwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { listRecordings, listRecordingsOf, type Recording, replaceRecordings } from './recordings.store.ts'

export type { Recording } from './recordings.store.ts'

/** Of a work that whoever asks may see: they have looked. */
export const recordingsOf = (db: Reader, work: number): Promise<Recording[]> => listRecordings(db, work)

/** By work; of those that whoever asks may see. */
export async function recordingsOfAll(db: Reader, works: readonly number[]): Promise<Map<number, Recording[]>> {
  const found = new Map<number, Recording[]>()
  for (const { work, ...recording } of await listRecordingsOf(db, works))
    found.set(work, [...(found.get(work) ?? []), recording])
  return found
}

export async function sayRecordings(ctx: Ctx, id: number, recordings: readonly Recording[]): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    await mustEdit(tx, id)
    await replaceRecordings(tx, id, recordings)
    tx.announce({ name: 'work.pictured', work: id })
  })
}

export async function openRecordings(
  looking: Pick<Ctx, 'db' | 'viewer'>,
  id: number,
): Promise<OwnWork & { readonly recordings: readonly Recording[] }> {
  const work = await openOwnWork(looking, id)
  return { ...work, recordings: await listRecordings(looking.db, id) }
}

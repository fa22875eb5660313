// Reads the settings of works again that were kept before the reader knew what it knows now: a few at a time, until all are done.
import { tagsOf } from '#src/library/tags/tags.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { findFields } from '../work-saves.store.ts'
import { listToReread, updateSetting } from './rereading.store.ts'
import { settled } from './settling.ts'

/** So many take a blink, and nobody waits for longer than that. */
const AT_ONCE = 20

/** A sweep; and what a change of the database calls for once. */
export async function rereadSettings(ctx: Ctx): Promise<void> {
  if ((await listToReread(ctx.db, 1)).length === 0) return
  await ctx.atomically('nothing', async (tx) => {
    for (const id of await listToReread(tx.db, AT_ONCE)) await reread(tx, id)
  })
}

async function reread(tx: Tx, id: number): Promise<void> {
  const kept = await findFields(tx.db, id)
  if (!kept) return
  const { fields } = kept
  const tags = (await tagsOf(tx.db, [id])).get(id) ?? []
  const now = await settled(tx.db, fields, tags)
  // A place that somebody gave it, and that its words do not name, is not taken away.
  const place = now.place ?? (fields.fandom === undefined ? undefined : fields.place)
  await updateSetting(tx, id, { ...now, place })
  tx.announce({ name: 'work.set', work: id })
}

// Reads the settings of works again that were kept before the reader knew what it knows now, or before their canon grew.
import { openCanon, type OpenCanon } from '#src/library/canon/placing.ts'
import { tagsOf } from '#src/library/tags/tags.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import type { WorkFields } from '../work-fields.ts'
import { findFields } from '../work-saves.store.ts'
import { listToReread, type ToReread, updateSetting } from './rereading.store.ts'
import { settledIn } from './settling.ts'

/** So many are written in a blink; so often that a large archive is done within the hour, and nobody waits. */
const AT_ONCE = 20
const TIMES = 10

/** A sweep. Reading takes longer than writing, so it is done before anybody has to wait for it. */
export async function rereadSettings(ctx: Ctx): Promise<void> {
  const canons = new Map<number, OpenCanon>()
  for (let time = 0; time < TIMES; time++) {
    const due = await listToReread(ctx.db, AT_ONCE)
    if (due.length === 0) return
    const read: Read[] = []
    for (const work of due) read.push(...(await readAnew(ctx.db, work, canons)))
    const written = await ctx.atomically('nothing', async (tx) => {
      let count = 0
      for (const { work, setting } of read) {
        if (!(await updateSetting(tx, work, setting))) continue
        count += 1
        tx.announce({ name: 'work.set', work: work.id })
      }
      return count
    })
    if (written === 0) return
  }
}

type Read = { readonly work: ToReread; readonly setting: Pick<WorkFields, 'place' | 'placeChoice' | 'spoilers'> }

async function readAnew(db: Reader, work: ToReread, canons: Map<number, OpenCanon>): Promise<Read[]> {
  const kept = await findFields(db, work.id)
  if (!kept) return []
  const { fields } = kept
  const tags = (await tagsOf(db, [work.id])).get(work.id) ?? []
  const now = settledIn(await canonOf(db, fields.fandom, canons), fields, tags)
  // A place that somebody gave it, and that its words do not name, is not taken away.
  return [{ work, setting: { ...now, place: now.place ?? (fields.fandom === undefined ? undefined : fields.place) } }]
}

async function canonOf(
  db: Reader,
  fandom: number | undefined,
  canons: Map<number, OpenCanon>,
): Promise<OpenCanon | undefined> {
  if (fandom === undefined) return undefined
  const canon = canons.get(fandom) ?? (await openCanon(db, fandom))
  canons.set(fandom, canon)
  return canon
}

// Takes in a canon, and with it moves the works that are set there: parts keep their codes, but not their places on the timeline.
import type { PlannedPart } from '#src/library/canon/canon-csv.ts'
import { importCanon, type Imported } from '#src/library/canon/fandoms.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { markToReread } from './rereading.store.ts'
import { listSettings, type Positions, updateSettings } from './works-placed.store.ts'

/** As many as both databases take in one statement. */
const MANY = 500

export const takeInCanon = (
  ctx: Ctx,
  slug: string,
  name: string | undefined,
  parts: readonly PlannedPart[],
): Promise<Imported> =>
  ctx.atomically('nothing', async (tx) => {
    const imported = await importCanon(tx, slug, name, parts)
    await moveAlong(tx, imported)
    // What named no part before may name one now.
    await markToReread(tx, imported.fandom.id)
    return imported
  })

/** All are read before the first is moved: one part may come to stand where another stood. */
async function moveAlong(tx: Tx, { fandom, moved }: Imported): Promise<void> {
  const settings = await listSettings(tx.db, fandom.id)
  for (const [, works] of Map.groupBy(settings, keyOf)) {
    const [before] = works
    if (!before) continue
    const now = movedBy(moved, before)
    if (keyOf(now) === keyOf(before)) continue
    const ids = works.map(({ id }) => id)
    for (let at = 0; at < ids.length; at += MANY) await updateSettings(tx, ids.slice(at, at + MANY), now)
  }
}

const keyOf = ({ from, to, off, spoilers }: Positions): string => `${from} ${to} ${off} ${spoilers}`

function movedBy(moved: Imported['moved'], { from, to, off, spoilers }: Positions): Positions {
  // 0 is no part: nothing is given away, or nobody says where canon is left.
  const one = (position: number | null): number | null =>
    position === null || position === 0 ? position : moved({ from: position, to: position }).to
  const place = from === null || to === null ? { from, to } : moved({ from, to })
  return { ...place, off: one(off), spoilers: one(spoilers) }
}

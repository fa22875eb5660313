// Takes in a canon, and with it moves the works that are set there: parts keep their codes, but not their places on the timeline.
import type { PlannedPart } from '#src/library/canon/canon-csv.ts'
import { importCanon, type Imported } from '#src/library/canon/fandoms.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { listSettings, updateSettings } from './works-placed.store.ts'

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
    return imported
  })

/** All are read before the first is moved: one part may come to stand where another stood. */
async function moveAlong(tx: Tx, { fandom, moved }: Imported): Promise<void> {
  const settings = await listSettings(tx.db, fandom.id)
  for (const [, works] of Map.groupBy(settings, ({ from, to }) => `${from} ${to}`)) {
    const [{ from, to } = { from: 0, to: 0 }] = works
    const now = moved({ from, to })
    if (now.from === from && now.to === to) continue
    const ids = works.map(({ id }) => id)
    for (let at = 0; at < ids.length; at += MANY) await updateSettings(tx, ids.slice(at, at + MANY), now)
  }
}

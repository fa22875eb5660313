// What the site is called, once somebody has set it up.
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx, Viewer } from '#src/platform/context.ts'
import { readSetting, writeSetting } from '#src/platform/settings.ts'

const UNNAMED = 'Roundelay'

export async function siteName(db: Reader): Promise<string> {
  const name = await readSetting(db, 'site-name')
  return typeof name === 'string' ? name : UNNAMED
}

export const nameSite = (tx: Tx, name: string): Promise<void> => writeSetting(tx, 'site-name', name)

/** Refuses everybody but admins of the site. */
export function mustLookAfterSite(viewer: Viewer): asserts viewer is Viewer & { kind: 'person' } {
  if (viewer.kind === 'person' && viewer.isAdmin) return
  throw new Refusal('forbidden', 'site/admins-only', 'Only admins of this site change its settings.')
}

/** Every page shows it, so those that are kept for guests are made anew. */
export async function renameSite(ctx: Ctx, name: string): Promise<void> {
  const { viewer } = ctx
  mustLookAfterSite(viewer)
  await ctx.atomically('nothing', async (tx) => {
    if ((await siteName(tx.db)) === name) return
    await nameSite(tx, name)
    tx.announce({ name: 'site.renamed', account: viewer.account })
  })
}

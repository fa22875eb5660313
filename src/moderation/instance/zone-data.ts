// Governments change their clocks, and new versions of Node know it: then every deadline to come is reckoned again, once.
import { recomputeClaims } from '#src/fests/claims/claim-sweep.ts'
import { recomputeRounds } from '#src/fests/rounds/rounds.ts'
import type { Ctx } from '#src/platform/context.ts'
import { readSetting, writeSetting } from '#src/platform/settings.ts'

const SETTING = 'zone-data'

/** `version` is that of the zone data this process has, as in 2026c. */
export async function followZoneData(ctx: Ctx, version: string): Promise<void> {
  const known = await readSetting(ctx.db, SETTING)
  if (known === version) return
  if (known !== undefined) {
    await recomputeRounds(ctx)
    await recomputeClaims(ctx)
  }
  await ctx.atomically('nothing', (tx) => writeSetting(tx, SETTING, version))
}

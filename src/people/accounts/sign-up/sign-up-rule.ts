// Who may make an account: everybody, or those who have an invitation. A setting of the site.
import type { Ctx, Reader } from '#src/platform/context.ts'
import { readSetting, writeSetting } from '#src/platform/settings.ts'
import { mustBeAdmin } from '../own/admins.ts'

export type SignUpRule = 'open' | 'invited'

const SETTING = 'sign-up'

export const signUpRule = async (db: Reader): Promise<SignUpRule> =>
  (await readSetting(db, SETTING)) === 'invited' ? 'invited' : 'open'

/** Refuses everybody but admins. Whoever is here already stays. */
export async function changeSignUpRule(ctx: Ctx, rule: SignUpRule): Promise<void> {
  mustBeAdmin(ctx.viewer)
  await ctx.atomically('nothing', (tx) => writeSetting(tx, SETTING, rule))
}

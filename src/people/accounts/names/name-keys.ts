// When the rules become stricter that say which names are alike, the names that are here get their keys anew, once, at a start.
import { PEN_NAME_KEYS, penNameKey } from '#src/kit/fold.ts'
import type { Ctx } from '#src/platform/context.ts'
import { readSetting, writeSetting } from '#src/platform/settings.ts'
import { isKeyTaken, listKeys, setKey } from './names.store.ts'

const SETTING = 'pen-name-keys'

/** Few enough to hold nobody up. */
const AT_ONCE = 200

export async function followNameKeys(ctx: Ctx): Promise<void> {
  if ((await readSetting(ctx.db, SETTING)) === PEN_NAME_KEYS) return
  for (let after: number | undefined = 0; after !== undefined; after = await makeKeysAfter(ctx, after)) continue
  await ctx.atomically('nothing', (tx) => writeSetting(tx, SETTING, PEN_NAME_KEYS))
}

/**
 * Whoever has a key keeps it. A name that has become like another one stays its owner’s too, under a key that nobody can
 * type: no key holds a space.
 */
async function makeKeysAfter(ctx: Ctx, after: number): Promise<number | undefined> {
  return ctx.atomically('nothing', async (tx) => {
    const names = await listKeys(tx.db, after, AT_ONCE)
    for (const { id, name, key } of names) {
      if (key.includes(' ')) continue
      const anew = penNameKey(name)
      if (anew !== key) await setKey(tx, id, (await isKeyTaken(tx.db, anew)) ? `${anew} ${id}` : anew)
    }
    return names.at(-1)?.id
  })
}

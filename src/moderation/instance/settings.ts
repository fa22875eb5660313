// What the site is called, once somebody has set it up.
import type { Reader, Tx } from '#src/platform/context.ts'
import { readSetting, writeSetting } from '#src/platform/settings.ts'

const UNNAMED = 'Roundelay'

export async function siteName(db: Reader): Promise<string> {
  const name = await readSetting(db, 'site-name')
  return typeof name === 'string' ? name : UNNAMED
}

export const nameSite = (tx: Tx, name: string): Promise<void> => writeSetting(tx, 'site-name', name)

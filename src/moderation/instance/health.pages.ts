// Whether the house stands, for whoever watches it: the process answers and its database can be read.
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { siteName } from './settings.ts'

export function healthPages(web: Web): void {
  web.get(paths.health, async (c) => {
    c.header('Cache-Control', 'no-store')
    try {
      await siteName(c.get('ctx').db)
      return c.json({ ok: true })
    } catch (error) {
      c.get('ctx').log.error({ err: error }, 'the database cannot be read')
      return c.json({ ok: false, why: 'The database cannot be read.' }, 503)
    }
  })
}

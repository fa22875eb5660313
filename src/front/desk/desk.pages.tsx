// The mods' desk of a community: today, what is expected, what the clock will do and did, and what waits for a mod.
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { openDesk } from './desk-shown.ts'
import { DeskPage } from './desk.parts.tsx'

export function deskPages(web: Web): void {
  web.get(paths.desk(':community'), async (c) => {
    const ctx = c.get('ctx')
    const desk = await openDesk(ctx, roundWhere(c).community, c.get('zone').name)
    const zone = c.get('zone').name ?? desk.rounds[0]?.home.round.timeZone ?? desk.community.timeZone
    return c.get('show')({
      title: `The desk, ${desk.community.name}`,
      main: <DeskPage desk={desk} now={ctx.now()} zone={zone} csrf={c.get('csrf')} />,
      here: paths.desk(desk.community.slug),
      zone,
    })
  })
}

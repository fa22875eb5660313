// Remembers how far somebody has seen a canon: with their account, or on a guest's device in a cookie.
import { findFandom, timelineOf } from '#src/library/canon/fandoms.ts'
import { keepSeenAs, seenAs } from '#src/library/canon/seen.ts'
import { leaveNotice } from '#src/platform/web/notices.ts'
import { readEntries } from '#src/platform/web/forms.ts'
import { keepSeen } from '#src/platform/web/visits.ts'
import type { Web } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'

export function seenPages(web: Web): void {
  web.post(paths.fandomSeen(':fandom'), async (c) => {
    const ctx = c.get('ctx')
    const fandom = await findFandom(ctx.db, c.req.param('fandom') ?? '')
    const entries = await readEntries(c)
    const code = (entries.get('seen') ?? '').slice(0, 200)
    const seen = seenAs(await timelineOf(ctx.db, fandom.id), code)
    await keepSeenAs(ctx, fandom, code)
    keepSeen(c, fandom.slug, seen?.code)
    leaveNotice(
      c,
      seen
        ? `${fandom.name}: what goes further than ${seen.words} is folded away for you.`
        : `${fandom.name}: nothing is folded away for you any more.`,
    )
    return c.redirect(wayBack(entries.get('back'), paths.fandomWorks(fandom.slug)), 303)
  })
}

// The page of a work, for those who may see it.
import { hasSaidAdult } from '#src/platform/web/visits.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { beyondFor } from '../seen/how-far.ts'
import { showWork, type WorkShown } from './work-shown.ts'
import { WorkArticle } from './work.parts.tsx'

export function workPages(web: Web): void {
  web.get(paths.work(':id'), async (c) => {
    const shown = await showWork(c.get('ctx'), idFrom(c, 'id'), hasSaidAdult(c))
    // What asks its readers first is not for search engines either.
    if (shown.work.isAdult) c.header('X-Robots-Tag', 'noindex')
    c.set('reads', readFor(shown))
    const isSignedIn = c.get('ctx').viewer.kind === 'person'
    const beyond = (await beyondFor(c, [shown.work])).get(shown.work.id)
    const zone = c.get('zone').name ?? shown.home?.round.timeZone ?? 'UTC'
    return c.get('show')({
      title: shown.work.title,
      main: <WorkArticle {...{ shown, zone, isSignedIn, beyond }} csrf={c.get('csrf')} />,
      zone,
      isStory: shown.work.html !== '',
      ink: shown.home?.round.ink,
      ...(shown.home ? { here: paths.community(shown.home.community.slug) } : {}),
    })
  })
}

/** `works` stands for its neighbours: a piece may come between them, or go. */
function readFor({ work, home, mainCameIn, answered }: WorkShown): string[] {
  const rounds = [home, mainCameIn, answered?.home].filter((one) => one !== undefined)
  const around = rounds.flatMap(({ round, community }) => [`round:${round.id}`, `community:${community.id}`])
  const canon = work.fandom === undefined ? [] : [`fandom:${work.fandom}`]
  return ['frame', 'works', `work:${work.id}`, ...around, ...canon]
}

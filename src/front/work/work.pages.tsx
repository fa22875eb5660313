// The page of a work, for those who may see it: its first chapter, any other, all of them, and what there is.
import { hasSaidAdult } from '#src/platform/web/visits.ts'
import type { Page, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { Contents } from './chapters/chapter-list.parts.tsx'
import type { Wanted } from './chapters/chapters-shown.ts'
import { beyondFor } from '../seen/how-far.ts'
import { showWork, type WorkShown } from './work-shown.ts'
import { WorkArticle } from './work.parts.tsx'

export function workPages(web: Web): void {
  web.get(paths.work(':id'), async (c) => read(c, await open(c, { kind: 'first' })))

  web.get(paths.chapter(':id', ':chapter'), async (c) => {
    const id = idFrom(c, 'chapter')
    const shown = await open(c, { kind: 'chapter', id })
    // The first is read on the page of the work itself.
    return shown.work.parts[0]?.id === id ? c.redirect(paths.work(shown.work.id), 303) : read(c, shown)
  })

  web.get(paths.workWhole(':id'), async (c) => read(c, await open(c, { kind: 'whole', page: pageIn(c) })))

  web.get(paths.workChapters(':id'), async (c) => {
    const shown = await open(c, { kind: 'first' })
    // What the chapters are called is asked for as the story is.
    if (shown.isAsked) return c.redirect(paths.work(shown.work.id), 303)
    const zone = zoneFor(c, shown)
    const main = <Contents shown={shown} zone={zone} page={pageIn(c)} />
    return show(c, shown, { title: `Contents, ${shown.work.title}`, main })
  })
}

const pageIn = (c: WebContext): number => {
  const asked = c.req.query('page') ?? ''
  return /^\d{1,5}$/.test(asked) ? Number(asked) : 1
}

const open = (c: WebContext, wanted: Wanted): Promise<WorkShown> =>
  showWork(c.get('ctx'), idFrom(c, 'id'), { hasSaidAdult: hasSaidAdult(c), wanted })

const zoneFor = (c: WebContext, { home }: WorkShown): string => c.get('zone').name ?? home?.round.timeZone ?? 'UTC'

async function read(c: WebContext, shown: WorkShown): Promise<Response> {
  const isSignedIn = c.get('ctx').viewer.kind === 'person'
  const zone = zoneFor(c, shown)
  const beyond = (await beyondFor(c, [shown.work])).get(shown.work.id)
  const main = <WorkArticle {...{ shown, zone, isSignedIn, beyond }} csrf={c.get('csrf')} />
  return show(c, shown, { title: titleOf(shown), main })
}

function titleOf({ work, chapters: { wanted, shown } }: WorkShown): string {
  const number = wanted.kind === 'chapter' ? shown[0]?.number : undefined
  return number === undefined ? work.title : `Chapter ${number}, ${work.title}`
}

function show(c: WebContext, shown: WorkShown, { title, main }: Pick<Page, 'title' | 'main'>): Promise<Response> {
  // What asks its readers first is not for search engines either.
  if (shown.work.isAdult) c.header('X-Robots-Tag', 'noindex')
  c.set('reads', readFor(shown))
  return c.get('show')({
    title,
    main,
    zone: zoneFor(c, shown),
    isStory: shown.chapters.shown.length > 0,
    ink: shown.home?.round.ink,
    ...(shown.home ? { here: paths.community(shown.home.community.slug) } : {}),
  })
}

/** `works` stands for its neighbours: a piece may come between them, or go. */
function readFor({ work, home, mainCameIn, answered, people, series }: WorkShown): string[] {
  const rounds = [home, mainCameIn, answered?.home].filter((one) => one !== undefined)
  const around = rounds.flatMap(({ round, community }) => [`round:${round.id}`, `community:${community.id}`])
  const canon = work.fandom === undefined ? [] : [`fandom:${work.fandom}`]
  const tied = [...people.from, ...people.onwards].flatMap((tie) => (tie.to === 'work' ? [`work:${tie.card.id}`] : []))
  return ['frame', 'works', `work:${work.id}`, ...tied, ...series.map(({ id }) => `series:${id}`), ...around, ...canon]
}

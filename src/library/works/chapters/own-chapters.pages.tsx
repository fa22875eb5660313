// The chapters of a work for those who write them: their order, what is up and what is not, how many there will be, and their saves.
import { sayMoment } from '#src/kit/date-words.ts'
import { pressed, readEntries, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { chapterSaid, cleanedChapter, planForm } from './chapter.form.ts'
import {
  bringableUntil,
  deleteChapter,
  moveChapter,
  planChapters,
  postChapter,
  restoreChapter,
  saveChapter,
  takeChapterDown,
  type Where,
} from './chapters.ts'
import { CHAPTERS_A_PAGE, DeletingChapter, OwnChapterList } from './own-chapters.parts.tsx'
import { chapterSavesOf, openChapter, openChapterSave, openOwnChapters, type OwnChapters } from './own-chapters.ts'
import { ChapterSaveList, ChapterSaveText } from './chapter-saves.parts.tsx'

const whereOf = (c: WebContext): Where => ({ work: idFrom(c, 'id'), chapter: idFrom(c, 'chapter') })
const zoneOf = (c: WebContext): string => c.get('zone').name ?? 'UTC'

/** As asked for, or where a chapter stands that something was done to; a page that is not there is the last one. */
function pageIn(c: WebContext, { chapters }: OwnChapters): number {
  const [page, chapter] = ['page', 'at'].map((name) => Number(/^\d{1,15}$/.exec(c.req.query(name) ?? '')?.[0] ?? 0))
  const at = chapters.findIndex(({ id }) => id === chapter)
  const wanted = at < 0 ? (page ?? 1) : Math.floor(at / CHAPTERS_A_PAGE) + 1
  return Math.min(Math.max(1, wanted), Math.max(1, Math.ceil(chapters.length / CHAPTERS_A_PAGE)))
}

/** Back to the list, to the hundred in which the chapter stands now. */
const besides = (c: WebContext): string =>
  asking(paths.ownChapters(idFrom(c, 'id')), { at: String(idFrom(c, 'chapter')) })

export function ownChapterPages(web: Web): void {
  const show = async (c: WebContext, again?: Again): Promise<Response> => {
    const own = await openOwnChapters(c.get('ctx'), idFrom(c, 'id'))
    const main = <OwnChapterList own={own} zone={zoneOf(c)} again={again} page={pageIn(c, own)} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Chapters, ${own.title}`, main, ...(again ? { status: 422 } : {}) })
  }

  web.get(paths.ownChapters(':id'), (c) => show(c))

  web.post(paths.workPlan(':id'), (c) =>
    submitted(c, planForm, {
      act: (ctx, { planned }, entries) =>
        planChapters(ctx, idFrom(c, 'id'), entries.get('do') === 'complete' ? 'as-many-as-now' : planned),
      next: () => ({ to: paths.ownChapters(idFrom(c, 'id')), notice: 'Said.' }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.chapterPlace(':id', ':chapter'), async (c) => {
    const to = (await readEntries(c)).get('do') === 'down' ? 'down' : 'up'
    return pressed(
      c,
      (ctx) => moveChapter(ctx, whereOf(c), to),
      () => ({ to: besides(c) }),
    )
  })

  web.post(paths.chapterPosting(':id', ':chapter'), async (c) => {
    const isDown = (await readEntries(c)).get('do') === 'take-down'
    return pressed(
      c,
      (ctx) => (isDown ? takeChapterDown(ctx, whereOf(c)) : postChapter(ctx, whereOf(c))),
      () => ({
        to: besides(c),
        notice: isDown ? 'Taken down. Only you see it now.' : 'The chapter is for readers now.',
      }),
    )
  })

  deletion(web)
  history(web)
}

function deletion(web: Web): void {
  const at = paths.chapterDeletion(':id', ':chapter')

  web.get(at, async (c) => {
    const chapter = await openChapter(c.get('ctx'), idFrom(c, 'id'), idFrom(c, 'chapter'))
    const until = chapter.deletedAt === null ? undefined : sayMoment(bringableUntil(chapter.deletedAt), zoneOf(c))
    const main = <DeletingChapter chapter={chapter} until={until} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Delete a chapter, ${chapter.work.title}`, main })
  })

  web.post(at, async (c) => {
    const isBack = (await readEntries(c)).get('do') === 'restore'
    return pressed(
      c,
      (ctx) => (isBack ? restoreChapter(ctx, whereOf(c)) : deleteChapter(ctx, whereOf(c))),
      () => ({
        to: paths.ownChapters(idFrom(c, 'id')),
        notice: isBack ? 'It is back where it was.' : 'Deleted. For 30 days it can be brought back from below.',
      }),
    )
  })
}

function history(web: Web): void {
  const at = paths.chapterHistory(':id', ':chapter')

  web.get(at, async (c) => {
    const ctx = c.get('ctx')
    const chapter = await openChapter(ctx, idFrom(c, 'id'), idFrom(c, 'chapter'))
    const asked = c.req.query('version')
    const common = { chapter, zone: zoneOf(c), csrf: c.get('csrf') }
    if (asked === undefined) {
      const saves = await chapterSavesOf(ctx, chapter.work.id, chapter.id)
      const main = <ChapterSaveList {...common} saves={saves} />
      return c.get('show')({ title: `History of a chapter, ${chapter.work.title}`, main })
    }
    const save = await openChapterSave(ctx, { ...whereOf(c), version: versionIn(asked) })
    const main = <ChapterSaveText {...common} save={save} />
    return c.get('show')({ title: `Save ${save.version} of a chapter, ${chapter.work.title}`, main })
  })

  web.post(at, async (c) => {
    const where = whereOf(c)
    const save = await openChapterSave(c.get('ctx'), {
      ...where,
      version: versionIn((await readEntries(c)).get('version') ?? ''),
    })
    const { version } = await openChapter(c.get('ctx'), where.work, where.chapter)
    const typed = { ...save, text: save.source, textForm: save.form }
    const said = chapterSaid(typed, save.source, await cleanedChapter(c.get('texts'), typed, save.source))
    return pressed(
      c,
      (ctx) => saveChapter(ctx, where, { said, version }),
      () => ({
        to: paths.chapterHistory(where.work, where.chapter),
        notice: `Save ${save.version} is the text again. Nothing is lost.`,
      }),
    )
  })
}

const versionIn = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0)

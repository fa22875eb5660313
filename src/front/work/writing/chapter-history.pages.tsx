// Every save of a chapter, and any of them brought back. For its creators alone.
import { chapterSaid, cleanedChapter } from '#src/library/works/chapters/chapter.form.ts'
import { saveChapter, type Where } from '#src/library/works/chapters/chapters.ts'
import { chapterSavesOf, openChapter, openChapterSave } from '#src/library/works/chapters/own-chapters.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ChapterSaveList, ChapterSaveText } from './chapter-history.parts.tsx'

const whereOf = (c: WebContext): Where => ({ work: idFrom(c, 'id'), chapter: idFrom(c, 'chapter') })
const zoneOf = (c: WebContext): string => c.get('zone').name ?? 'UTC'

export function chapterHistoryPages(web: Web): void {
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

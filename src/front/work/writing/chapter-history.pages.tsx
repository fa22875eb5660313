// Every save of a chapter: what changed in it, bringing one back, and erasing one. For its creators alone.
import { TypedBefore } from '#src/fests/posting/history/history.parts.tsx'
import { chapterPlace } from '#src/fests/posting/typing/places.ts'
import { typingsBefore } from '#src/fests/posting/typing/typings.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { chapterSaid, cleanedChapter } from '#src/library/works/chapters/chapter.form.ts'
import { eraseChapterSave, saveChapter, type Where } from '#src/library/works/chapters/chapters.ts'
import {
  chapterSavesOf,
  type ChapterToEdit,
  openChapter,
  openChapterSave,
  openChapterSaveBefore,
} from '#src/library/works/chapters/own-chapters.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { compareChapters, entriesOfKept } from './chapter-looked.form.ts'
import { ChapterSaveList, ChapterSaveText, ErasingChapterSave } from './chapter-history.parts.tsx'

const whereOf = (c: WebContext): Where => ({ work: idFrom(c, 'id'), chapter: idFrom(c, 'chapter') })
const zoneOf = (c: WebContext): string => c.get('zone').name ?? 'UTC'
const versionIn = (typed: string): number => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0)

const open = (c: WebContext): Promise<ChapterToEdit> => openChapter(c.get('ctx'), idFrom(c, 'id'), idFrom(c, 'chapter'))

export function chapterHistoryPages(web: Web): void {
  const at = paths.chapterHistory(':id', ':chapter')

  web.get(at, async (c) => {
    const chapter = await open(c)
    const asked = c.req.query('version')
    return asked === undefined ? showAll(c, chapter) : showOne(c, chapter, versionIn(asked))
  })

  web.post(at, async (c) => {
    const where = whereOf(c)
    const version = versionIn((await readEntries(c)).get('version') ?? '')
    const save = await openChapterSave(c.get('ctx'), { ...where, version })
    const now = await open(c)
    const said = chapterSaid(save, save, await cleanedChapter(c.get('texts'), save))
    return pressed(
      c,
      (ctx) => saveChapter(ctx, where, { said, version: now.version }),
      () => ({
        to: paths.chapterHistory(where.work, where.chapter),
        notice: `Save ${save.version} is the text again. Nothing is lost.`,
      }),
    )
  })

  erasing(web)
}

function erasing(web: Web): void {
  const at = paths.chapterErasing(':id', ':chapter', ':version')

  web.get(at, async (c) => {
    const chapter = await open(c)
    const saves = await chapterSavesOf(c.get('ctx'), chapter.work.id, chapter.id)
    const save = saves.find(({ version }) => version === idFrom(c, 'version'))
    if (!save || chapter.deletedAt !== null) throw isMissing('chapter')
    const main = <ErasingChapterSave chapter={chapter} zone={zoneOf(c)} csrf={c.get('csrf')} save={save} />
    return c.get('show')({ title: `Erase save ${save.version} of a chapter, ${chapter.work.title}`, main })
  })

  web.post(at, async (c) => {
    const version = idFrom(c, 'version')
    const where = whereOf(c)
    return pressed(
      c,
      (ctx) => eraseChapterSave(ctx, where, version),
      () => ({ to: paths.chapterHistory(where.work, where.chapter), notice: `Save ${version} is erased.` }),
    )
  })
}

async function showAll(c: WebContext, chapter: ChapterToEdit): Promise<Response> {
  const ctx = c.get('ctx')
  const common = { chapter, zone: zoneOf(c), csrf: c.get('csrf') }
  const saves = await chapterSavesOf(ctx, chapter.work.id, chapter.id)
  const typings = await typingsBefore(ctx, chapterPlace(chapter.work.id, chapter.id))
  const main = (
    <>
      <ChapterSaveList {...common} saves={saves} />
      <TypedBefore typings={typings} zone={zoneOf(c)} />
    </>
  )
  return c.get('show')({ title: `History of a chapter, ${chapter.work.title}`, main })
}

/** Beside the save before it; or beside the text as it is now. */
async function showOne(c: WebContext, chapter: ChapterToEdit, version: number): Promise<Response> {
  const ctx = c.get('ctx')
  const which = { ...whereOf(c), version }
  const save = await openChapterSave(ctx, which)
  const isNow = version === chapter.version
  const isToNow = c.req.query('against') === 'now' && !isNow
  const before = isToNow ? save : await openChapterSaveBefore(ctx, which)
  const after = isToNow ? chapter : save
  const changed = before && (await compareChapters(c.get('texts'), entriesOfKept(before), entriesOfKept(after)))
  const against = isToNow ? 'What changed from this save to now' : `What changed since save ${before?.version ?? ''}`
  const common = { chapter, zone: zoneOf(c), csrf: c.get('csrf') }
  const main = <ChapterSaveText {...common} {...{ save, isNow, changed, against }} />
  return c.get('show')({ title: `Save ${save.version} of a chapter, ${chapter.work.title}`, main })
}

// The page on which a chapter is written and changed: in the editor, kept while it is typed, and looked at before it is saved.
import { INSTEAD } from '#src/fests/posting/composer/document.form.ts'
import type { Around } from '#src/fests/posting/typing/around.form.ts'
import { AroundForm } from '#src/fests/posting/typing/around.parts.tsx'
import { chapterPlace, newChapterPlace, newChapterPlaces } from '#src/fests/posting/typing/places.ts'
import { broughtBack, settleTyping, unsavedIn } from '#src/fests/posting/typing/typings.ts'
import type { Entries } from '#src/kit/form.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { chapterForm, chapterSaid, cleanedChapter } from '#src/library/works/chapters/chapter.form.ts'
import {
  addChapter,
  chapterChanged,
  chapterKeptAlready,
  type ChapterSaid,
  postChapter,
  saveChapter,
} from '#src/library/works/chapters/chapters.ts'
import { type ChapterToEdit, openChapter, openOwnWork, type OwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { readNamedUpload } from '#src/platform/files/upload.ts'
import { readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import {
  bring,
  compareChapters,
  entriesOfKept,
  type Looked,
  preview,
  sourceIn,
  tidiedOf,
} from './chapter-looked.form.ts'
import { ChapterTitle, WritingChapter } from './chapter.parts.tsx'

type Shown = { readonly work: OwnWork; readonly chapter?: ChapterToEdit | undefined }

export function chapterWritingPages(web: Web): void {
  const newAt = paths.newChapter(':id')
  const editAt = paths.chapterEdit(':id', ':chapter')

  const openNew = async (c: WebContext): Promise<Shown> => ({ work: await openOwnWork(c.get('ctx'), idFrom(c, 'id')) })

  async function openOld(c: WebContext): Promise<Shown> {
    const chapter = await openChapter(c.get('ctx'), idFrom(c, 'id'), idFrom(c, 'chapter'))
    if (chapter.deletedAt !== null) throw isMissing('chapter')
    return { work: chapter.work, chapter }
  }

  web.get(newAt, async (c) => begin(c, await openNew(c)))
  web.post(newAt, async (c) => take(c, await openNew(c)))
  web.get(editAt, async (c) => begin(c, await openOld(c)))
  web.post(editAt, async (c) => take(c, await openOld(c)))
}

const placesOf = ({ work, chapter }: Shown): string =>
  chapter === undefined ? newChapterPlaces(work.id) : chapterPlace(work.id, chapter.id)

async function begin(c: WebContext, shown: Shown): Promise<Response> {
  const kept: Entries = shown.chapter ? entriesOfKept(shown.chapter) : new Map<string, string>()
  const typed = await broughtBack(c.get('ctx'), c.req.query('typed'), placesOf(shown))
  const entries = new Map([...(typed ? withoutTicks(kept) : kept), ...(typed ?? [])])
  return show(c, shown, { again: { entries, errors: new Map() }, tidied: await tidiedOf(c.get('texts'), entries) })
}

/** A tick that was taken away says nothing in what was typed. */
const withoutTicks = (kept: Entries): Entries => new Map([...kept].filter(([name]) => !name.startsWith('leave-')))

async function take(c: WebContext, shown: Shown): Promise<Response> {
  const entries = await readEntries(c)
  const texts = c.get('texts')
  const file = await readNamedUpload(c, 'file')
  if (entries.get('do') === INSTEAD || file) return show(c, shown, await bring(texts, entries, file))
  if (entries.get('do') === 'preview') return show(c, shown, await preview(texts, entries))
  return keep(c, shown, entries)
}

async function keep(c: WebContext, shown: Shown, entries: Entries): Promise<Response> {
  const { work } = shown
  const isPosting = entries.get('do') === 'post'
  let kept = shown.chapter?.id
  return submitted(c, chapterForm, {
    async act(ctx, typed) {
      const source = sourceIn(entries, typed)
      const said = chapterSaid(typed, source, await cleanedChapter(c.get('texts'), source))
      const chapter = await write(c, shown, said, entries)
      kept = chapter
      const place = placeIn(shown, entries) ?? chapterPlace(work.id, chapter)
      await settleTyping(ctx, { place, work: work.id, chapter, entries })
      if (isPosting) await postChapter(ctx, { work: work.id, chapter })
    },
    next: () => ({ to: paths.ownChapters(work.id), notice: savedWords(shown, isPosting) }),
    // Read anew: it may have been saved by somebody else just now, or be a draft since this very press.
    again: async (again) => show(c, await openAgain(c, work, kept), { again }),
  })
}

/** A key is one account’s own: nobody meets another’s chapter by sending theirs. */
async function write(c: WebContext, { work, chapter }: Shown, said: ChapterSaid, entries: Entries): Promise<number> {
  const ctx = c.get('ctx')
  if (chapter) {
    const version = Number(entries.get('version') ?? 0)
    await saveChapter(ctx, { work: work.id, chapter: chapter.id }, { said, version })
    return chapter.id
  }
  const account = ctx.viewer.kind === 'person' ? ctx.viewer.account : 0
  return addChapter(ctx, work.id, said, `${account}/${(entries.get('once') ?? ctx.uid()).slice(0, 64)}`)
}

async function openAgain(c: WebContext, work: OwnWork, chapter: number | undefined): Promise<Shown> {
  return chapter === undefined ? { work } : { work, chapter: await openChapter(c.get('ctx'), work.id, chapter) }
}

function savedWords({ work, chapter }: Shown, isPosting: boolean): string {
  if (isPosting) return work.state === 'posted' ? 'The chapter is up.' : 'It goes up together with the piece.'
  return chapter === undefined
    ? 'Kept as a draft. Only you see it.'
    : 'Saved. The earlier text is kept in the history of the chapter.'
}

function placeIn(shown: Shown, entries: Entries): string | undefined {
  if (shown.chapter) return placesOf(shown)
  const once = entries.get('once')
  return once === undefined ? undefined : newChapterPlace(shown.work.id, once)
}

/** The save that the form was made from stays what it was, until its writer has been told of a later one. */
function keepIn(c: WebContext, { chapter }: Shown, { entries, refusal }: Again): Readonly<Record<string, string>> {
  if (!chapter) {
    const isOwn = refusal?.code === chapterKeptAlready
    return { once: (isOwn ? undefined : entries.get('once')) ?? c.get('ctx').uid() }
  }
  const isTold = refusal?.code === chapterChanged
  return { version: (isTold ? undefined : entries.get('version')) ?? String(chapter.version) }
}

async function around(c: WebContext, shown: Shown, again: Again): Promise<Around> {
  const { chapter } = shown
  const isTold = chapter !== undefined && again.refusal?.code === chapterChanged
  const isFirst = c.req.method === 'GET' && c.req.query('typed') === undefined
  return {
    again,
    changed: isTold ? await compareChapters(c.get('texts'), entriesOfKept(chapter), again.entries) : undefined,
    typings: isFirst ? await unsavedIn(c.get('ctx'), placesOf(shown), again.entries) : [],
    viewer: c.get('ctx').viewer,
    zone: c.get('zone').name ?? 'UTC',
    csrf: c.get('csrf'),
    isUnsaved: c.req.method === 'POST',
  }
}

async function show(c: WebContext, shown: Shown, looked: Looked): Promise<Response> {
  const { work, chapter } = shown
  const sent = keepIn(c, shown, looked.again)
  const again = { ...looked.again, entries: new Map([...looked.again.entries, ...Object.entries(sent)]) }
  const all = await around(c, shown, again)
  const to = chapter === undefined ? paths.newChapter(work.id) : paths.chapterEdit(work.id, chapter.id)
  const form = {
    work,
    chapter,
    ...looked,
    again,
    to,
    keep: sent,
    csrf: all.csrf,
    isRefusalSaid: all.changed !== undefined,
  }
  const main = (
    <>
      <ChapterTitle work={work} chapter={chapter} />
      <AroundForm {...all} to={to} place={placeIn(shown, again.entries)}>
        <WritingChapter {...form} />
      </AroundForm>
    </>
  )
  const title = chapter === undefined ? `Another chapter, ${work.title}` : `Change a chapter, ${work.title}`
  return c.get('show')({ title, main, status: statusOf(again) })
}

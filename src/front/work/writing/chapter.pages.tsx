// The page on which a chapter is written and changed: the same kind of text as a piece, looked at before it is kept.
import type { Entries } from '#src/kit/form.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { readForm } from '#src/platform/web/read-form.ts'
import { asFirst, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { chapterForm, chapterSaid, cleanedChapter, entriesOfChapter } from '#src/library/works/chapters/chapter.form.ts'
import { addChapter, postChapter, saveChapter } from '#src/library/works/chapters/chapters.ts'
import { type ChapterToEdit, openChapter, openOwnWork, type OwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { type ChapterPreviewed, WritingChapter } from './chapter.parts.tsx'

type Shown = { readonly work: OwnWork; readonly chapter?: ChapterToEdit }

export function chapterWritingPages(web: Web): void {
  const newAt = paths.newChapter(':id')
  const editAt = paths.chapterEdit(':id', ':chapter')

  const openNew = async (c: WebContext): Promise<Shown> => ({ work: await openOwnWork(c.get('ctx'), idFrom(c, 'id')) })

  async function openOld(c: WebContext): Promise<Required<Shown>> {
    const chapter = await openChapter(c.get('ctx'), idFrom(c, 'id'), idFrom(c, 'chapter'))
    if (chapter.deletedAt !== null) throw isMissing('chapter')
    return { work: chapter.work, chapter }
  }

  web.get(newAt, async (c) => show(c, await openNew(c), { again: asFirst }))

  web.post(newAt, async (c) => {
    const shown = await openNew(c)
    return take(c, shown, async (said, entries) => {
      const { viewer, uid } = c.get('ctx')
      // A key is one account’s own: nobody meets another’s chapter by sending theirs.
      const onceKey = `${viewer.kind === 'person' ? viewer.account : 0}/${(entries.get('once') ?? uid()).slice(0, 64)}`
      return addChapter(c.get('ctx'), shown.work.id, said, onceKey)
    })
  })

  web.get(editAt, async (c) => {
    const shown = await openOld(c)
    return show(c, shown, { again: { entries: entriesOfChapter(shown.chapter), errors: new Map() } })
  })

  web.post(editAt, async (c) => {
    const shown = await openOld(c)
    const { work, chapter } = shown
    return take(c, shown, async (said, entries) => {
      const version = Number(entries.get('version') ?? 0)
      await saveChapter(c.get('ctx'), { work: work.id, chapter: chapter.id }, { said, version })
      return chapter.id
    })
  })
}

type Keep = (said: ReturnType<typeof chapterSaid>, entries: Entries) => Promise<number>

async function take(c: WebContext, shown: Shown, keep: Keep): Promise<Response> {
  const entries = await readEntries(c)
  if (entries.get('do') === 'preview') return show(c, shown, await lookAt(c, entries))
  const isPosting = entries.get('do') === 'post'
  return submitted(c, chapterForm, {
    async act(ctx, typed) {
      const source = entries.get('text') ?? ''
      const said = chapterSaid(typed, source, await cleanedChapter(c.get('texts'), typed, source))
      const chapter = await keep(said, entries)
      if (isPosting) await postChapter(ctx, { work: shown.work.id, chapter })
      return chapter
    },
    next: () => ({ to: paths.ownChapters(shown.work.id), notice: kept(shown, isPosting) }),
    // Read anew: it may have been saved by somebody else just now.
    again: async (again) => show(c, await openAgain(c, shown), { again }),
  })
}

async function openAgain(c: WebContext, { work, chapter }: Shown): Promise<Shown> {
  return chapter === undefined ? { work } : { work, chapter: await openChapter(c.get('ctx'), work.id, chapter.id) }
}

function kept({ work, chapter }: Shown, isPosting: boolean): string {
  if (isPosting) return work.state === 'posted' ? 'The chapter is up.' : 'It goes up together with the piece.'
  return chapter === undefined
    ? 'Kept as a draft. Only you see it.'
    : 'Saved. The earlier text is kept in the history of the chapter.'
}

type Looked = { readonly again: Again; readonly preview?: ChapterPreviewed }

async function lookAt(c: WebContext, entries: Entries): Promise<Looked> {
  const read = readForm(chapterForm.fields, entries)
  if ('errors' in read) return { again: { entries, errors: read.errors } }
  const { html, words } = await cleanedChapter(c.get('texts'), read.value, entries.get('text') ?? '')
  return { again: { entries, errors: new Map() }, preview: { ...read.value, html, words } }
}

async function show(c: WebContext, { work, chapter }: Shown, { again, preview }: Looked): Promise<Response> {
  const keep =
    chapter === undefined
      ? { once: again.entries.get('once') ?? c.get('ctx').uid() }
      : { version: String(chapter.version) }
  const to = chapter === undefined ? paths.newChapter(work.id) : paths.chapterEdit(work.id, chapter.id)
  const main = <WritingChapter {...{ work, chapter, again, preview, keep }} to={asking(to, {})} csrf={c.get('csrf')} />
  const title = chapter === undefined ? `Another chapter, ${work.title}` : `Change a chapter, ${work.title}`
  return c.get('show')({ title, main, status: statusOf(again) })
}

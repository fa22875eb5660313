// A work as a file to take along: an EPUB, for exactly those who may read its page.
import { placeInRound } from '#src/fests/posting/pieces-seen.ts'
import { roundAtHome } from '#src/fests/rounds/rounds.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { AskedForBook } from '#src/library/works/adult/asking.parts.tsx'
import { asksFirst } from '#src/library/works/adult/asking.ts'
import { seePeople } from '#src/library/works/asks/asks-seen.ts'
import { type ChapterSeen, type ChapterText, seeTexts } from '#src/library/works/chapters/chapters-seen.ts'
import { boundPictures } from '#src/library/works/pictures/bound.ts'
import { recordingsOf } from '#src/library/works/recordings/recordings.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { seriesWith } from '#src/library/works/series/series-seen.ts'
import { seeWork, type WorkSeen } from '#src/library/works/works-seen.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import type { Reader } from '#src/platform/context.ts'
import { answerFile } from '#src/platform/web/answer-file.ts'
import { hasSaidAdult } from '#src/platform/web/visits.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { fileNameOf } from './file-name.ts'

/** The same question as on the page of the work. */
function askFirst(c: WebContext, { id, title }: WorkSeen): Promise<Response> {
  const isSignedIn = c.get('ctx').viewer.kind === 'person'
  const asked = { to: paths.workEpub(id), back: paths.work(id), isSignedIn, csrf: c.get('csrf') }
  return c.get('show')({ title, status: 403, main: AskedForBook({ title, ...asked }) })
}

/** What its creators alone see yet is no part of a book, theirs neither: books are handed on. */
async function boundChapters(db: Reader, beholder: Beholder, work: WorkSeen): Promise<(ChapterSeen & ChapterText)[]> {
  const isUp = work.state === 'posted'
  const parts = work.parts.filter(({ state }) => !isUp || state === 'posted')
  const texts = await seeTexts(
    db,
    beholder,
    parts.map(({ id }) => id),
  )
  return parts.flatMap((part) => {
    const text = texts.get(part.id)
    return text && text.html !== '' ? [{ ...part, ...text }] : []
  })
}

export function downloadPages(web: Web): void {
  web.get(paths.workEpub(':id'), async (c) => {
    const ctx = c.get('ctx')
    const beholder = await beholderOf(ctx.db, ctx.viewer)
    const work = await seeWork(ctx.db, beholder, idFrom(c, 'id'))
    const chapters = await boundChapters(ctx.db, beholder, work)
    // What stands elsewhere has no text here that could be bound.
    const pictures = await boundPictures(
      ctx.db,
      work.id,
      chapters.map(({ html }) => html),
    )
    if (chapters.length + pictures.length === 0) throw isMissing('book')
    if (work.isAdult) c.header('X-Robots-Tag', 'noindex')
    if (await asksFirst(ctx, beholder, work, hasSaidAdult(c))) return askFirst(c, work)
    // Binding needs a parser and a packer, which a server that nobody asks for a book does not have to hold in memory.
    const { bookOf } = await import('./book-of-work.ts')
    const { makeEpub } = await import('./epub.ts')
    const place = await placeInRound(ctx, beholder, work.id)
    const home = place && (await roundAtHome(ctx, place.piece.round))
    const fandoms = work.fandom === undefined ? [] : await listFandoms(ctx.db)
    const around = {
      chapters,
      pictures,
      recordings: await recordingsOf(ctx.db, work.id),
      series: await seriesWith(ctx.db, beholder, work.id),
      people: await seePeople(ctx.db, beholder, work.id),
      siteName: await siteName(ctx.db),
      source: c.get('origin') + paths.work(work.id),
      fandom: fandoms.find(({ id }) => id === work.fandom)?.name,
      round: home?.round.name,
    }
    // All is read: binding takes its time, and holds nobody up meanwhile.
    await c.get('rest')()
    return answerFile(c, {
      body: await makeEpub(await bookOf(work, around)),
      type: 'application/epub+zip',
      fileName: `${fileNameOf(work.title, `work-${work.id}`)}.epub`,
    })
  })
}

// A work as a file to take along: an EPUB, for exactly those who may read its page.
import { placeInRound } from '#src/fests/posting/pieces-seen.ts'
import { roundAtHome } from '#src/fests/rounds/rounds.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { seeWork } from '#src/library/works/works-seen.ts'
import { siteName } from '#src/moderation/instance/settings.ts'
import { answerFile } from '#src/platform/web/answer-file.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { fileNameOf } from './file-name.ts'

export function downloadPages(web: Web): void {
  web.get(paths.workEpub(':id'), async (c) => {
    const ctx = c.get('ctx')
    const beholder = await beholderOf(ctx.db, ctx.viewer)
    const work = await seeWork(ctx.db, beholder, idFrom(c, 'id'))
    // What stands elsewhere has no text here that could be bound.
    if (work.html === '') throw isMissing('book')
    // Binding needs a parser and a packer, which a server that nobody asks for a book does not have to hold in memory.
    const { bookOf } = await import('./book-of-work.ts')
    const { makeEpub } = await import('./epub.ts')
    const place = await placeInRound(ctx, beholder, work.id)
    const home = place && (await roundAtHome(ctx, place.piece.round))
    const fandoms = work.fandom === undefined ? [] : await listFandoms(ctx.db)
    const book = bookOf(work, {
      siteName: await siteName(ctx.db),
      source: c.get('origin') + paths.work(work.id),
      fandom: fandoms.find(({ id }) => id === work.fandom)?.name,
      round: home?.round.name,
    })
    return answerFile(c, {
      body: new Uint8Array(makeEpub(book)),
      type: 'application/epub+zip',
      fileName: `${fileNameOf(work.title, `work-${work.id}`)}.epub`,
    })
  })
}

// A chapter that is not for readers, or no longer, is on no road that anybody but its creators can go; theirs shows it to them alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { deleteChapter, takeChapterDown, type Where } from '#src/library/works/chapters/chapters.ts'
import { toInstant } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { unguarded } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { chapterOf, write, writeAndPost } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const secret = chapterOf('Xylochapter', { notesBefore: 'Xylobefore', notesAfter: 'Xyloafter' })
const round = paths.round(where.community, where.round)

const states: Readonly<Record<string, (house: TestHouse, work: number) => Promise<number>>> = {
  draft: (house, work) => write(house, 'oriel', work, secret),
  'taken down': async (house, work) => after(house, work, takeChapterDown),
  deleted: async (house, work) => after(house, work, deleteChapter),
}

async function after(house: TestHouse, work: number, deed: typeof takeChapterDown): Promise<number> {
  const chapter = await writeAndPost(house, 'oriel', work, secret)
  await house.act('oriel', (ctx) => deed(ctx, { work, chapter } satisfies Where))
  return chapter
}

async function begun(): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  await writeAndPost(house, 'oriel', work, chapterOf('The Second'))
  house.at('2026-11-05T12:00:00.000Z')
  return { house, work }
}

const everywhere = (work: number): string[] => [
  paths.work(work),
  paths.workWhole(work),
  paths.workChapters(work),
  round,
  `${round}?as=list`,
  paths.roundFeed(where.community, where.round),
  paths.masterlist(where.community, where.round),
  paths.masterlistCopy(where.community, where.round),
  paths.community(where.community),
  paths.home,
]

const own = (work: number, chapter: number): string[] => [
  paths.ownChapters(work),
  paths.newChapter(work),
  paths.chapterEdit(work, chapter),
  paths.chapterHistory(work, chapter),
  paths.chapterDeletion(work, chapter),
]

async function book(house: TestHouse, visitor: Visitor, work: number): Promise<string> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await house.app.request(`http://fest.example${paths.workEpub(work)}`, { headers: { cookie } })
  assert.equal(response.status, 200)
  return Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())))
    .map((file) => strFromU8(file))
    .join('\n')
}

for (const [state, bring] of Object.entries(states)) {
  test(`a chapter that is ${state} leaves no trace for anybody but its creators`, async () => {
    const { house, work } = await begun()
    await using _ = house
    const chapter = await bring(house, work)
    const about = new RegExp(`xylo|chapters/${chapter}(?!\\d)|chapter-${chapter}(?!\\d)`, 'i')
    const outsiders = [house.guest(), ...(await Promise.all((['stranger', 'ismay', 'mara'] as const).map(house.as)))]
    for (const visitor of outsiders) {
      for (const at of everywhere(work)) {
        const { status, html } = await visitor.visit(at)
        assert.equal(status, 200, at)
        assert.doesNotMatch(unguarded(html), about, at)
        assert.doesNotMatch(html, /3 (?:of|chapters)/, at)
      }
      assert.doesNotMatch(await book(house, visitor, work), /xylo/i)
      const none = await visitor.visit(paths.chapter(work, 9_999))
      const secretPage = await visitor.visit(paths.chapter(work, chapter))
      assert.deepEqual([secretPage.status, secretPage.text], [404, none.text])
      for (const at of own(work, chapter)) assert.equal((await visitor.visit(at)).status, 404, at)
    }
    const oriel = await house.as('oriel')
    assert.match((await oriel.visit(paths.ownChapters(work))).text, /Xylochapter/)
    assert.doesNotMatch(await book(house, oriel, work), /xylo/i)
    if (state !== 'deleted') assert.match((await oriel.visit(paths.chapter(work, chapter))).text, /Only you see it/)
  })
}

test('chapters of a work that may not be seen are not there either', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, secret)
  for (const set of [
    { state: 'draft' as const },
    { is_unrevealed: 1 as const },
    { audience: 'members' as const },
    { hidden_at: toInstant('2026-11-05T12:00:00.000Z') },
    { deleted_at: toInstant('2026-11-05T12:00:00.000Z') },
  ]) {
    const blank = { state: 'posted' as const, is_unrevealed: 0 as const, audience: 'everyone' as const }
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db
          .updateTable('works')
          .set({ ...blank, hidden_at: null, deleted_at: null, ...set })
          .where('id', '=', work)
          .execute(),
      ),
    )
    const guest = house.guest()
    for (const at of [paths.chapter(work, chapter), paths.workWhole(work), paths.workChapters(work)])
      assert.equal((await guest.visit(at)).status, 404, `${JSON.stringify(set)} ${at}`)
    const { html } = await guest.visit(paths.roundFeed(where.community, where.round))
    assert.doesNotMatch(html, /xylo/i)
  }
})

test('what the chapters of a work for adults are called is asked for as the story is', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, secret)
  await house.act('oriel', async (ctx) => {
    await ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_adult: 1 }).where('id', '=', work).execute(),
    )
  })
  const guest = house.guest()
  for (const at of [paths.work(work), paths.chapter(work, chapter), paths.workWhole(work), paths.workChapters(work)])
    assert.doesNotMatch((await guest.visit(at)).html, /xylo/i, at)
  const { text } = await guest.visit(paths.chapter(work, chapter))
  assert.match(text, /for adults/)
})

// Texts of works from before there were chapters are the first of them, exactly as they were.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { seeWork } from '#src/library/works/works-seen.ts'
import { chapters } from '#src/schema/migrations/0017-chapters.ts'
import { leftAsItCame } from '#src/schema/migrations/0018-left-as-it-came.ts'
import { chaptersLeftAsTheyCame } from '#src/schema/migrations/0021-chapters-left-as-they-came.ts'
import { makeSchema } from '#src/schema/migrations/make-schema.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { findSource } from './chapters.store.ts'

const before = `create table work_texts (
  id $id,
  work_id $ref not null unique references works (id) on delete cascade,
  source $bytes not null,
  source_form $text not null,
  html $text not null,
  excerpt $text not null,
  sanitiser_version $int not null)`

test('works that are up and works that are not keep text, source, words and dates', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const up = await post(house, 'oriel', { claim: claim.id })
  const link = 'https://archive.example/1'
  const other = await post(house, 'mara', { reservedName: 'Juniper Vale', said: saidOf({ title: 'Elsewhere', link }) })
  const { engine } = house.ground
  const make = makeSchema(engine.kind, engine.admin)
  const run = (text: string) => sql.raw(text).execute(engine.admin)
  // Back to the day before.
  await make.run(before)
  await run(`insert into work_texts (work_id, source, source_form, html, excerpt, sanitiser_version)
    select work_id, source, source_form, html, excerpt, sanitiser_version from chapters`)
  for (const table of ['series_works', 'series', 'work_asks', 'chapter_revisions', 'chapters'])
    await run(`drop table ${table}`)
  for (const column of ['chapters_posted', 'chapters_planned', 'last_chapter_at', 'first_posted_on', 'wishes'])
    await run(`alter table works drop column ${column}`)
  await chapters(make)
  await leftAsItCame(make)
  await chaptersLeftAsTheyCame(make)
  const seen = await house.act({ kind: 'guest' }, (ctx) => seeWork(ctx.db, guestBeholder, up.work))
  assert.deepEqual(
    seen.parts.map(({ number, title, words, state, postedAt }) => ({ number, title, words, state, postedAt })),
    [{ number: 1, title: '', words: 455, state: 'posted', postedAt: undefined }],
  )
  assert.deepEqual([seen.words, seen.chapters], [455, { posted: 1, planned: 1 }])
  assert.match(seen.html, /Dear Tobias/)
  const uid = seen.parts[0]?.uid ?? ''
  assert.match(uid, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(uid.replace(/(?<=^.{14})8/, '7'), seen.uid)
  await house.act({ kind: 'host' }, async ({ db }) => {
    for (const work of [up.work, other.work]) assert.equal((await findSource(db, work))?.source, saidOf().text.source)
  })
})

// Saves of chapters from before what was left as it came was kept with them are brought back as their chapter is left.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { chaptersLeftAsTheyCame } from '#src/schema/migrations/0021-chapters-left-as-they-came.ts'
import { makeSchema } from '#src/schema/migrations/make-schema.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { chapterOf, write } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { openChapterSave } from './own-chapters.ts'

test('each has what its own chapter has, and one without any has none', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const { text } = chapterOf('Left')
  const left = await write(house, 'oriel', work, chapterOf('Left', { text: { ...text, leave: ['pauses', 'empty'] } }))
  const tidied = await write(house, 'oriel', work, chapterOf('Tidied'))
  const { engine } = house.ground
  await sql.raw('alter table chapter_revisions drop column left_alone').execute(engine.admin)
  await chaptersLeftAsTheyCame(makeSchema(engine.kind, engine.admin))
  const leaveOf = async (chapter: number) =>
    (await house.act('oriel', (ctx) => openChapterSave(ctx, { work, chapter, version: 1 }))).leave
  assert.deepEqual([await leaveOf(left), await leaveOf(tidied)], [['pauses', 'empty'], []])
})

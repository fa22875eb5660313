// What a writer says of the setting becomes a place on the timeline, with the words for it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'
import { readCanon } from './canon-csv.ts'
import { importCanon } from './fandoms.ts'
import { placeOnTimeline } from './placing.ts'

test('a season is a stretch, an episode of it a place, and what nobody knows is none', async () => {
  await using house = await openHouse()
  const read = readCanon(readFileSync(new URL('../../../canons/buffy-and-angel.csv', import.meta.url), 'utf8'))
  if ('errors' in read) assert.fail(read.errors.join())
  const { fandom } = await house.act({ kind: 'host' }, (ctx) =>
    importCanon(ctx, 'buffy', 'Buffy and Angel', read.parts),
  )
  const place = (timing: string, summary = '') =>
    house.act({ kind: 'host' }, ({ db }) => placeOnTimeline(db, fandom.id, { timing, summary }))
  const season = await place('S7')
  assert.equal(season?.words, 'Season 7')
  assert.ok(season && season.from < season.to)
  const episode = await place('S7', 'Set during "Lessons".')
  assert.equal(episode?.words, 'Season 7, Lessons')
  assert.equal(episode?.from, episode?.to)
  assert.ok(episode && episode.from >= season.from && episode.to <= season.to)
  assert.equal((await place('7x01'))?.words, 'Season 7, Lessons')
  assert.equal(await place('some time in spring'), undefined)
  assert.equal(await place(''), undefined)
})

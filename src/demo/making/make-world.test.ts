// The demo looks right on whatever day and at whatever hour it is made: around new year, leap days and the days on which clocks are moved.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDemo } from '#src/demo/demo-setting.ts'
import { addDays, dayAt } from '#src/kit/days.ts'
import { toInstant } from '#src/kit/instants.ts'
import { engineKind } from '#tests/support/database.ts'
import { assertLinked, assertOtherRounds, assertRunningRound, everyPage, roundsOf } from '#tests/support/demo-sights.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { openDemoHouse } from '#tests/world/demo.ts'

/** A demo is one file, so only SQLite is asked. */
const onSqlite = (name: string, work: () => Promise<void>): void => {
  if (engineKind === 'sqlite') test(name, work)
}

const moments = {
  'a minute after midnight in Lisbon, on a day of autumn': '2026-11-25T00:01:00.000Z',
  'a minute before midnight in Lisbon': '2026-11-25T23:59:00.000Z',
  'new year’s morning': '2027-01-01T00:00:30.000Z',
  'the leap day': '2028-02-29T11:00:00.000Z',
  'the night in which Lisbon puts its clocks forward': '2027-03-28T01:30:00.000Z',
  'the night in which Lisbon puts its clocks back': '2027-10-31T00:30:00.000Z',
  'midsummer, an hour after midnight in Lisbon': '2027-06-21T00:00:00.000Z',
}

const usual = '2026-11-25T13:00:00.000Z'

for (const [when, at] of Object.entries(moments)) {
  onSqlite(`a demo shows every state of a round when it is made on ${when}`, async () => {
    await using house = await openDemoHouse(at)
    await assertRunningRound(house.guest(), dayAt(house.now(), 'Europe/Lisbon'))
    await assertOtherRounds(house.guest())
    await assertLinked(house.guest())
  })
}

onSqlite('no page of a demo that a guest can come to says “late”, and none is broken', async () => {
  await using house = await openDemoHouse(usual)
  const pages = await everyPage(house.guest())
  assert.ok(pages.length > 35, `${pages.length} pages`)
  for (const { path, status, text } of pages) {
    assert.equal(status, 200, path)
    assert.doesNotMatch(text, /\blate\b/i, path)
  }
})

onSqlite('the world goes on from where it was made: the next day, the piece of grace is expected', async () => {
  await using house = await openDemoHouse(usual)
  house.at('2026-11-26T13:00:00.000Z')
  await house.runJobs()
  const { running } = await roundsOf(house.guest())
  const { text } = await house.guest().visit(`${running}?as=list`)
  assert.match(text, /Tuesday 24 November: taken; Somebody Staying Up, more to come and quillfeather – expected in/)
  assert.match(text, /Thursday 26 November: delivered; The Pilot’s Daughter Explains/)
})

onSqlite('claims, turns, mails and saves have the dates that they would have had', async () => {
  const now = toInstant(usual)
  await using house = await openDemoHouse(usual)
  await house.act({ kind: 'host' }, async ({ db }) => {
    const claims = await db.selectFrom('claims').select(['made_at as at', 'state']).orderBy('made_at').execute()
    assert.equal((claims[0]?.at ?? '') < '2026-07-01', true, 'the first claims are half a year old')
    assert.equal(new Set(claims.map(({ at }) => at)).size, claims.length, 'one after the other')
    const states = new Set(claims.map(({ state }) => state))
    assert.deepEqual([...states].toSorted(), ['given-back', 'held', 'kept', 'later'])
    const turns = await db
      .selectFrom('claim_turns')
      .select(['event', 'counts_at as counts', 'made_at as made'])
      .execute()
    assert.ok(
      ['claim', 'move', 'give-back', 'hand-in', 'grace-passes'].every((event) =>
        turns.some((turn) => turn.event === event),
      ),
    )
    assert.ok(turns.every(({ counts, made }) => counts <= made && made <= now))
    const mails = await db.selectFrom('mails').select('made_at as at').execute()
    assert.ok(mails.length > 20 && mails.every(({ at }) => at <= now))
  })
})

onSqlite('what makes a site a demo is known when it is done, and until when its round runs', async () => {
  const now = toInstant(usual)
  await using house = await openDemoHouse(usual)
  const demo = await house.act({ kind: 'host' }, ({ db }) => readDemo(db))
  assert.equal(demo?.until, addDays(dayAt(now, 'Europe/Lisbon'), 10))
  assert.match(demo?.key ?? '', /^[\w-]{43}$/)
  assert.deepEqual(
    Object.values(demo?.people ?? {}).map(({ name }) => name),
    ['Mara Quill', 'Oriel Finch', 'marginalia'],
  )
  await using ordinary = await openHouse()
  assert.equal(await ordinary.act({ kind: 'host' }, ({ db }) => readDemo(db)), undefined)
})

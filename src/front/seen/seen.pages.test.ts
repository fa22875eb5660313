// Who has seen so far reads no further by accident: left out when asked, folded away when remembered, never lost, and nothing leaks by it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const canon = paths.fandomWorks('lantern-coast')
const list = paths.masterlist('tidewater', 'lantern-season')
const round = paths.round('tidewater', 'lantern-season')
const seen = (code: string): string => encodeURIComponent(`lantern-coast:${code}`)

async function fill(house: TestHouse): Promise<Record<'early' | 'late' | 'open', number>> {
  const { fandom, at } = await takeInCoast(house)
  house.at('2026-11-16T12:00:00.000Z')
  const put = async (title: string, fields: Parameters<typeof saidOf>[0]) =>
    (await post(house, 'oriel', { said: saidOf({ title, fandom, summary: '', header: {}, ...fields }), role: 'extra' }))
      .work
  return {
    early: await put('Early', { ...at('Fog Signal'), spoilers: { to: 3, by: 'said' } }),
    late: await put('Zylate', { ...at('Ballast'), spoilers: { to: 29, by: 'setting' } }),
    open: await put('Open', { timing: 'one spring' }),
  }
}

test('a list shows only what somebody may read who has seen so far, and says what it leaves out', async () => {
  await using house = await openHouse()
  await fill(house)
  for (const page of [canon, list]) {
    const all = (await house.guest().visit(page)).text
    assert.match(all, /Early[^]*Zylate/)
    const { html, text } = await house.guest().visit(`${page}?seen=${seen('Book 2')}`)
    assert.match(text, /Early/)
    assert.doesNotMatch(html, /Zylate/)
    assert.match(text, /Left out: 1 that goes further and 1 of which nobody says how far it goes/)
    assert.match(text, /Show everything/)
  }
  assert.match((await house.guest().visit(`${list}?by=creator&seen=${seen('Book 1')}`)).text, /Left out: 1 that goes/)
  assert.match((await house.guest().visit(`${canon}?seen=${seen('nowhere')}`)).text, /Zylate/)
})

test('what is remembered folds away what goes further, for a guest by a cookie, and can be forgotten', async () => {
  await using house = await openHouse()
  const { late } = await fill(house)
  const guest = house.guest()
  await guest.visit(`${canon}?seen=${seen('2.8')}`)
  await guest.submit(paths.fandomSeen('lantern-coast'))
  for (const page of [canon, list, round]) {
    const { html } = await guest.visit(page)
    assert.match(html, /<details class="beyond"><summary>[^]*ives away what is known by[^]*Zylate/, page)
    assert.doesNotMatch(html, /<details class="beyond"><summary>(?:(?!<\/details>)[^])*Early/, page)
  }
  assert.match((await guest.visit(paths.work(late))).text, /This goes further than you have seen/)
  await guest.visit(canon)
  await guest.submit(paths.fandomSeen('lantern-coast'))
  assert.doesNotMatch((await guest.visit(canon)).html, /class="beyond"/)
  // Nobody else's page has changed.
  assert.doesNotMatch((await house.guest().visit(canon)).html, /class="beyond"/)
})

test('an account keeps it on every device', async () => {
  await using house = await openHouse()
  await fill(house)
  const ismay = await house.as('ismay')
  await ismay.visit(`${canon}?seen=${seen('Book 2')}`)
  await ismay.submit(paths.fandomSeen('lantern-coast'))
  const elsewhere = await house.as('ismay')
  assert.match((await elsewhere.visit(list)).html, /class="beyond"/)
  assert.match((await elsewhere.visit(canon)).text, /you have seen as far as the end of Somebody Staying Up/)
})

test('what may not be seen is in no count of what is left out', async () => {
  await using house = await openHouse()
  const { late } = await fill(house)
  for (const columns of [
    { state: 'draft' },
    { is_unrevealed: 1 },
    { audience: 'members' },
    { hidden_at: '2026-11-16T13:00:00.000Z' },
    { deleted_at: '2026-11-16T13:00:00.000Z' },
  ]) {
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db
          .updateTable('works')
          .set({
            state: 'posted',
            is_unrevealed: 0,
            audience: 'everyone',
            hidden_at: null,
            deleted_at: null,
            ...(columns as object),
          })
          .where('id', '=', late)
          .execute(),
      ),
    )
    for (const page of [canon, list]) {
      const { text } = await house.guest().visit(`${page}?seen=${seen('Book 2')}`)
      assert.match(text, /Left out: 1 of which nobody says/, JSON.stringify(columns))
    }
  }
})

// A work may say since when it stood elsewhere: lists of the archive go by that, and its round and what is new by the day it came here.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { listAt } from '#src/library/works/setting/works-placed.store.ts'
import { seeNewest } from '#src/library/works/works-seen.ts'
import { toDay } from '#src/kit/days.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { logOf, refused, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { sayFirstPosted } from './dating.ts'

const day = (text: string) => toDay(text) ?? assert.fail(text)

test('its date elsewhere is said, its claim is kept by the day it came here, and it is new as it was', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  house.at('2026-11-16T12:00:00.000Z')
  const later = await post(house, 'ismay', { said: saidOf({ title: 'Later' }) })
  const before = await logOf(house, claim)
  await house.act('ismay', (ctx) => sayFirstPosted(ctx, later.work, day('2009-05-03')))
  assert.deepEqual(await logOf(house, claim), before)
  const { text } = await house.guest().visit(paths.work(later.work))
  assert.match(text, /16 November 2026 , first posted elsewhere 3 May 2009/)
  await house.act({ kind: 'guest' }, async ({ db }) => {
    assert.deepEqual(
      (await seeNewest(db, guestBeholder, 9)).map(({ id }) => id),
      [later.work, work],
    )
  })
  assert.match((await house.guest().visit(paths.round('tidewater', 'lantern-season'))).text, /Later/)
})

test('in the archive it stands where its date says', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const fandom = await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const row = { uid: ctx.uid(), name: 'Lantern Coast', slug: 'lanterns', name_key: 'lantern coast' }
      const { id } = await db
        .insertInto('fandoms')
        .values({ ...row, created_at: ctx.now() })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    }),
  )
  const first = await post(house, 'oriel', { said: saidOf({ title: 'First', fandom }) })
  const second = await post(house, 'oriel', { said: saidOf({ title: 'Second', fandom }) })
  const order = () =>
    house.act({ kind: 'guest' }, ({ db }) =>
      listAt(db, guestBeholder, { fandom, sure: 60 }, [{ from: null, to: null, relation: 'during', isSure: false }], {
        skip: 0,
        take: 9,
      }),
    )
  assert.deepEqual(await order(), [first.work, second.work])
  await house.act('oriel', (ctx) => sayFirstPosted(ctx, second.work, day('2009-05-03')))
  assert.deepEqual(await order(), [second.work, first.work])
})

test('a day to come, or after it came here, is refused beside the field, and anybody else finds no such page', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel')
  house.at('2026-11-20T12:00:00.000Z')
  const wrong = house.act('oriel', (ctx) => sayFirstPosted(ctx, work, day('2026-11-18')))
  assert.equal((await refused(wrong)).about, 'firstPostedOn')
  for (const who of ['mara', 'ismay'] as const) {
    assert.equal((await (await house.as(who)).visit(paths.workDating(work))).status, 404)
    assert.equal((await refused(house.act(who, (ctx) => sayFirstPosted(ctx, work, undefined)))).code, 'work/missing')
  }
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workDating(work))
  const said = await oriel.submit(paths.workDating(work), { firstPostedOn: '2009-05-03' })
  assert.match(said.text, /first posted elsewhere 3 May 2009/)
  await oriel.visit(paths.workDating(work))
  assert.match(
    (await oriel.submit(paths.workDating(work), { firstPostedOn: '3 May' })).text,
    /not a date of the calendar/,
  )
  const gone = await oriel.submit(paths.workDating(work), { firstPostedOn: '' })
  assert.doesNotMatch(gone.text, /first posted/)
})

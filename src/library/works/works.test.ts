// Works are kept as drafts, put up, revised and taken down; every save is remembered, and nothing is made twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mustEdit } from '#src/library/works/work-access.ts'
import { beholderOf, guestBeholder } from '#src/library/works/beholders.ts'
import { seeNewest, seeWork } from '#src/library/works/works-seen.ts'
import { findSource } from '#src/library/works/chapters/chapters.store.ts'
import { keepWork, type NewWorkSaid, putUp, reviseWork, takeDown } from '#src/library/works/works.ts'
import type { Ctx } from '#src/platform/context.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { accountOf } from '#tests/world/tidewater.ts'
import type { PersonName } from '#tests/world/people.ts'

const text = (source: string) =>
  ({
    source,
    form: 'plain',
    html: `<p>${source}</p>`,
    excerpt: source,
    words: source.split(' ').length,
    sanitiserVersion: 1,
  }) as const

const said = (change: Partial<NewWorkSaid> = {}): NewWorkSaid => ({
  fields: {
    title: 'The Ninth Wave',
    form: 'ficlet',
    summary: 'A wave, and who stood in it.',
    preface: '',
    epigraph: '',
    epigraphBy: '',
    notes: '',
    header: { beta: 'nobody' },
    fandom: undefined,
    timing: '',
    place: undefined,
    link: undefined,
  },
  text: text('The bell rang once'),
  tags: [
    { kind: 'character', name: 'June' },
    { kind: 'character', name: 'JUNE ' },
    { kind: 'pairing', name: 'June/Sark' },
  ],
  places: ['https://journal.example/1'],
  isAdult: false,
  audience: 'everyone',
  creators: [accountOf('oriel')],
  community: 1,
  onceKey: 'form 1',
  ...change,
})

const keep = (house: TestHouse, work = said(), who: PersonName = 'oriel') =>
  house.act(who, (ctx) => ctx.atomically('nothing', (tx) => keepWork(tx, work)))

const mayNot = async (ctx: Ctx, id: number) => {
  const beholder = await beholderOf(ctx.db, ctx.viewer)
  await assert.rejects(seeWork(ctx.db, beholder, id), { code: 'work/missing' })
}

test('the same form sent twice makes one work', async () => {
  await using house = await openHouse()
  const once = await keep(house)
  const twice = await keep(house)
  assert.deepEqual([once.isNew, twice.isNew, once.work === twice.work], [true, false, true])
})

test('a draft is its creator’s own until it is put up', async () => {
  await using house = await openHouse()
  const { work } = await keep(house)
  for (const who of ['mara', 'ismay', 'stranger'] as const) await house.act(who, (ctx) => mayNot(ctx, work))
  await house.act({ kind: 'guest' }, (ctx) => mayNot(ctx, work))
  await house.act('oriel', (ctx) => ctx.atomically('nothing', (tx) => putUp(tx, work, house.now())))
  const seen = await house.act({ kind: 'guest' }, (ctx) => seeWork(ctx.db, guestBeholder, work))
  assert.deepEqual(seen.byline, { kind: 'named', names: ['Oriel Finch'] })
  assert.deepEqual(
    seen.tags.map(({ kind, name }) => [kind, name]),
    [
      ['character', 'June'],
      ['pairing', 'June/Sark'],
    ],
  )
  assert.equal(seen.header.beta, 'nobody')
  const newest = await house.act({ kind: 'guest' }, (ctx) => seeNewest(ctx.db, guestBeholder, 10))
  assert.deepEqual(
    newest.map(({ id }) => id),
    [work],
  )
})

test('every save keeps the earlier text, and the version grows', async () => {
  await using house = await openHouse()
  const { work } = await keep(house)
  await house.act('oriel', (ctx) =>
    ctx.atomically('nothing', async (tx) =>
      reviseWork(tx, await mustEdit(tx, work), said({ text: text('The bell rang twice') })),
    ),
  )
  const seen = await house.act('oriel', async (ctx) => seeWork(ctx.db, await beholderOf(ctx.db, ctx.viewer), work))
  assert.equal(seen.version, 2)
  assert.equal(seen.html, '<p>The bell rang twice</p>')
  const { source, saves } = await house.act({ kind: 'host' }, async ({ db }) => ({
    source: await findSource(db, work),
    saves: await db
      .selectFrom('work_revisions')
      .select('version')
      .where('work_id', '=', work)
      .orderBy('version')
      .execute(),
  }))
  assert.equal(source?.source, 'The bell rang twice')
  assert.deepEqual(
    saves.map(({ version }) => version),
    [1, 2],
  )
})

test('nobody but its creators may change a work; a mod may for a reserved name', async () => {
  await using house = await openHouse()
  const { work } = await keep(house)
  const tries = (who: PersonName, id: number) =>
    house.act(who, (ctx) => ctx.atomically('nothing', (tx) => mustEdit(tx, id)))
  for (const who of ['mara', 'ismay', 'stranger'] as const)
    await assert.rejects(tries(who, work), { code: 'work/missing' })
  const reserved = await house.act({ kind: 'host' }, ({ atomically }) =>
    atomically('nothing', async (tx) => {
      const row = { uid: tx.uid(), account_id: null, name: 'Ann Teak', name_key: 'annteak', created_at: tx.now() }
      return tx.db.insertInto('pen_names').values(row).returning('id').executeTakeFirstOrThrow()
    }),
  )
  const forAnn = await keep(house, said({ creators: [reserved.id], onceKey: 'form 2' }), 'mara')
  assert.equal((await tries('mara', forAnn.work)).id, forAnn.work)
  await assert.rejects(tries('oriel', forAnn.work), { code: 'work/missing' })
})

test('what is taken down is its creator’s own again', async () => {
  await using house = await openHouse()
  const { work } = await keep(house)
  await house.act('oriel', (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      await putUp(tx, work, tx.now())
      await takeDown(tx, await mustEdit(tx, work))
    }),
  )
  await house.act({ kind: 'guest' }, (ctx) => mayNot(ctx, work))
  const seen = await house.act('oriel', async (ctx) => seeWork(ctx.db, await beholderOf(ctx.db, ctx.viewer), work))
  assert.equal(seen.state, 'withdrawn')
})

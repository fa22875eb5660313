// A series is works in an order under one name; it shows each viewer what they may see, and nothing where that is nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { mustEdit } from '#src/library/works/work-access.ts'
import { takeDown } from '#src/library/works/works.ts'
import { daysLong } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { refused } from '#tests/world/deeds.ts'
import { comesBack, leave } from '#tests/world/leaving.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { addToSeries, beginSeries, deleteSeries, moveInSeries, restoreSeries, takeFromSeries } from './series.ts'

type Told = { readonly house: TestHouse; readonly works: readonly number[]; readonly series: number }

const titles = ['One Lamp', 'Two Lamps', 'Three Lamps']

/** Three works of Oriel's in one series. */
async function begun(): Promise<Told> {
  const house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const works: number[] = []
  for (const title of titles) works.push((await post(house, 'oriel', { said: saidOf({ title }) })).work)
  const [first = 0, ...others] = works
  const series = await house.act('oriel', (ctx) =>
    beginSeries(ctx, { work: first, penName: undefined, said: { title: 'The Lamps', summary: 'All of them.' } }),
  )
  for (const work of others) await house.act('oriel', (ctx) => addToSeries(ctx, series, work))
  return { house, works, series }
}

async function order({ house, series }: Told, visitor = house.guest()): Promise<string[]> {
  const { status, text } = await visitor.visit(paths.series(series))
  return status === 404 ? ['nothing'] : [...text.matchAll(/(\d)\. (One|Two|Three) Lamps?/g)].map(([all]) => all)
}

const set = (house: TestHouse, work: number, columns: Record<string, string | number | null>): Promise<unknown> =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) => db.updateTable('works').set(columns).where('id', '=', work).execute()),
  )

test('a series is read in its order, and each work leads to the ones before and after', async () => {
  const told = await begun()
  await using _ = told.house
  const { house, works, series } = told
  assert.deepEqual(await order(told), ['1. One Lamp', '2. Two Lamps', '3. Three Lamps'])
  await house.act('oriel', (ctx) => moveInSeries(ctx, series, works[2] ?? 0, 'up'))
  assert.deepEqual(await order(told), ['1. One Lamp', '2. Three Lamps', '3. Two Lamps'])
  const { text } = await house.guest().visit(paths.work(works[2] ?? 0))
  assert.match(text, /Series Part 2 of The Lamps/)
  assert.match(text, /In The Lamps, before it One Lamp In The Lamps, next Two Lamps/)
  await house.act('oriel', (ctx) => takeFromSeries(ctx, series, works[0] ?? 0))
  assert.deepEqual(await order(told), ['1. Three Lamps', '2. Two Lamps'])
})

test('what may not be seen stands in no series, leaves no gap, and a series of nothing else is not there', async () => {
  const told = await begun()
  await using _ = told.house
  const { house, works } = told
  const [one = 0, two = 0, three = 0] = works
  for (const hidden of [
    { is_unrevealed: 1 },
    { is_anonymous: 1 },
    { audience: 'members' },
    { hidden_at: house.now() },
    { state: 'withdrawn' },
    { deleted_at: house.now() },
  ]) {
    await set(house, two, hidden)
    assert.deepEqual(await order(told), ['1. One Lamp', '2. Three Lamps'], JSON.stringify(hidden))
    const { text, html } = await house.guest().visit(paths.work(three))
    assert.match(text, /Part 2 of The Lamps/)
    assert.match(text, /In The Lamps, before it One Lamp/)
    if (!('is_anonymous' in hidden)) assert.doesNotMatch(html, /Two Lamps/)
    await set(house, two, {
      is_unrevealed: 0,
      is_anonymous: 0,
      audience: 'everyone',
      hidden_at: null,
      state: 'posted',
      deleted_at: null,
    })
  }
  await set(house, two, { is_anonymous: 1 })
  const anonymous = await house.guest().visit(paths.work(two))
  assert.doesNotMatch(anonymous.text, /The Lamps|Oriel/)
  for (const work of [one, two, three]) await set(house, work, { is_anonymous: 1 })
  assert.deepEqual(await order(told), ['nothing'])
  assert.deepEqual(await order(told, await house.as('stranger')), ['nothing'])
  assert.equal((await order(told, await house.as('oriel'))).length, 3)
})

test('only whoever writes under its name changes a series, and puts works in that bear the name', async () => {
  const told = await begun()
  await using _ = told.house
  const { house, works, series } = told
  const other = await post(house, 'mara', { reservedName: 'Juniper Vale', said: saidOf({ title: 'Of Another' }) })
  const [one = 0] = works
  for (const who of ['mara', 'ismay'] as const) {
    for (const deed of [
      () => house.act(who, (ctx) => addToSeries(ctx, series, other.work)),
      () => house.act(who, (ctx) => moveInSeries(ctx, series, one, 'down')),
      () => house.act(who, (ctx) => takeFromSeries(ctx, series, one)),
      () => house.act(who, (ctx) => deleteSeries(ctx, series)),
    ])
      assert.equal((await refused(deed())).code, 'series/missing')
    for (const at of [paths.seriesEdit(series), paths.seriesDeletion(series), paths.workSeries(one)])
      assert.equal((await (await house.as(who)).visit(at)).status, 404)
  }
  const wrong = house.act('oriel', (ctx) => addToSeries(ctx, series, other.work))
  assert.equal((await refused(wrong)).code, 'work/missing')
})

test('a series that is deleted leaves its works alone, and can be brought back for thirty days', async () => {
  const told = await begun()
  await using _ = told.house
  const { house, works, series } = told
  await house.act('oriel', (ctx) => deleteSeries(ctx, series))
  assert.deepEqual(await order(told), ['nothing'])
  assert.doesNotMatch((await house.guest().visit(paths.work(works[0] ?? 0))).text, /The Lamps/)
  await house.act('oriel', (ctx) => restoreSeries(ctx, series))
  assert.equal((await order(told)).length, 3)
  await house.act('oriel', (ctx) => deleteSeries(ctx, series))
  house.pass(daysLong(31))
  await house.runJobs()
  const gone = house.act('oriel', (ctx) => restoreSeries(ctx, series))
  assert.equal((await refused(gone)).code, 'series/missing')
  assert.equal((await house.guest().visit(paths.work(works[0] ?? 0))).status, 200)
})

test('the book says in which series it stands and where', async () => {
  const told = await begun()
  await using _ = told.house
  const { house, works } = told
  const response = await house.app.request(`http://fest.example${paths.workEpub(works[1] ?? 0)}`)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const opf = strFromU8(files['OEBPS/package.opf'] ?? new Uint8Array())
  assert.match(opf, /property="belongs-to-collection"[^>]*>The Lamps</)
  assert.match(opf, /property="group-position"[^>]*>2</)
})

test('works that are left without a name are in no series of that name, and are again for whoever comes back', async () => {
  const told = await begun()
  await using _ = told.house
  const { house } = told
  await leave(house, 'oriel', 'nameless')
  assert.deepEqual(await order(told), ['nothing'])
  await comesBack(house, 'oriel')
  assert.equal((await order(told)).length, 3)
  await leave(house, 'oriel', 'nameless')
  house.pass(daysLong(31))
  await house.runJobs()
  const left = await house.act({ kind: 'host' }, ({ db }) => db.selectFrom('series').selectAll().execute())
  assert.deepEqual(left, [])
})

test('through its pages, without scripts, a series is begun, added to, ordered and read', async () => {
  const told = await begun()
  await using _ = told.house
  const { house, works } = told
  const [one = 0, two = 0] = works
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workSeries(one))
  const made = await oriel.submit(paths.workSeries(one), { title: 'Another Series', summary: '', do: 'begin' })
  assert.match(made.text, /The series has begun\./)
  const id = /\/series\/(\d+)\/edit/.exec(made.path)?.[1] ?? assert.fail(made.path)
  const before = await oriel.visit(paths.workSeries(two))
  assert.match(before.text, /Put it in Another Series/)
  await oriel.post(paths.workSeries(two), {
    _csrf: /name="_csrf" value="([^"]+)"/.exec(before.html)?.[1] ?? '',
    do: 'add',
    series: id,
  })
  await oriel.visit(paths.seriesEdit(id))
  await oriel.submit(paths.seriesPlace(id, two), { do: 'up' })
  assert.match((await house.guest().visit(paths.series(id))).text, /1\. Two Lamps.*2\. One Lamp/)
  await house.act('oriel', (ctx) => ctx.atomically('nothing', async (tx) => takeDown(tx, await mustEdit(tx, two))))
  const { text } = await house.guest().visit(paths.series(id))
  assert.doesNotMatch(text, /Two Lamps/)
})

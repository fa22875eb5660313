// Works that were kept before the reader knew of sides and spoilers are read again; so are those of a canon that has grown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { takeInCanon } from '#src/library/works/setting/canon-taken-in.ts'
import { migrate } from '#src/platform/database/migrate.ts'
import { openGround } from '#tests/support/process-ground.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { rereadSettings } from './rereading.ts'

const reread = (house: TestHouse) => house.act({ kind: 'host' }, (ctx) => rereadSettings(ctx))

const columnsOf = (house: TestHouse, work: number) =>
  house.act({ kind: 'host' }, ({ db }) =>
    db
      .selectFrom('works')
      .select([
        'timing_from',
        'timing_to',
        'timing_relation',
        'timing_off',
        'spoilers_to',
        'spoilers_by',
        'timing_reader',
        'version',
      ])
      .where('id', '=', work)
      .executeTakeFirstOrThrow(),
  )

const asBefore = (house: TestHouse): Promise<unknown> =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('works')
        .set({ timing_reader: 0, spoilers_to: null, spoilers_by: '', timing_relation: 'during' })
        .execute(),
    ),
  )

test('a work of before gets its side, and its spoilers from its header; it is no save', async () => {
  await using house = await openHouse()
  const { fandom } = await takeInCoast(house)
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'oriel', {
    said: saidOf({ fandom, timing: 'AU after Book 1', summary: '', notes: '', header: { spoilers: 'through Book 2' } }),
  })
  await asBefore(house)
  await reread(house)
  const now = await columnsOf(house, work)
  assert.deepEqual([now.timing_relation, now.spoilers_by, now.timing_reader, now.version], ['after', 'said', 1, 1])
  assert.equal(now.timing_from, now.timing_to)
  assert.equal(now.timing_off, now.timing_to)
  assert.ok((now.spoilers_to ?? 0) > (now.timing_to ?? 0))
})

test('without a word on spoilers the setting counts; without a setting nobody knows', async () => {
  await using house = await openHouse()
  const { fandom } = await takeInCoast(house)
  house.at('2026-11-16T12:00:00.000Z')
  const put = async (fields: Parameters<typeof saidOf>[0]) =>
    (await post(house, 'oriel', { said: saidOf({ fandom, summary: '', notes: '', header: {}, ...fields }) })).work
  const set = await put({ title: 'Set', timing: 'Fog Signal' })
  const none = await put({ title: 'None', timing: 'Fog Signal', header: { spoilers: 'none' } })
  const nowhere = await put({ title: 'Nowhere', timing: 'one spring' })
  await asBefore(house)
  await reread(house)
  const at = (await columnsOf(house, set)).timing_to
  assert.deepEqual(
    await Promise.all(
      [set, none, nowhere].map(async (id) =>
        (({ spoilers_to, spoilers_by }) => [spoilers_to, spoilers_by])(await columnsOf(house, id)),
      ),
    ),
    [
      [at, 'setting'],
      [0, 'said'],
      [null, ''],
    ],
  )
})

test('a canon that has grown places what named no part of it before, and moves what it knew', async () => {
  await using house = await openHouse()
  const take = (lines: string) => {
    const read = readCanon(`kind,code,parent,title\n${lines}`)
    if ('errors' in read) assert.fail(read.errors.join())
    return house.act({ kind: 'host' }, (ctx) => takeInCanon(ctx, 'lights', 'Lights', read.parts))
  }
  const { fandom } = await take('season,S1,,Season 1\nepisode,1x01,S1,First Light\n')
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'oriel', {
    said: saidOf({ fandom: fandom.id, timing: 'post-S2', summary: '', header: {} }),
  })
  await asBefore(house)
  await reread(house)
  assert.equal((await columnsOf(house, work)).timing_from, null)
  await take(
    'season,S0,,Season 0\nepisode,0x01,S0,Before\nseason,S1,,Season 1\nepisode,1x01,S1,First Light\nseason,S2,,Season 2\nepisode,2x01,S2,Second Light\n',
  )
  await reread(house)
  const now = await columnsOf(house, work)
  assert.deepEqual([now.timing_from, now.timing_relation, now.spoilers_to], [6, 'after', 6])
  await take(
    'season,S0,,Season 0\nepisode,0x01,S0,Before\nepisode,0x02,S0,Still Before\nseason,S1,,Season 1\nepisode,1x01,S1,First Light\nseason,S2,,Season 2\nepisode,2x01,S2,Second Light\n',
  )
  assert.deepEqual([(await columnsOf(house, work)).timing_from, (await columnsOf(house, work)).spoilers_to], [7, 7])
})

test('the migration leaves places as they are, and every work waiting to be read', async () => {
  await using ground = await openGround()
  await ground.look(async (_, engine) => {
    await migrate(engine, '0014-people-and-looks')
    const at = '2026-10-19T12:00:00.000Z'
    await sql`insert into works (uid, title, title_key, state, audience, is_unrevealed, is_anonymous, is_adult, form, header, summary, preface, epigraph, epigraph_by, notes, timing, timing_from, timing_to, timing_confidence, words, version, created_at, changed_at)
      values ('w1', 'A', 'a', 'posted', 'everyone', 0, 0, 0, '', '{}', '', '', '', '', '', 'S7', 3, 9, 80, 10, 1, ${at}, ${at})`.execute(
      engine.admin,
    )
    await migrate(engine)
    const kept = await sql<
      Record<string, unknown>
    >`select timing_from, timing_relation, spoilers_to, spoilers_by, timing_reader from works`.execute(engine.admin)
    const [row] = kept.rows
    assert.deepEqual(
      [
        Number(row?.['timing_from']),
        row?.['timing_relation'],
        row?.['spoilers_to'],
        row?.['spoilers_by'],
        Number(row?.['timing_reader']),
      ],
      [3, 'during', null, '', 0],
    )
  })
})

test('many are done at once, and each once', async () => {
  await using house = await openHouse()
  const { fandom } = await takeInCoast(house)
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'oriel', {
    said: saidOf({ fandom, timing: 'Fog Signal', summary: '', header: {} }),
  })
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const { id: _, ...row } = await db
        .selectFrom('works')
        .selectAll()
        .where('id', '=', work)
        .executeTakeFirstOrThrow()
      const copies = Array.from({ length: 44 }, (_unused, at) => ({ ...row, uid: ctx.uid(), once_key: `copy ${at}` }))
      await db.insertInto('works').values(copies).execute()
    }),
  )
  await asBefore(house)
  await reread(house)
  const [open, told] = await house.act({ kind: 'host' }, async ({ db }) => [
    await db.selectFrom('works').select('id').where('timing_reader', '<', 1).execute(),
    await db.selectFrom('changes').select('seq').where('name', '=', 'work.set').execute(),
  ])
  assert.deepEqual([open?.length, told?.length], [0, 45])
})

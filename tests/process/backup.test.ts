// Everything out of one archive and into another, by the real commands: beside a running server, and between the engines.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { paths } from '#src/schema/paths.ts'
import { tableOrder } from '#src/schema/tables.ts'
import { type Crowd, gathering, makeCrowd } from '../world/crowd.ts'
import { madeAt } from '../world/tidewater.ts'
import { engineKind } from '../support/database.ts'
import { backup, headerOf, restore } from '../support/process-backup.ts'
import { openClient } from '../support/process-client.ts'
import { allRows, assertSound, fillGround, openGround, type ProcessGround } from '../support/process-ground.ts'
import { assertOneSentence, startServer } from '../support/process.ts'

const source: { ground?: ProcessGround; crowd?: Crowd; file?: string } = {}
const ground = (): ProcessGround => source.ground ?? assert.fail()
const crowd = (): Crowd => source.crowd ?? assert.fail()
const file = (): string => source.file ?? assert.fail()

before(async () => {
  const { ground: filled, made } = await fillGround(madeAt, (engine) => makeCrowd(engine, { people: 60 }))
  Object.assign(source, { ground: filled, crowd: made, file: join(filled.folder, 'whole.zst') })
  // A text with what some readers of lines stumble over, and ids that were given and are gone.
  await filled.look(async (db) => {
    await db.updateTable('communities').set({ about: 'one\u2028two\u2029three\u0085four\nfive 🏮' }).execute()
    const template = { community_id: 1, template: null, fandom_id: null, adult_before: '["Grown"]', version: 2 }
    await db
      .insertInto('header_templates')
      .values({ ...template, changed_by: null, changed_at: madeAt })
      .execute()
    const link = { purpose: 'join', made_by: null, used_at: null, used_by: null } as const
    const times = { made_at: madeAt, expires_at: madeAt }
    await db
      .insertInto('one_time_links')
      .values({ ...link, ...times, token_hash: 'gone' })
      .execute()
    await db.deleteFrom('one_time_links').where('token_hash', '=', 'gone').execute()
  })
})
after(() => source.ground?.[Symbol.asyncDispose]())

const claim = paths.claims(gathering.community, gathering.round)

test('a backup beside a server that writes holds one moment, whole', async () => {
  await using server = await startServer(ground().folder, { env: ground().env, words: ['--test'] })
  await using client = openClient(server.address)
  const during = join(ground().folder, 'during.zst')
  let isDone = false
  const done = backup(ground(), during).finally(() => (isDone = true))
  for (const [at, member] of crowd().members.entries()) {
    const answer = await client.post(claim, { day: String(crowd().days[at % 10]) }, member.token)
    assert.equal(answer.status, 303, 'nobody notices that a backup is being made')
    if (isDone && at > 20) break
  }
  const { code, err, out } = await done
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /^\d+ rows are in /)
  await using copy = await openGround()
  assert.equal((await restore(copy, during)).code, 0)
  await assertSound(copy)
  const rows = await copy.look(async (db) => {
    const claims = await db.selectFrom('claims').select('id').orderBy('id').execute()
    const turns = await db.selectFrom('claim_turns').select('claim_id as id').orderBy('claim_id').execute()
    return { claims, turns }
  })
  assert.deepEqual(rows.turns, rows.claims, 'every claim with its turn, and no turn without its claim')
})

/** On PostgreSQL's turn both ways across; SQLite's turn stays at home. */
const directions = engineKind === 'sqlite' ? (['sqlite'] as const) : (['postgres', 'sqlite'] as const)

for (const kind of directions) {
  test(`every row of every table comes back on ${kind}, and no id is given out again`, async () => {
    assert.equal((await backup(ground(), file(), '--replace')).code, 0)
    await using copy = await openGround(kind)
    const done = await restore(copy, file())
    assert.deepEqual([done.code, done.err], [0, ''])
    const kept = await allRows(ground())
    assert.deepEqual(await allRows(copy), kept)
    assert.ok(Object.values(kept).flat().length > 200, 'there was something to compare')
    await assertSound(copy)
    await newIdsAreNew(copy)
    // And back again, through the other engine.
    const second = join(copy.folder, 'second.zst')
    await using third = await openGround(engineKind)
    const copied = await allRows(copy)
    assert.equal((await backup(copy, second)).code, 0)
    assert.equal((await restore(third, second)).code, 0)
    assert.deepEqual(await allRows(third), copied)
  })
}

async function newIdsAreNew(copy: ProcessGround): Promise<void> {
  const { given } = headerOf(file())
  assert.ok((given.one_time_links ?? 0) > 0, 'an id was given, although no row is left')
  await copy.look(async (db, engine) => {
    for (const [table, key] of tableOrder) {
      if (key === 'name') continue
      const last =
        engine.kind === 'sqlite'
          ? await sql<{
              n: number
            }>`select coalesce((select seq from sqlite_sequence where name = ${table}), 0) as n`.execute(db)
          : await sql<{
              n: number
            }>`select case when is_called then last_value else 0 end as n from ${sql.raw(`${table}_${key}_seq`)}`.execute(
              db,
            )
      assert.equal(last.rows[0]?.n, given[table], table)
    }
    const row = { purpose: 'join', token_hash: 'new', made_by: null, used_at: null, used_by: null } as const
    const { id } = await db
      .insertInto('one_time_links')
      .values({ ...row, made_at: madeAt, expires_at: madeAt })
      .returning('id')
      .executeTakeFirstOrThrow()
    assert.ok(id > (given.one_time_links ?? 0), `${id} was given before`)
  })
}

test('a restored site goes on: its people are signed in, and what they do gets new ids', async () => {
  await using copy = await openGround()
  copy.setClock(madeAt)
  assert.equal((await restore(copy, file())).code, 0)
  await using server = await startServer(copy.folder, { env: copy.env, words: ['--test'] })
  assert.doesNotMatch(server.out(), /set-up/)
  await using client = openClient(server.address)
  const [day] = crowd().days.toReversed()
  assert.equal((await client.post(claim, { day: String(day) }, crowd().members[0]?.token)).status, 303)
  assert.equal(
    (await client.post('/c/tidewater/rounds/lantern-season/claims', { day: '1' }, crowd().members[1]?.token)).status,
    303,
  )
  const { given } = headerOf(file())
  const newest = await copy.look((db) =>
    db.selectFrom('claim_turns').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow(),
  )
  assert.ok(newest.id > (given.claim_turns ?? 0))
})

test('a file that is not whole is refused and nothing is made of it', async () => {
  await using copy = await openGround()
  const whole = readFileSync(file())
  const altered = Buffer.from(whole)
  altered[Math.floor(whole.length / 2)] = (altered[Math.floor(whole.length / 2)] ?? 0) ^ 1
  const spoiled = join(ground().folder, 'spoiled.zst')
  for (const bytes of [
    whole.subarray(0, -20),
    whole.subarray(0, 1000),
    altered,
    Buffer.alloc(0),
    Buffer.from('a letter'),
  ]) {
    writeFileSync(spoiled, bytes)
    assertOneSentence(
      await restore(copy, spoiled),
      /spoiled\.zst is not a whole backup of Roundelay \(.*Nothing was changed/,
    )
  }
  assertOneSentence(await restore(copy, join(copy.folder, 'nowhere.zst')), /nowhere\.zst/)
  assert.equal(existsSync(join(copy.folder, 'roundelay.db')), false)
  assert.equal((await restore(copy, file())).code, 0, 'the folder is still empty')
})

test('an archive is never restored over another, nor under a running server', async () => {
  const kept = await allRows(ground())
  assertOneSentence(await restore(ground(), file()), /There is an archive here already/)
  assert.deepEqual(await allRows(ground()), kept)
  await using server = await startServer(ground().folder, { env: ground().env, words: ['--test'] })
  assertOneSentence(await restore(ground(), file()), new RegExp(`already served by process ${server.pid}`))
})

test('a backup that cannot be written leaves no half file, and the older one as it was', async () => {
  const folder = join(ground().folder, 'backups')
  mkdirSync(join(folder, 'a folder'), { recursive: true })
  writeFileSync(join(folder, 'older'), 'the older one')
  const places = [join(folder, 'older', 'below'), join(folder, 'a folder'), join(folder, 'nowhere', 'b.zst')]
  if (process.platform === 'linux') places.push('/proc/b.zst')
  for (const place of places) assertOneSentence(await backup(ground(), place), /could not be written to/)
  assert.deepEqual(readdirSync(folder).toSorted(), ['a folder', 'older'])
  assert.equal(readFileSync(join(folder, 'older'), 'utf8'), 'the older one')
  assertOneSentence(await backup(ground(), join(folder, 'older')), /older is there already: .* add --replace/)
  assert.equal(readFileSync(join(folder, 'older'), 'utf8'), 'the older one')
  assert.equal((await backup(ground(), join(folder, 'older'), '--replace')).code, 0)
  assert.equal(headerOf(join(folder, 'older')).roundelay, 'backup')
})

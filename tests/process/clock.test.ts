// Dates act in a real process, within ten seconds of their minute; and only a process under test believes a file.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#src/schema/paths.ts'
import { gathering, makeCrowd } from '../world/crowd.ts'
import { madeAt } from '../world/tidewater.ts'
import { openClient } from '../support/process-client.ts'
import { fillGround, type ProcessGround } from '../support/process-ground.ts'
import { startServer } from '../support/process.ts'

const turnsOf = (ground: ProcessGround) =>
  ground.look((db) =>
    db
      .selectFrom('claim_turns')
      .innerJoin('claims', 'claims.id', 'claim_turns.claim_id')
      .select(['claim_turns.event', 'claim_turns.to_state as to', 'claims.state', 'claims.grace_at as graceAt'])
      .select(['claim_turns.counts_at as countsAt', 'claim_turns.made_at as madeAt', 'claim_turns.by_whom as by'])
      .orderBy('claim_turns.id')
      .execute(),
  )

test('grace that passes is noticed within ten seconds, and counts from the promised moment', async (t) => {
  const { ground, made } = await fillGround(madeAt, (engine) => makeCrowd(engine, { people: 1 }))
  await using _ = ground
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const claimed = await client.post(
    paths.claims(gathering.community, gathering.round),
    { day: String(made.days[0]) },
    made.members[0]?.token,
  )
  assert.equal(claimed.status, 303)
  const graceAt = '2026-11-04T00:00:00.000Z'
  assert.equal((await turnsOf(ground))[0]?.graceAt, graceAt)
  // Two seconds before the end of grace: nothing may happen yet; then time runs on by itself.
  ground.setClock('2026-11-03T23:59:58.000Z')
  const began = performance.now()
  for (;;) {
    const turns = await turnsOf(ground)
    const waited = performance.now() - began
    if (turns.length > 1) {
      const [, passed] = turns
      const late = Date.parse(passed?.madeAt ?? '') - Date.parse(graceAt)
      t.diagnostic(`the sweep came ${late} ms after its moment`)
      assert.deepEqual(
        [passed?.event, passed?.by, passed?.to, passed?.state],
        ['grace-passes', 'clock', 'later', 'later'],
      )
      assert.equal(passed?.countsAt, graceAt)
      assert.ok(late >= 0 && late < 10_000, `${late} ms after its moment`)
      break
    }
    assert.ok(waited < 14_000, 'nothing happened')
    await pause(200)
  }
  await pause(6_000)
  assert.equal((await turnsOf(ground)).length, 2, 'the next sweep finds nothing left to do')
})

test('without --test nothing can tell a server another time', async () => {
  const { ground } = await fillGround('2031-01-01T00:00:00.000Z', (engine) => makeCrowd(engine, { people: 1 }))
  await using _ = ground
  const yearIn = async (words: readonly string[]): Promise<string> => {
    await using server = await startServer(ground.folder, { env: ground.env, words })
    await server.stop()
    const rows = await ground.look((db) =>
      db.selectFrom('settings').select('changed_at as at').where('name', '=', 'zone-data').execute(),
    )
    await ground.look((db) => db.deleteFrom('settings').where('name', '=', 'zone-data').execute())
    return rows[0]?.at.slice(0, 4) ?? assert.fail('it noted nothing')
  }
  assert.equal(await yearIn(['--test']), '2031')
  assert.equal(await yearIn([]), new Date().toISOString().slice(0, 4))
})

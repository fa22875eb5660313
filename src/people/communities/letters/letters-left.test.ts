// What becomes of letters when somebody leaves the site, and of requests from before there were any.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { letters } from '#src/schema/migrations/0016-letters.ts'
import { makeSchema } from '#src/schema/migrations/make-schema.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { makeMod, refused, rowsOf } from '#tests/world/deeds.ts'
import { comesBack, everythingKept, leave } from '#tests/world/leaving.ts'
import { answer, read, toMods } from '#tests/world/letters.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const here = '/c/tidewater'

test('who leaves the site takes their letters along: out of sight at once, erased after thirty days', async () => {
  await using house = await openHouse()
  const thread = await toMods(house, 'ismay', { subject: 'The xylophone', body: 'It is a xylophone.' })
  await answer(house, 'mara', thread, 'So it is, a xylophone.')
  await house.runJobs()
  await leave(house, 'ismay', 'named')
  assert.equal((await refused(answer(house, 'mara', thread, 'Still there?'))).code, 'letter/missing')
  assert.doesNotMatch((await (await house.as('mara')).visit(paths.letters('tidewater'))).text, /xylophone/)
  await comesBack(house, 'ismay')
  assert.match((await (await house.as('mara')).visit(paths.letters('tidewater'))).text, /xylophone/)
  await leave(house, 'ismay', 'named')
  house.pass(31 * 86_400_000)
  await house.runJobs()
  assert.doesNotMatch(await everythingKept(house), /xylophone/)
})

test('of a mod who leaves the site the letters to others stay, without a name', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const thread = await toMods(house, 'oriel')
  await answer(house, 'tane', thread, 'I go up tonight.')
  await leave(house, 'tane', 'deleted')
  const page = await (await house.as('oriel')).visit(paths.letter('tidewater', thread))
  assert.match(page.text, /A mod who has left, for the mods.*I go up tonight\./)
  house.pass(31 * 86_400_000)
  await house.runJobs()
  assert.deepEqual(await read(house, 'oriel', thread), [
    'person Oriel Finch: It is out again.\n\nSince Thursday.',
    'mods undefined: I go up tonight.',
  ])
  assert.doesNotMatch(await everythingKept(house), /Tāne/)
})

test('who asked to join before there were letters still asks, and came from nowhere', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const { engine } = house.ground
  await sql.raw('drop table letters').execute(engine.admin)
  await sql.raw('drop table letter_threads').execute(engine.admin)
  await sql.raw('alter table join_requests drop column came_from').execute(engine.admin)
  await sql
    .raw(
      `insert into join_requests (community_id, account_id, state, says, asked_at, answer)
       values (1, ${accountOf('stranger')}, 'waiting', 'I keep a lamp.', '2026-10-20T12:00:00.000Z', '')`,
    )
    .execute(engine.admin)
  await letters(makeSchema(engine.kind, engine.admin))
  const mara = await house.as('mara')
  assert.match((await mara.visit(`${here}/members`)).text, /I keep a lamp\./)
  await mara.submit(`${here}/requests/1`, { do: 'yes' })
  await toMods(house, 'stranger')
  await house.runJobs()
  const accepted = (await rowsOf(house, 'mails')).find(({ subject }) => subject === 'You are a member of Tidewater')
  assert.equal(accepted?.link_path, here)
})

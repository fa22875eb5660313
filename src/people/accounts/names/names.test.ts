// The names of one person: each is nobody else's, one stands first, and one that was used is never lost.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findOrReserveName, listMyPenNames } from '#src/people/accounts/accounts.ts'
import { followNameKeys } from '#src/people/accounts/names/name-keys.ts'
import {
  addName,
  bringNameBack,
  letNameGo,
  listMyNames,
  makeFirst,
  putNameAway,
} from '#src/people/accounts/names/names.ts'
import { referring } from '#src/people/accounts/names/names.store.ts'
import { writeSetting } from '#src/platform/settings.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { enter, refused, rowsOf, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const host = { kind: 'host' } as const

const add = (house: TestHouse, name: string, who: PersonName = 'oriel') => house.act(who, (ctx) => addName(ctx, name))

const namesOf = async (house: TestHouse, who: PersonName = 'oriel'): Promise<string[]> =>
  (await house.act(who, (ctx) => listMyPenNames(ctx.db, accountOf(who)))).map(({ name }) => name)

test('a person may have several names, and the one that is made first stands first', async () => {
  await using house = await openHouse()
  const { id } = await add(house, 'Brindle')
  assert.deepEqual(await namesOf(house), ['Oriel Finch', 'Brindle'])
  await house.act('oriel', (ctx) => makeFirst(ctx, id))
  assert.deepEqual(await namesOf(house), ['Brindle', 'Oriel Finch'])
  assert.match((await (await house.as('oriel')).visit('/')).text, /Brindle/)
})

test('no name is taken that is somebody’s, however it is written; one’s own is said to be one’s own', async () => {
  await using house = await openHouse()
  for (const name of ['Teuea', 'Тeuеa', 'te_uea', 'Tane of the reeds', 'ismay writes']) {
    assert.equal((await refused(add(house, name))).code, 'pen-name/taken', name)
  }
  for (const name of ['0riel Finch', 'OrieI_Finch'])
    assert.equal((await refused(add(house, name))).code, 'pen-name/own')
  assert.equal((await refused(add(house, ' .- '))).code, 'pen-name/empty')
})

test('whoever was entered by a mod and chooses that name hears how it becomes theirs', async () => {
  await using house = await openHouse()
  await enter(house, 'mara', 'Ann Teak', '11-02')
  const refusal = await refused(add(house, 'ann_teak'))
  assert.match(refusal.sentence, /ask the mod for a link/)
})

test('two tabs that add the same name at once make one of it', async () => {
  await using house = await openHouse()
  const outcomes = await Promise.allSettled([add(house, 'Brindle'), add(house, 'brindle', 'ismay')])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a name that is put away stays its owner’s, is offered no more, and comes back when it is asked for again', async () => {
  await using house = await openHouse()
  const { id } = await add(house, 'Brindle')
  await house.act('oriel', (ctx) => putNameAway(ctx, id))
  assert.deepEqual(await namesOf(house), ['Oriel Finch'])
  assert.equal((await refused(add(house, 'Brindle', 'ismay'))).code, 'pen-name/taken')
  await house.act('oriel', (ctx) => bringNameBack(ctx, id))
  await house.act('oriel', (ctx) => putNameAway(ctx, id))
  await add(house, 'brindle')
  assert.deepEqual(await namesOf(house), ['Oriel Finch', 'Brindle'])
})

test('the first name is neither put away nor let go, so nobody is left without one', async () => {
  await using house = await openHouse()
  const [first] = await house.act('oriel', (ctx) => listMyNames(ctx.db, accountOf('oriel')))
  const id = first?.id ?? 0
  assert.equal((await refused(house.act('oriel', (ctx) => putNameAway(ctx, id)))).code, 'pen-name/first')
  assert.equal((await refused(house.act('oriel', (ctx) => letNameGo(ctx, id)))).code, 'pen-name/first')
})

test('a name that was never used can be let go, and then it is anybody’s; one that stands on a day cannot', async () => {
  await using house = await openHouse()
  const brindle = await add(house, 'Brindle')
  await house.act('oriel', (ctx) => letNameGo(ctx, brindle.id))
  await add(house, 'Brindle', 'ismay')
  const { penName } = await take(house, 'oriel', '11-02')
  const other = await add(house, 'Sorrel')
  await house.act('oriel', (ctx) => makeFirst(ctx, other.id))
  assert.equal((await refused(house.act('oriel', (ctx) => letNameGo(ctx, penName)))).code, 'pen-name/used')
})

test('the names of others are none of one’s business', async () => {
  await using house = await openHouse()
  const { id } = await add(house, 'Brindle')
  for (const act of [makeFirst, putNameAway, bringNameBack, letNameGo])
    assert.equal((await refused(house.act('ismay', (ctx) => act(ctx, id)))).kind, 'missing')
})

test('one person has at most twenty names', async () => {
  await using house = await openHouse()
  for (let at = 2; at <= 20; at += 1) await add(house, `Brindle the ${at}th`)
  assert.equal((await refused(add(house, 'Brindle the last'))).code, 'pen-name/too-many')
})

test('everything that refers to a name is known to whoever would let it go', () => {
  const dump = readFileSync(new URL('../../../schema/dumps/postgres.sql', import.meta.url), 'utf8')
  const found = dump.matchAll(/^(\w+) FOREIGN KEY \((\w+)\) REFERENCES pen_names\(id\)/gm)
  assert.deepEqual(
    new Set([...found].map((match) => `${match[1]}.${match[2]}`)),
    new Set(referring.map(([table, column]) => `${table}.${column}`)),
  )
})

test('names from before the rules became stricter keep their owners; nobody new comes beside them', async () => {
  await using house = await openHouse()
  await house.act(host, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      const old = [
        [accountOf('nour'), 'OrieI Finch', 'orieifinch'],
        [accountOf('teuea'), 'ɡannet', 'ɡannet'],
      ] as const
      for (const [account_id, name, name_key] of old) {
        const row = { uid: tx.uid(), account_id, name, name_key, created_at: tx.now() }
        await tx.db.insertInto('pen_names').values(row).execute()
      }
      await writeSetting(tx, 'pen-name-keys', 0)
    }),
  )
  for (let time = 0; time < 2; time += 1) await house.act(host, followNameKeys)
  const keys = new Map((await rowsOf(house, 'pen_names')).map((row) => [row.name, row.name_key]))
  assert.equal(keys.get('Oriel Finch'), 'orielfinch')
  assert.match(keys.get('OrieI Finch') ?? '', /^orielfinch \d+$/)
  assert.equal(keys.get('ɡannet'), 'gannet')
  assert.equal((await refused(add(house, 'Gannet'))).code, 'pen-name/taken')
  const reach = (name: string) =>
    house.act(host, (ctx) => ctx.atomically('nothing', async (tx) => (await findOrReserveName(tx, name)).account))
  assert.equal(await reach('OrieI Finch'), accountOf('nour'))
  assert.equal(await reach('oriel finch'), accountOf('oriel'))
})

// What a key opens is seen by its holder as by a creator, and by nobody else more than before: not by the key to another day of the name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Updateable } from 'kysely'
import { toInstant } from '#src/kit/instants.ts'
import type { WorksTable } from '#src/schema/library/works.ts'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { enterByMail, holderOf, pageOf } from '#tests/world/keys.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const at = toInstant('2026-11-04T12:00:00.000Z')

const states: Readonly<Record<string, Updateable<WorksTable>>> = {
  draft: { state: 'draft', revealed_at: null },
  scheduled: { state: 'scheduled', revealed_at: null, goes_up_at: toInstant('2026-11-05T00:00:00.000Z') },
  'taken down': { state: 'withdrawn' },
  unrevealed: { is_unrevealed: 1 },
  hidden: { hidden_at: at },
  'for members': { audience: 'members' },
  anonymous: { is_anonymous: 1 },
  deleted: { deleted_at: at },
}

const change = (house: TestHouse, work: number, columns: Updateable<WorksTable>) =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const as = { is_unrevealed: 0, is_anonymous: 0, hidden_at: null, deleted_at: null } as const
      const usual = { ...as, state: 'posted', audience: 'everyone', revealed_at: at, goes_up_at: null } as const
      await db
        .updateTable('works')
        .set({ ...usual, ...columns })
        .where('id', '=', work)
        .execute()
    }),
  )

const roads = (work: number): string[] => [
  `/works/${work}`,
  `/works/${work}/edit`,
  `/works/${work}/history`,
  `/works/${work}/download.epub`,
  '/c/tidewater/rounds/lantern-season',
  '/c/tidewater/rounds/lantern-season?as=list',
  '/c/tidewater/rounds/lantern-season/masterlist',
  '/c/tidewater/rounds/lantern-season/feed.atom',
  '/c/tidewater',
  '/',
]

/** With words of its own that differ for everybody left out. */
async function told(visitor: Visitor, path: string): Promise<string> {
  const { status, text, html } = await visitor.visit(path)
  const secrets = ['Xylotitle', 'Xylosummary', 'Ann Teak'].filter((word) => html.includes(word))
  return `${path} ${status} ${/Xylo/.test(text) ? secrets.join() : secrets.filter((word) => word !== 'Ann Teak').join()}`
}

test('in every state of a work the key to another day of the same name shows what guests see', async () => {
  await using house = await openHouse({ mail: 'sent', at: '2026-10-20T12:00:00.000Z' })
  const own = await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  await enterByMail(house, '11-06', { email: 'other@mail.example' })
  const other = await holderOf(house, 'other@mail.example')
  house.at(at)
  const said = saidOf({ title: 'Xylotitle', summary: 'Xylosummary' })
  const { work } = await post(house, 'mara', { claim: own.id, said })
  for (const [name, columns] of Object.entries(states)) {
    await change(house, work, columns)
    const guest = house.guest()
    for (const path of roads(work)) assert.equal(await told(other, path), await told(guest, path), `${name}: ${path}`)
    const seen = await holder.visit(`/works/${work}`)
    assert.equal(seen.status, name === 'deleted' ? 404 : 200, name)
    assert.equal((await holder.visit(`/works/${work}/edit`)).status, seen.status, name)
    if (name !== 'deleted') assert.match(seen.text, /Xylotitle.*Ann Teak/, name)
  }
})

test('what a holder of a key reads is kept for no guest', async () => {
  const cache = openPageCache()
  await using house = await openHouse({ mail: 'sent', cache })
  const claim = await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  house.at(at)
  const { work } = await post(house, { kind: 'key', claim: claim.id, penName: claim.penName }, { claim: claim.id })
  await change(house, work, { is_unrevealed: 1 })
  assert.equal((await holder.visit(`/works/${work}`)).status, 200)
  assert.match((await holder.visit('/c/tidewater/rounds/lantern-season')).text, /Your day/)
  assert.equal((await house.guest().visit(`/works/${work}`)).status, 404)
  assert.doesNotMatch((await house.guest().visit('/c/tidewater/rounds/lantern-season')).text, /Your day/)
})

test('what is written with a key is no mod’s to change while somebody has it; a draft never is', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const claim = await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  house.at(at)
  const asKey = { kind: 'key', claim: claim.id, penName: claim.penName } as const
  const { work } = await post(house, asKey, { claim: claim.id })
  const { work: draft } = await post(house, asKey, { claim: claim.id, role: 'extra', onceKey: 'another' })
  await change(house, draft, { state: 'draft', revealed_at: null })
  const mara = await house.as('mara')
  const statuses = async () => [
    (await mara.visit(`/works/${work}/edit`)).status,
    (await mara.visit(`/works/${draft}/edit`)).status,
  ]
  assert.deepEqual(await statuses(), [404, 404])
  assert.equal((await holder.visit(`/works/${work}/edit`)).status, 200)
  await holder.visit('/key/forgetting')
  await holder.submit('/key/forgetting')
  assert.deepEqual(await statuses(), [200, 404])
})

test('a key says nothing of other claims, and nobody reads a draft that is written by it', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const own = await enterByMail(house, '11-04')
  const holder = await holderOf(house)
  const other = await enterByMail(house, '11-06', { name: 'Bo Sun', email: 'bo@mail.example' })
  const bo = await holderOf(house, 'bo@mail.example')
  const to = `/c/tidewater/rounds/lantern-season/post?claim=${own.id}`
  await holder.visit(to)
  await holder.submit(to, { do: 'fill' })
  const kept = await holder.submit(to, { title: 'Xylodraft', text: 'Not yet.', do: 'draft' })
  const work = /work=(\d+)/.exec(kept.path)?.[1] ?? assert.fail(kept.path)
  for (const visitor of [bo, house.guest(), await house.as('mara'), await house.as('oriel')]) {
    for (const path of [`/works/${work}`, `/works/${work}/edit`, kept.path, pageOf(own), '/c/tidewater/desk'])
      assert.doesNotMatch((await visitor.visit(path)).html, /Xylodraft/, path)
  }
  assert.equal((await bo.visit(pageOf(own))).status, 404)
  assert.equal((await holder.visit(pageOf(other))).status, 404)
})

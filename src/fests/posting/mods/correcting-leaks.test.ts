// For whom there is nothing to correct, hide or judge: every state of a work, every kind of viewer; and who puts a correction back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Updateable } from 'kysely'
import { toInstant } from '#src/kit/instants.ts'
import { foundCommunity } from '#src/people/communities/communities.ts'
import type { WorksTable } from '#src/schema/library/works.ts'
import { paths } from '#src/schema/paths.ts'
import { unguarded } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf } from '#tests/world/tidewater.ts'

async function posted(house: TestHouse, change: Parameters<typeof saidOf>[0] = {}): Promise<number> {
  house.at('2026-11-16T12:00:00.000Z')
  return (await post(house, 'oriel', { said: saidOf(change) })).work
}

const at = toInstant('2026-11-16T13:00:00.000Z')

const cases: readonly { readonly name: string; readonly columns: Updateable<WorksTable>; readonly isThere: boolean }[] =
  [
    { name: 'posted', columns: {}, isThere: true },
    { name: 'hidden', columns: { hidden_at: at }, isThere: true },
    { name: 'unrevealed and anonymous', columns: { is_unrevealed: 1, is_anonymous: 1 }, isThere: true },
    { name: 'for members', columns: { audience: 'members' }, isThere: true },
    { name: 'deleted', columns: { deleted_at: at }, isThere: false },
    { name: 'draft', columns: { state: 'draft' }, isThere: false },
    { name: 'scheduled', columns: { state: 'scheduled', goes_up_at: at }, isThere: false },
    { name: 'taken down', columns: { state: 'withdrawn' }, isThere: false },
    { name: 'of no community', columns: { community_id: null }, isThere: false },
  ]

for (const { name, columns, isThere } of cases) {
  test(`${name}: ${isThere ? 'its mods alone may correct it' : 'there is nothing to correct, for mods either'}`, async () => {
    await using house = await openHouse()
    const work = await posted(house, { title: 'Xylotitle' })
    await house.act({ kind: 'person', account: accountOf('stranger'), session: 0, isAdmin: true }, (ctx) =>
      foundCommunity(ctx, { name: 'Elsewhere', about: '', zone: 'UTC' }),
    )
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db
          .updateTable('works')
          .set({ title: 'Xylotitle', ...columns })
          .where('id', '=', work)
          .execute(),
      ),
    )
    const visitors = {
      guest: house.guest(),
      'a mod of another community': await house.as('stranger'),
      'a member': await house.as('ismay'),
      'its creator': await house.as('oriel'),
      ...(isThere ? {} : { 'its mod': await house.as('mara') }),
    }
    for (const [who, visitor] of Object.entries(visitors)) {
      const page = await visitor.visit(paths.workCorrection(work))
      assert.equal(page.status, 404, who)
      assert.doesNotMatch(unguarded(page.html), /xylo/i, who)
      const cookies = await visitor.visit('/')
      const csrf = /name="_csrf" value="([^"]+)"/.exec(cookies.html)?.[1] ?? ''
      for (const path of [paths.workCorrection(work), paths.workHiding(work), paths.workCounting(work)]) {
        const pressed = await visitor.post(path, { _csrf: csrf, title: 'Zylo', line: 'a', reason: 'a', version: '1' })
        assert.equal(pressed.status, 404, `${who}, ${path}`)
        assert.doesNotMatch(unguarded(await pressed.text()), /xylo/i, who)
      }
    }
    if (!isThere) return
    const mara = await house.as('mara')
    const page = await mara.visit(paths.workCorrection(work))
    assert.match(page.html, /value="Xylotitle"/)
    assert.doesNotMatch(page.html, /Dear Tobias|slipway|penny_post, and for the goose/)
  })
}

test('only its creators put a correction back, and only one of this work', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const mara = await house.as('mara')
  await mara.visit(paths.workCorrection(work))
  await mara.submit(paths.workCorrection(work), { title: 'Somebody Awake' })
  for (const who of ['ismay', 'mara'] as const) {
    const visitor = await house.as(who)
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await visitor.visit('/')).html)?.[1] ?? ''
    assert.equal((await visitor.post(paths.workPuttingBack(work), { _csrf: csrf, correction: '1' })).status, 404)
  }
  const other = (await post(house, 'oriel', { said: saidOf({ title: 'Another' }) })).work
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workHistory(work))
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await oriel.visit('/')).html)?.[1] ?? ''
  assert.equal((await oriel.post(paths.workPuttingBack(other), { _csrf: csrf, correction: '1' })).status, 404)
})

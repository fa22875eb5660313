// What is not for somebody is in none of the lists either: the masterlist in each order, what is copied of it, canon and its ways.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Updateable } from 'kysely'
import { toInstant } from '#src/kit/instants.ts'
import type { WorksTable } from '#src/schema/library/works.ts'
import { unguarded } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { take } from '#tests/world/deeds.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const viewers = ['guest', 'stranger', 'member', 'mod', 'creator'] as const
type ViewerName = (typeof viewers)[number]

type Case = {
  readonly columns: Updateable<WorksTable>
  readonly listedFor: readonly ViewerName[]
  readonly namedTo: readonly ViewerName[]
}

const at = toInstant('2026-11-04T12:00:00.000Z')
const insiders = ['mod', 'creator'] as const
const unseen = { listedFor: [], namedTo: viewers }

const cases: Readonly<Record<string, Case>> = {
  'posted for everybody': { columns: {}, listedFor: viewers, namedTo: viewers },
  draft: { columns: { state: 'draft', revealed_at: null }, ...unseen },
  scheduled: {
    columns: { state: 'scheduled', revealed_at: null, goes_up_at: toInstant('2026-11-05T00:00:00.000Z') },
    ...unseen,
  },
  'taken down': { columns: { state: 'withdrawn' }, ...unseen },
  deleted: { columns: { deleted_at: at }, ...unseen },
  unrevealed: { columns: { is_unrevealed: 1 }, ...unseen, listedFor: insiders },
  hidden: { columns: { hidden_at: at }, ...unseen, listedFor: insiders },
  'for members': { columns: { audience: 'members' }, ...unseen, listedFor: ['member', ...insiders] },
  anonymous: { columns: { is_anonymous: 1 }, listedFor: viewers, namedTo: insiders },
  'unrevealed and anonymous': {
    columns: { is_unrevealed: 1, is_anonymous: 1 },
    listedFor: insiders,
    namedTo: insiders,
  },
}

const master = '/c/tidewater/rounds/lantern-season/masterlist'
const orders = ['day', 'creator', 'kind', 'rating', 'timing'] as const

/** Where each viewer meets what they may see, and where everybody meets what a guest may. */
const lists = [...orders.map((by) => `${master}?by=${by}`), '/fandoms/lantern-coast/works']
const copies = orders.flatMap((by) =>
  ['html', 'markdown', 'bbcode', 'text'].map((as) => `${master}/copy?by=${by}&as=${as}`),
)

const enter = async (house: TestHouse): Promise<Record<ViewerName, Visitor>> => ({
  guest: house.guest(),
  stranger: await house.as('stranger'),
  member: await house.as('ismay'),
  mod: await house.as('mara'),
  creator: await house.as('oriel'),
})

/** A secret piece of Oriel’s between two of Nour’s, in the order of the days and in canon. */
async function openWith(columns: Updateable<WorksTable>) {
  const house = await openHouse()
  const coast = await takeInCoast(house)
  const nour = [await take(house, 'nour', '11-03'), await take(house, 'nour', '11-05')] as const
  const claim = await take(house, 'oriel', '11-04')
  const put = async (who: 'nour' | 'oriel', of: { id: number }, said: Parameters<typeof saidOf>) =>
    (await post(house, who, { claim: of.id, said: saidOf(...said), when: 'now' })).work
  house.at('2026-11-03T12:00:00.000Z')
  const before = await put('nour', nour[0], [{ title: 'Before', ...coast.at('Harbour Mist') }])
  house.at(at)
  const secret = { title: 'Xylotitle', form: 'xyloform', ...coast.at('Fog Signal'), timing: 'Xylotiming' }
  const work = await put('oriel', claim, [secret, { tags: [{ kind: 'rating', name: 'Xylorating' }] }])
  house.at('2026-11-05T12:00:00.000Z')
  const after = await put('nour', nour[1], [{ title: 'After', ...coast.at('Ballast') }])
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('works')
        .set({ title_key: 'x', ...columns })
        .where('id', '=', work)
        .execute(),
    ),
  )
  return { house, work, before, after }
}

for (const [name, { columns, listedFor, namedTo }] of Object.entries(cases)) {
  test(`${name}: whoever may not see it finds no trace of it in any list, nor in what is copied out`, async () => {
    const { house, work, before, after } = await openWith(columns)
    await using _ = house
    const hasIt = (html: string, isListed: boolean, where: string): void => {
      if (isListed) return assert.match(html, /Xylotitle/, where)
      assert.doesNotMatch(unguarded(html), /xylo/i, where)
      assert.doesNotMatch(html, new RegExp(`(works/|piece-)${work}(?!\\d)`), where)
    }
    for (const [viewer, visitor] of Object.entries(await enter(house))) {
      const is = (list: readonly string[]): boolean => list.includes(viewer)
      // Their own name stands in their own masthead.
      const names = (html: string): boolean =>
        /Oriel/.test(viewer === 'creator' ? html.replace(/<header[\s\S]*?<\/header>/, '') : html)
      for (const path of lists) {
        const { html, status } = await visitor.visit(path)
        const where = `${name}, ${viewer}, ${path}`
        assert.equal(status, 200, where)
        hasIt(html, is(listedFor), where)
        assert.equal(names(html), is(listedFor) && is(namedTo), `${where}: named`)
        assert.match(html, /Before[\s\S]*After/, where)
      }
      for (const path of copies) {
        const { html } = await visitor.visit(path)
        const where = `${name}, ${viewer}, ${path}`
        hasIt(html, listedFor.includes('guest'), where)
        assert.equal(names(html), listedFor.includes('guest') && namedTo.includes('guest'), `${where}: named`)
      }
      for (const [other, next] of [
        [before, after],
        [after, before],
      ] as const) {
        const { html, text } = await visitor.visit(`/works/${other}`)
        const where = `${name}, ${viewer}, beside ${other}`
        hasIt(html, is(listedFor), where)
        const isNext = html.slice(html.indexOf('in canon order"')).includes(`href="/works/${next}"`)
        assert.equal(isNext, !is(listedFor), `${where}: the way goes on past what is hidden`)
        assert.match(text, /In canon order, (before it|next)/, where)
      }
    }
  })
}

test('how many pieces stand under a heading tells nobody of those they may not see', async () => {
  const { house } = await openWith({ is_unrevealed: 1 })
  await using _ = house
  const guest = await house.guest().visit(master)
  assert.match(guest.text, /Masterlist 2 pieces/)
  assert.doesNotMatch(guest.text, /4 November/)
  assert.match((await house.guest().visit('/fandoms/lantern-coast/works')).text, /In canon order 2 works/)
  assert.match((await (await house.as('mara')).visit(master)).text, /Masterlist 3 pieces/)
})

// Nothing that concerns somebody else is shown before they have agreed; they may change their mind; and no answer tells more than it says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addName } from '#src/people/accounts/names/names.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { answer, asked, firstName, readAsGuest, twoWorks } from '#tests/world/asks.ts'
import { refused, take } from '#tests/world/deeds.ts'
import { leave } from '#tests/world/leaving.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf } from '#tests/world/tidewater.ts'
import { answerAsk, creditSomebody, giveWork, inviteCoAuthor, takeAskBack, type TieKind, tieWork } from './asks.ts'
import { openOwnPeople } from './own-asks.ts'

test('a question that is taken back and put again is one letter', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const name = await firstName(house, 'ismay')
  for (let times = 0; times < 3; times += 1) {
    await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name, role: 'beta' }))
    await house.runJobs()
    const [said] = (await house.act('oriel', (ctx) => openOwnPeople(ctx, work))).said
    await house.act('oriel', (ctx) => takeAskBack(ctx, { work, ask: said?.id ?? 0 }))
  }
  assert.equal((await house.mailbox()).filter(({ subject }) => /question about/.test(subject)).length, 1)
  assert.deepEqual(await asked(house, 'ismay'), [])
})

test('a member is credited once they agree, and anybody else as they are written', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const name = await firstName(house, 'ismay')
  await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name, role: 'beta' }))
  await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name: 'A friend from the harbour', role: 'cheering' }))
  assert.match(await readAsGuest(house, work), /With help from A friend from the harbour \(cheering\)/)
  assert.doesNotMatch(await readAsGuest(house, work), new RegExp(name))
  await answer(house, 'ismay', 'agree')
  assert.match(await readAsGuest(house, work), new RegExp(`With help from ${name} \\(beta\\), A friend`))
  await answer(house, 'ismay', 'decline')
  assert.doesNotMatch(await readAsGuest(house, work), new RegExp(name))
})

test('a gift is quietly declined: its giver does not hear of it', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const name = await firstName(house, 'ismay')
  await house.act('oriel', (ctx) => giveWork(ctx, work, name))
  const seen = async () => JSON.stringify((await house.act('oriel', (ctx) => openOwnPeople(ctx, work))).said)
  const before = await seen()
  await answer(house, 'ismay', 'decline')
  assert.equal(await seen(), before)
  await answer(house, 'ismay', 'agree')
  assert.match(await readAsGuest(house, work), new RegExp(`A gift for ${name}`))
})

for (const kind of ['inspired-by', 'remix', 'translation', 'podfic'] as const satisfies readonly TieKind[]) {
  test(`${kind}: two works lead to each other once whoever made the other one has agreed, and never when they refuse`, async () => {
    const { house, work, other } = await twoWorks()
    await using _ = house
    await house.act('oriel', (ctx) => tieWork(ctx, work, { kind, to: { work: other } }))
    const tied = async () => [
      /(?:by|of) Salt in the Ink/.test(await readAsGuest(house, work)),
      /What came of it/.test(await readAsGuest(house, other)),
    ]
    assert.deepEqual(await tied(), [false, false])
    await answer(house, 'ismay', 'decline')
    assert.deepEqual(await tied(), [false, false])
    await answer(house, 'ismay', 'agree')
    assert.deepEqual(await tied(), [true, true])
    for (const hidden of [work, other]) {
      await setColumns(house, hidden, { is_unrevealed: 1 })
      const [shown] = await Promise.all([work, other].filter((id) => id !== hidden).map((id) => readAsGuest(house, id)))
      assert.doesNotMatch(shown ?? '', hidden === other ? /(?:by|of) Salt in the Ink/ : /What came of it/)
      await setColumns(house, hidden, { is_unrevealed: 0 })
    }
  })
}

async function setColumns(house: TestHouse, work: number, set: { is_unrevealed?: 0 | 1; is_anonymous?: 0 | 1 }) {
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) => db.updateTable('works').set(set).where('id', '=', work).execute()),
  )
}

test('an outside address stands as it is, and a work that may not be seen cannot be named', async () => {
  const { house, work, other } = await twoWorks()
  await using _ = house
  const to = { url: 'https://archive.example/7', words: 'The Drowned Bell, by tidewrack' }
  await house.act('oriel', (ctx) => tieWork(ctx, work, { kind: 'podfic', to }))
  assert.match(await readAsGuest(house, work), /A podfic of The Drowned Bell, by tidewrack/)
  await setColumns(house, other, { is_unrevealed: 1 })
  for (const hidden of [other, 9_999, work]) {
    const tie = house.act('oriel', (ctx) => tieWork(ctx, work, { kind: 'remix', to: { work: hidden } }))
    assert.equal((await refused(tie)).code, 'ask/no-such-work')
  }
})

test('of a work that they may not see yet nobody hears, and afterwards without the name that is hidden', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const name = await firstName(house, 'ismay')
  await setColumns(house, work, { is_unrevealed: 1, is_anonymous: 1 })
  await house.act('oriel', (ctx) => giveWork(ctx, work, name))
  await house.runJobs()
  assert.deepEqual(await asked(house, 'ismay'), [])
  assert.ok((await house.mailbox()).every(({ subject }) => !/question about/.test(subject)))
  await setColumns(house, work, { is_unrevealed: 0 })
  const [ask] = await asked(house, 'ismay')
  assert.deepEqual(ask?.by, [])
  const page = await (await house.as('ismay')).visit(paths.ask(ask?.id ?? 0))
  assert.match(page.text, /by somebody whose name is not shown yet/)
  assert.doesNotMatch(page.text, /Oriel/)
})

test('an ask is there for nobody but whoever is asked', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  await house.act('oriel', async (ctx) => giveWork(ctx, work, await firstName(house, 'ismay')))
  const [ask] = await asked(house, 'ismay')
  for (const who of ['oriel', 'mara', 'stranger'] as const) {
    assert.equal((await (await house.as(who)).visit(paths.ask(ask?.id ?? 0))).status, 404)
    const answered = house.act(who, (ctx) => answerAsk(ctx, ask?.id ?? 0, 'agree'))
    assert.equal((await refused(answered)).code, 'ask/missing')
    if (who === 'oriel') continue
    assert.equal((await (await house.as(who)).visit(paths.workPeople(work))).status, 404)
    const given = house.act(who, (ctx) => giveWork(ctx, work, 'Anybody'))
    assert.equal((await refused(given)).code, 'work/missing')
  }
})

test('who is asked under one name is never told from another person by it', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const first = await firstName(house, 'ismay')
  await house.act('ismay', (ctx) => addName(ctx, 'Brindle'))
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, 'Brindle'))
  await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name: 'Brindle', role: 'beta' }))
  await house.runJobs()
  for (const at of [0, 1]) await answer(house, 'ismay', 'agree', at)
  await house.runJobs()
  const pages = [
    await readAsGuest(house, work),
    (await (await house.as('oriel')).visit(paths.workPeople(work))).text,
    JSON.stringify((await house.mailbox()).filter(({ account }) => account === accountOf('oriel'))),
  ]
  for (const page of pages) {
    assert.match(page, /Brindle/)
    assert.doesNotMatch(page, new RegExp(first))
  }
})

test('works of one name are tied at once, and works of two names of one person like those of two people', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const claim = await take(house, 'oriel', '11-12')
  house.at('2026-11-12T12:00:00.000Z')
  const { work: second } = await post(house, 'oriel', { claim: claim.id, said: saidOf({ title: 'The Second' }) })
  await house.act('oriel', (ctx) => tieWork(ctx, second, { kind: 'inspired-by', to: { work } }))
  assert.match(await readAsGuest(house, work), /What came of it The Second/)
  assert.deepEqual(
    (await asked(house, 'oriel')).map(({ state }) => state),
    ['agreed'],
  )
  await house.act('oriel', (ctx) => addName(ctx, 'Brindle'))
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const { id } = await db
        .selectFrom('pen_names')
        .select('id')
        .where('name', '=', 'Brindle')
        .executeTakeFirstOrThrow()
      await db.updateTable('work_creators').set({ pen_name_id: id }).where('work_id', '=', work).execute()
    }),
  )
  await house.act('oriel', (ctx) => tieWork(ctx, second, { kind: 'remix', to: { work } }))
  assert.deepEqual(
    (await asked(house, 'oriel')).map(({ state }) => state),
    ['agreed', 'open'],
  )
})

for (const works of ['named', 'nameless', 'deleted'] as const) {
  test(`whoever leaves (${works}) ${works === 'named' ? 'stays' : 'is no longer'} named with the works of others`, async () => {
    const { house, work } = await twoWorks()
    await using _ = house
    const name = await firstName(house, 'ismay')
    await house.act('oriel', (ctx) => creditSomebody(ctx, work, { name, role: 'beta' }))
    await answer(house, 'ismay', 'agree')
    await leave(house, 'ismay', works)
    const shown = works === 'named'
    assert.equal(new RegExp(name).test(await readAsGuest(house, work)), shown)
    house.pass(31 * 86_400_000)
    await house.runJobs()
    assert.equal(new RegExp(name).test(await readAsGuest(house, work)), shown)
  })
}

test('what the header thanks is offered where it names a member', async () => {
  const house = await openHouse()
  await using _ = house
  const name = await firstName(house, 'ismay')
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const header = { beta: `Thanks to ${name} and the goose`, recipient: name }
  const { work } = await post(house, 'oriel', { claim: claim.id, said: saidOf({ header }) })
  const own = await house.act('oriel', (ctx) => openOwnPeople(ctx, work))
  assert.deepEqual([own.thanked, own.recipients], [[{ name, role: 'beta' }], [name]])
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workPeople(work))
  const page = await oriel.submit(paths.workCredits(work), { credited: name, role: 'beta' })
  assert.match(page.text, /asked; nothing shows until they agree/)
})

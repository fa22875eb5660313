// Co-authors are named once they have agreed, change the work as its writer does, step out when they like, and nobody loses a name by it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveWork } from '#src/fests/posting/editing.ts'
import { keepDraft, type Posting } from '#src/fests/posting/posting.ts'
import { toInstant } from '#src/kit/instants.ts'
import { addName } from '#src/people/accounts/names/names.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { answer, asked, firstName, nameId, readAsGuest, twoWorks } from '#tests/world/asks.ts'
import { refused, take } from '#tests/world/deeds.ts'
import { leave } from '#tests/world/leaving.ts'
import { saidOf } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'
import { inviteCoAuthor, takeAskBack } from './asks.ts'
import { openOwnPeople } from './own-asks.ts'

test('a co-author is named once they have agreed, may change the work, and can step out again', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const name = await firstName(house, 'ismay')
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, name))
  await house.runJobs()
  assert.doesNotMatch(await readAsGuest(house, work), new RegExp(name))
  const save = () => house.act('ismay', (ctx) => saveWork(ctx, work, saidOf({ title: 'Ours' })))
  assert.equal((await refused(save())).code, 'work/missing')
  const letters = (await house.mailbox()).filter(({ subject }) => /question about/.test(subject))
  assert.deepEqual([letters.length, letters[0]?.account], [1, accountOf('ismay')])
  assert.match(letters[0]?.body ?? '', /Oriel Finch would like to name you as co-author of “Somebody Staying Up”/)
  await answer(house, 'ismay', 'agree')
  assert.match(await readAsGuest(house, work), new RegExp(`by Oriel Finch and ${name}`))
  await save()
  await answer(house, 'ismay', 'decline')
  assert.match(await readAsGuest(house, work), /by Oriel Finch Skip|by Oriel Finch /)
  assert.doesNotMatch(await readAsGuest(house, work), new RegExp(name))
  assert.equal((await refused(save())).code, 'work/missing')
  const again = answer(house, 'ismay', 'agree')
  assert.equal((await refused(again)).code, 'ask/stepped-out')
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, name))
  await answer(house, 'ismay', 'agree')
  assert.match(await readAsGuest(house, work), new RegExp(name))
})

test('whoever does not want to be named is not, and is not asked again', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  const name = await firstName(house, 'ismay')
  const invite = () => house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, name))
  await invite()
  await answer(house, 'ismay', 'decline')
  assert.equal((await refused(invite())).code, 'ask/asked')
  const [said] = (await house.act('oriel', (ctx) => openOwnPeople(ctx, work))).said
  assert.equal(said?.state, 'declined')
  await house.act('oriel', (ctx) => takeAskBack(ctx, { work, ask: said?.id ?? 0 }))
  assert.equal((await refused(invite())).code, 'ask/asked')
})

test('whoever writes a draft with its holder changes it, and neither of them loses the other’s name', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const name = await firstName(house, 'ismay')
  const claim = await take(house, 'oriel', '11-12')
  const { work } = await house.act('oriel', (ctx) => keepDraft(ctx, where, { ...draft, claim: claim.id }))
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, name))
  const [ask] = await asked(house, 'ismay')
  assert.deepEqual([ask?.by, ask?.title, ask?.card], [['Oriel Finch'], 'Ours', undefined])
  await answer(house, 'ismay', 'agree')
  const ismay = await house.as('ismay')
  const composer = await ismay.visit(paths.workEdit(work))
  assert.deepEqual([composer.status, composer.path], [200, paths.workEdit(work)])
  const saved = await ismay.submit(paths.workEdit(work), { title: 'Ours, Again', do: 'save' })
  assert.equal(saved.status, 200)
  await house.act('oriel', (ctx) => keepDraft(ctx, where, { ...draft, work, claim: claim.id, under: undefined }))
  const names = (await house.act('oriel', (ctx) => openOwnPeople(ctx, work))).names
  assert.deepEqual(names, ['Oriel Finch', name])
})

test('a draft without a day is signed anew by its writer alone, and whoever agreed to it stays on it', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const name = await firstName(house, 'ismay')
  const { work } = await house.act('oriel', (ctx) => keepDraft(ctx, where, draft))
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, name))
  await answer(house, 'ismay', 'agree')
  const brindle = await house.act('oriel', (ctx) => addName(ctx, 'Brindle')).then(() => nameId(house, 'Brindle'))
  await house.act('oriel', (ctx) => keepDraft(ctx, where, { ...draft, work, under: brindle }))
  assert.deepEqual((await house.act('oriel', (ctx) => openOwnPeople(ctx, work))).names, ['Brindle', name])
  const own = await nameId(house, name)
  await house.act('ismay', (ctx) => keepDraft(ctx, where, { ...draft, work, under: own }))
  assert.deepEqual((await house.act('oriel', (ctx) => openOwnPeople(ctx, work))).names, ['Brindle', name])
})

const draft: Posting = {
  said: saidOf({ title: 'Ours' }),
  work: undefined,
  claim: undefined,
  role: 'main',
  when: 'on-the-day',
  reservedName: undefined,
  onceKey: 'ours',
  pressedAt: toInstant('2026-11-03T12:00:00.000Z'),
  zone: undefined,
}

test('whoever has stepped out stands in the history under the name they wrote it, and under no other of theirs', async () => {
  const { house, work } = await twoWorks()
  await using _ = house
  await house.act('ismay', (ctx) => addName(ctx, 'Brindle'))
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, 'Brindle'))
  await answer(house, 'ismay', 'agree')
  await house.act('ismay', (ctx) => saveWork(ctx, work, saidOf({ title: 'Ours' })))
  await answer(house, 'ismay', 'decline')
  const { text } = await (await house.as('oriel')).visit(paths.workHistory(work))
  assert.match(text, /by Brindle/)
  assert.doesNotMatch(text, /ismay_writes|a mod/)
})

for (const works of ['nameless', 'deleted'] as const) {
  test(`a co-author who leaves (${works}) is named nowhere, and the work is the others’`, async () => {
    const { house, work } = await twoWorks()
    await using _ = house
    const name = await firstName(house, 'ismay')
    await house.act('oriel', (ctx) => inviteCoAuthor(ctx, work, name))
    await answer(house, 'ismay', 'agree')
    await house.act('ismay', (ctx) => saveWork(ctx, work, saidOf({ title: 'Ours' })))
    await leave(house, 'ismay', works)
    const oriel = await house.as('oriel')
    for (const at of [paths.work(work), paths.workPeople(work), paths.workHistory(work)]) {
      const { status, text } = await oriel.visit(at)
      assert.equal(status, 200, at)
      assert.doesNotMatch(text, new RegExp(name), at)
    }
    assert.match(await readAsGuest(house, work), /by Oriel Finch and Somebody who has left/)
    house.pass(31 * 86_400_000)
    await house.runJobs()
    assert.match(await readAsGuest(house, work), /Ours.*by Oriel Finch and Somebody who has left/)
  })
}

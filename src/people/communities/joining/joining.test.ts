// Coming into a community: open, by asking, by invitation; and what happens to a question that was answered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faceOf, findCommunity } from '#src/people/communities/communities.ts'
import { answerRequest, askToJoin, joinCommunity } from '#src/people/communities/joining/joining.ts'
import { listRequests, standingIn } from '#src/people/communities/joining/standing.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { refused } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const here = '/c/tidewater'
const day = 86_400_000

const join = (house: TestHouse, who: PersonName) => house.act(who, (ctx) => joinCommunity(ctx, 'tidewater'))
const ask = (house: TestHouse, who: PersonName, says = '') =>
  house.act(who, (ctx) => askToJoin(ctx, 'tidewater', { says }))

const waiting = (house: TestHouse) =>
  house.act('mara', async (ctx) => listRequests(ctx, await findCommunity(ctx.db, 'tidewater')))

const answer = async (house: TestHouse, isYes: boolean, line = '', by: PersonName = 'mara') => {
  const [request] = await waiting(house)
  return house.act(by, (ctx) => answerRequest(ctx, 'tidewater', request?.id ?? 0, { isYes, line }))
}

const standing = (house: TestHouse, who: PersonName) =>
  house.act(who, async (ctx) => standingIn(ctx, await findCommunity(ctx.db, 'tidewater')))

const members = (house: TestHouse) =>
  house.act(
    { kind: 'guest' },
    async (ctx) => (await faceOf(ctx.db, (await findCommunity(ctx.db, 'tidewater')).id)).members,
  )

test('where joining is by asking, the button of other pages is refused with the way to ask', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const refusal = await refused(join(house, 'stranger'))
  assert.equal(refusal.code, 'member/by-approval')
  assert.deepEqual(refusal.offers, [{ label: 'Ask to join Tidewater', to: `${here}/joining` }])
})

test('whoever asks waits, every mod hears of it once, and a yes lets them in and tells them', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  await ask(house, 'stranger', 'I keep a lamp.')
  await ask(house, 'stranger', 'I keep two lamps.')
  assert.deepEqual(
    (await waiting(house)).map(({ name, says }) => [name, says]),
    [['Passer-by', 'I keep two lamps.']],
  )
  assert.equal((await standing(house, 'stranger')).kind, 'waiting')
  await house.runJobs()
  const [toMod, ...more] = await house.mailbox()
  assert.equal(toMod?.subject, 'Passer-by asks to join Tidewater')
  assert.deepEqual([toMod?.account, more], [accountOf('mara'), []])
  await answer(house, true, 'Bring both.')
  await house.runJobs()
  const told = (await house.mailbox()).at(-1)
  assert.deepEqual([told?.account, told?.subject], [accountOf('stranger'), 'You are a member of Tidewater'])
  assert.match(told?.body ?? '', /“Bring both\.”/)
  assert.deepEqual(await standing(house, 'stranger'), { kind: 'member', role: 'member' })
})

test('a no is told with its line, stands on the page, and can be asked again after two weeks', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  await ask(house, 'stranger')
  await answer(house, false, 'The round is full.')
  await house.runJobs()
  assert.match((await house.mailbox()).at(-1)?.body ?? '', /said no for now\.\s+A mod writes: “The round is full\.”/)
  const page = await (await house.as('stranger')).visit(`${here}/joining`)
  assert.match(page.text, /The mods have said no for now.*The round is full\..*ask again from/)
  house.pass(13 * day)
  assert.equal((await refused(ask(house, 'stranger'))).code, 'member/asked-lately')
  house.pass(2 * day)
  await ask(house, 'stranger')
  assert.equal((await standing(house, 'stranger')).kind, 'waiting')
})

test('two mods who answer at once give one answer', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  await ask(house, 'stranger')
  const [request] = await waiting(house)
  const say = (isYes: boolean) =>
    house.act('mara', (ctx) => answerRequest(ctx, 'tidewater', request?.id ?? 0, { isYes, line: '' }))
  const before = await members(house)
  await Promise.all([say(true), say(true), say(true)])
  await say(false)
  assert.equal(await members(house), before + 1)
})

test('only mods see who asks, and only they answer', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  await ask(house, 'stranger', 'I keep a lamp.')
  assert.equal((await refused(answer(house, true, '', 'oriel'))).code, 'community/mods-only')
  for (const visitor of [house.guest(), await house.as('oriel'), await house.as('stranger')])
    for (const path of [here, `${here}/members`])
      assert.doesNotMatch((await visitor.visit(path)).text, /asks? to join|I keep a lamp|Asking/)
  assert.match((await (await house.as('mara')).visit(here)).text, /Somebody asks to join/)
})

test('mods answer on the page of the members, with a button and a line', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const stranger = await house.as('stranger')
  await stranger.visit(`${here}/joining`)
  assert.match((await stranger.submit(`${here}/requests`, { says: 'I keep a lamp.' })).text, /have been asked/)
  const mara = await house.as('mara')
  assert.match((await mara.visit(`${here}/members`)).text, /Passer-by I keep a lamp\./)
  assert.match(
    (await mara.submit(`${here}/requests/1`, { do: 'yes', line: 'Come in.' })).text,
    /Passer-by has your answer/,
  )
  assert.match((await stranger.visit(here)).text, /7 members/)
})

test('changing how one joins leaves members as they are, and lets in whoever was waiting by the open door', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  await ask(house, 'stranger')
  const before = await members(house)
  await choose(house, { joining: 'invitation' })
  assert.equal(await members(house), before)
  assert.equal((await refused(join(house, 'stranger'))).code, 'member/by-invitation')
  await choose(house, { joining: 'open' })
  await join(house, 'stranger')
  assert.deepEqual(await waiting(house), [])
})

async function invitation(house: TestHouse): Promise<string> {
  const mara = await house.as('mara')
  await mara.visit(here)
  const page = await mara.submit(`${here}/invitations`)
  return /http:\/\/fest\.example([^\s]*\/invitation\?[^\s<]*)/.exec(page.text)?.[1] ?? assert.fail(page.text)
}

test('an invitation lets one person with an account into a community that is closed otherwise, once', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'invitation' })
  const to = await invitation(house)
  const stranger = await house.as('stranger')
  assert.match((await stranger.visit(here)).text, /One joins by invitation/)
  assert.match((await stranger.visit(to)).text, /You are invited Tidewater/)
  assert.match((await stranger.submit(`${here}/invitation`)).text, /You are a member of Tidewater now/)
  const guest = house.guest()
  assert.match((await guest.visit(to)).text, /has been used, or is older than seven days/)
  const link = new URL(to, 'http://fest.example').searchParams.get('link') ?? ''
  assert.equal((await guest.visit(`/join?link=${link}`)).status, 403, 'nor does it make an account any more')
})

test('opening an invitation changes nothing, and after seven days it is of no use', async () => {
  await using house = await openHouse()
  const to = await invitation(house)
  const stranger = await house.as('stranger')
  await stranger.visit(to)
  await stranger.visit(to)
  assert.equal((await standing(house, 'stranger')).kind, 'outside')
  house.pass(7 * day)
  assert.equal((await stranger.submit(`${here}/invitation`)).status, 403)
})

test('only mods invite, and a link of one community opens no other', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  await oriel.visit(here)
  const csrf = /name="_csrf" value="([^"]*)"/.exec((await oriel.visit('/')).html)?.[1] ?? ''
  assert.equal((await oriel.post(`${here}/invitations`, { _csrf: csrf })).status, 403)
  const to = await invitation(house)
  await choose(house, {}, 'Harbour Lights')
  assert.equal((await house.guest().visit(to.replace('/tidewater/', '/harbour-lights/'))).status, 403)
})

test('where there are rules, every way in leads past them', async () => {
  await using house = await openHouse()
  await choose(house, { rules: '# Be kind\n\nNo *spoilers* before noon.' })
  const stranger = await house.as('stranger')
  assert.match((await stranger.visit(here)).html, /No <em>spoilers<\/em> before noon/)
  const round = '/c/tidewater/rounds/lantern-season'
  await stranger.visit(round)
  const arrived = await stranger.submit(`${here}/members`)
  assert.deepEqual(
    [arrived.path, /Be kind.*Join Tidewater/.test(arrived.text)],
    [`${here}/joining?back=%2Fc%2Ftidewater%2Frounds%2Flantern-season`, true],
  )
  assert.equal((await standing(house, 'stranger')).kind, 'outside')
  assert.match((await stranger.submit(`${here}/members`)).text, /You are a member of Tidewater now/)
})

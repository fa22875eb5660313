// A day taken without an account: held for 48 hours, kept by a press on the link that is mailed, and nobody learns whose the address is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmHold } from '#src/fests/claims/unconfirmed/holds.ts'
import { hours } from '#src/kit/instants.ts'
import { addName } from '#src/people/accounts/names/names.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { dayOn, enter, logOf, refused, rowsOf, seatsOn, take } from '#tests/world/deeds.ts'
import { asMailing, comeIn, keyLink, pageOf, takeAsGuest } from '#tests/world/keys.ts'
import { people } from '#tests/world/people.ts'
import { where } from '#tests/world/tidewater.ts'

const linnet = { name: 'Linnet', email: 'linnet@mail.example' } as const

const round = `/c/${where.community}/rounds/${where.round}`

const claimOf = async (house: TestHouse) => (await rowsOf(house, 'claims')).at(-1) ?? assert.fail('no claim')

const changeCommunity = (house: TestHouse, set: { joining?: 'open' | 'approval'; posting?: 'members' | 'mods' }) =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      await db.updateTable('communities').set(set).execute()
    }),
  )

test('a guest takes a day from the calendar with a name and an address, and it is held for 48 hours', async () => {
  await using house = await openHouse(asMailing)
  const guest = house.guest()
  const { id } = await dayOn(house, '11-04')
  assert.match((await guest.visit(round)).html, new RegExp(`href="${round}/days/${id}/taking"`))
  const taken = await takeAsGuest(house, '11-04', linnet, guest)
  assert.equal(taken.path, round)
  assert.match(taken.text, /Wednesday 4 November is held for Linnet for 48 hours/)
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Linnet'])
  const mail = await openPost(house).find(linnet.email)
  assert.equal(mail.subject, 'Is Wednesday 4 November yours?')
  assert.match(mail.text, /Somebody, perhaps you, has taken Wednesday 4 November/)
  assert.match((await house.guest().visit(linkIn(mail))).text, /Is this day yours\?.*Yes, this day is mine/)
})

test('without a press on the link the clock gives it back after 48 hours, and the link can take it back while nobody has it', async () => {
  await using house = await openHouse(asMailing)
  await takeAsGuest(house, '11-04', linnet)
  const link = await keyLink(house, linnet.email)
  house.pass(hours(48) - 1)
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Linnet'])
  house.pass(1)
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-04'), [])
  const told = await openPost(house).find(linnet.email, /is open again/)
  assert.match(told.text, /If it was you, the link says so still/)
  const guest = house.guest()
  const day = await comeIn(guest, link)
  assert.match(day.text, /This day has been given back/)
  await guest.submit(`${day.path}/taking-back`)
  house.pass(hours(1))
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Linnet'])
})

test('after a press it stays theirs, with all that every key opens', async () => {
  await using house = await openHouse(asMailing)
  await takeAsGuest(house, '11-04', linnet)
  const guest = house.guest()
  const day = await comeIn(guest, await keyLink(house, linnet.email))
  house.pass(hours(72))
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Linnet'])
  await guest.visit(day.path)
  await guest.submit(`${day.path}/day`, { day: String((await dayOn(house, '11-06')).id) })
  assert.deepEqual(await seatsOn(house, '11-06'), ['1 Linnet'])
  const { id } = await claimOf(house)
  assert.match((await logOf(house, { id } as never)).join(), /claim holder none>held,6 move holder/)
})

test('where an address has an account, is somebody’s key, or is nobody’s, the page says the same and a mail goes there', async () => {
  await using house = await openHouse(asMailing)
  await enter(house, 'mara', 'Ann Teak', '11-10', undefined, 'ann@mail.example')
  await house.sendMails()
  const said: string[] = []
  for (const [name, email] of [
    ['One', people.oriel.email],
    ['Two', 'ann@mail.example'],
    ['Ten', 'nobody@mail.example'],
  ] as const) {
    const seen = await takeAsGuest(house, '11-04', { name, email })
    said.push(`${seen.status} ${seen.text.replaceAll(name, 'Name')}`)
    assert.deepEqual(
      (await house.sendMails()).map(({ to }) => to),
      [email],
    )
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', async ({ db }) => {
        await db.updateTable('claims').set({ place: null, state: 'given-back' }).where('day_id', '=', 3).execute()
      }),
    )
  }
  assert.equal(new Set(said).size, 1)
})

test('names that are anybody’s, or look like one, are refused with the form as it was', async () => {
  await using house = await openHouse(asMailing)
  await enter(house, 'mara', 'Ann Teak', '11-10')
  await house.act('ismay', (ctx) => addName(ctx, 'Brindle'))
  for (const name of ['0riel Finch', 'BRINDLE', 'Ann-Teak', 'ann teak']) {
    const seen = await takeAsGuest(house, '11-04', { ...linnet, name })
    assert.equal(seen.status, 422, name)
    assert.match(seen.text, /is somebody’s name here already|is kept here for somebody/, name)
    assert.match(seen.html, /value="linnet@mail\.example"/)
  }
  assert.deepEqual(await seatsOn(house, '11-04'), [])
  assert.deepEqual(await rowsOf(house, 'claim_keys'), [])
})

test('a day that is taken meanwhile is refused, and leaves no name and no address behind', async () => {
  await using house = await openHouse(asMailing)
  const before = (await rowsOf(house, 'pen_names')).length
  const guest = house.guest()
  await guest.visit(`${round}/days/${(await dayOn(house, '11-04')).id}/taking`)
  await take(house, 'oriel', '11-04')
  const seen = await guest.submit(`${round}/claims/without-account`, { ...linnet, zone: 'UTC' })
  assert.equal(seen.status, 422)
  assert.match(seen.text, /Oriel Finch has taken Wednesday 4 November.*are open/)
  assert.equal((await rowsOf(house, 'pen_names')).length, before)
  assert.deepEqual(await rowsOf(house, 'claim_keys'), [])
  assert.deepEqual(await house.sendMails(), [])
})

test('two guests who want one name at once: one of them has it', async () => {
  await using house = await openHouse(asMailing)
  const outcomes = await Promise.all([
    takeAsGuest(house, '11-04', linnet),
    takeAsGuest(house, '11-05', { ...linnet, name: 'linnet' }),
  ])
  assert.deepEqual(
    outcomes.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 422],
  )
})

test('with one address no more days are kept than one person may have, and only its owner is told', async () => {
  await using house = await openHouse(asMailing)
  for (const [name, on] of [
    ['One', '11-04'],
    ['Two', '11-05'],
    ['Ten', '11-06'],
  ] as const) {
    const seen = await takeAsGuest(house, on, { name, email: linnet.email })
    assert.match(seen.text, /is held for/)
  }
  const links = (await house.sendMails()).map(linkIn)
  const pressed: number[] = []
  for (const link of links) pressed.push((await comeIn(house.guest(), link)).status)
  assert.deepEqual(pressed, [200, 200, 429])
  house.pass(hours(48))
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-06'), [])
  assert.deepEqual(await seatsOn(house, '11-05'), ['1 Two'])
})

test('where one joins by asking, where mods give days out, or where no mail is sent, guests sign in', async () => {
  await using house = await openHouse(asMailing)
  const to = `${round}/days/${(await dayOn(house, '11-04')).id}/taking`
  const post = (from: TestHouse) =>
    from.guest().post(`${round}/claims/without-account`, { ...linnet, day: '3', zone: 'UTC' })
  for (const set of [{ joining: 'approval' }, { joining: 'open', posting: 'mods' }] as const) {
    await changeCommunity(house, set)
    assert.match((await house.guest().visit(to)).path, /^\/sign-in/)
    assert.equal((await post(house)).status, 403)
  }
  await using kept = await openHouse()
  assert.match((await kept.guest().visit(to)).path, /^\/sign-in/)
  assert.equal((await post(kept)).status, 409)
  assert.deepEqual(await rowsOf(kept, 'claims'), [])
})

test('asked again and again the page says how long to wait', async () => {
  await using house = await openHouse(asMailing)
  for (const [at, on] of (['11-02', '11-03', '11-04', '11-05'] as const).entries())
    await takeAsGuest(house, on, { name: `Number ${'abcd'[at]}`, email: linnet.email })
  const seen = await takeAsGuest(house, '11-06', { name: 'One More', email: 'LINNET@mail.example' })
  assert.equal(seen.status, 429)
  assert.match(seen.text, /Please wait 15 minutes/)
})

test('a guest whose community asks since then has the name by the key, and is no member by it', async () => {
  await using house = await openHouse(asMailing)
  await takeAsGuest(house, '11-04', linnet)
  const link = await keyLink(house, linnet.email)
  await changeCommunity(house, { joining: 'approval' })
  const stranger = await house.as('stranger')
  await comeIn(stranger, link)
  assert.match((await stranger.submit('/key/taking-over')).text, /Linnet is yours/)
  assert.doesNotMatch((await (await house.as('mara')).visit('/c/tidewater/members')).text, /Linnet/)
  const { id } = await claimOf(house)
  assert.equal((await stranger.visit(pageOf({ id }))).status, 200)
})

test('with the key one more day is taken under the same name, with a key of its own, up to as many as one may have', async () => {
  await using house = await openHouse(asMailing)
  await takeAsGuest(house, '11-04', linnet)
  const guest = house.guest()
  await comeIn(guest, await keyLink(house, linnet.email))
  await guest.visit(round)
  const day = String((await dayOn(house, '11-06')).id)
  const seen = await guest.submit(`${round}/claims`, { day })
  assert.match(seen.text, /Friday 6 November is yours.*A link to it comes by mail/)
  assert.deepEqual(await seatsOn(house, '11-06'), ['1 Linnet'])
  assert.doesNotMatch(seen.text, /Take this day/)
  const more = await openPost(house).find(linnet.email)
  assert.match(more.text, /You have taken one more day: Friday 6 November/)
  assert.match((await comeIn(house.guest(), linkIn(more))).text, /Your day.*Friday 6 November/)
  const word = /name="_csrf" value="([^"]+)"/.exec((await guest.visit('/key')).html)?.[1] ?? ''
  const third = await guest.post(`${round}/claims`, { day: '7', _csrf: word })
  assert.equal(third.status, 429)
  await changeCommunity(house, { joining: 'approval' })
  assert.equal((await guest.post(`${round}/claims`, { day: '7', _csrf: word })).status, 403)
})

const desk = '/c/tidewater/desk'

test('the mods read until when such a day is held, in the dry run too, and their word keeps it', async () => {
  await using house = await openHouse(asMailing)
  await takeAsGuest(house, '11-04', linnet)
  const claim = await claimOf(house)
  const mara = await house.as('mara')
  const held = /held (?:for Linnet )?until Wednesday 21 October, 13:00/i
  assert.match((await mara.visit(pageOf(claim))).text, held)
  const before = (await mara.visit(desk)).text
  assert.match(before, /Waits for you.*Linnet has taken .* without an account: held until .*, unless confirmed/)
  assert.match(before, /Wednesday 4 November is open again, unless the holder is confirmed before, for Linnet ?\./)
  assert.doesNotMatch((await house.guest().visit(round)).text, held)
  const confirmed = await mara.submit(`${pageOf(claim)}/confirmation`)
  assert.match(confirmed.text, /Confirmed: Wednesday 4 November stays with Linnet\./)
  for (const path of [pageOf(claim), desk]) assert.doesNotMatch((await mara.visit(path)).text, held)
  house.pass(hours(72))
  await house.runJobs()
  assert.deepEqual(await seatsOn(house, '11-04'), ['1 Linnet'])
  const holder = await comeIn(house.guest(), await keyLink(house, linnet.email))
  assert.equal(holder.path, pageOf(claim), 'and the link that was mailed still opens it')
})

test('only the mods confirm, and only what is held so', async () => {
  await using house = await openHouse(asMailing)
  await takeAsGuest(house, '11-04', linnet)
  const claim = await claimOf(house)
  const own = await take(house, 'oriel', '11-05')
  const confirm = (who: 'oriel' | 'mara', id: number) => refused(house.act(who, (ctx) => confirmHold(ctx, where, id)))
  assert.equal((await confirm('oriel', claim.id)).code, 'community/mods-only')
  assert.equal((await confirm('mara', own.id)).code, 'claim/not-on-hold')
})

test('where mails stay in the outbox a guest is told so, and whom to tell', async () => {
  await using house = await openHouse({ mail: 'shown' })
  const guest = house.guest()
  const form = await guest.visit(`${round}/days/${(await dayOn(house, '11-04')).id}/taking`)
  assert.match(form.text, /No mail leaves this machine, so a mod confirms you/)
  const taken = await takeAsGuest(house, '11-04', linnet, guest)
  assert.match(taken.text, /the link waits in the outbox, for its admin\. Tell the mods, who can confirm you\./)
  assert.doesNotMatch(taken.text, /we mail you/)
})

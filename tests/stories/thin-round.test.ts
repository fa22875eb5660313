// The thin round from the first hour of a site to the end of a round, as people without scripts see it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerSetUp } from '#src/moderation/instance/set-up.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { daysOf, type OnDay, take } from '#tests/world/deeds.ts'

const password = 'four words in a row'
const community = '/c/harbour-lights'
const round = `${community}/rounds/lantern-season`

/** The first hour: the printed link, the first account, the first community, the first round. */
async function foundSite(house: TestHouse): Promise<Visitor> {
  const mara = house.guest()
  const link = await house.act({ kind: 'host' }, offerSetUp)
  await mara.visit(`/set-up?link=${link}`)
  await mara.submit('/set-up', {
    siteName: 'Harbour',
    name: 'Mara Quill',
    email: 'mara@example.org',
    password,
    zone: 'Europe/Lisbon',
  })
  await mara.visit('/communities/new')
  await mara.submit('/communities/new', { name: 'Harbour Lights', about: 'Lighthouses.', zone: 'Europe/Lisbon' })
  return mara
}

async function planRound(mara: Visitor, more: Record<string, string> = {}): Promise<Seen> {
  await mara.visit(`${community}/rounds/new`)
  return mara.submit(`${community}/rounds/new`, {
    name: 'Lantern Season',
    theme: 'Letters never sent',
    first: '2026-11-02',
    last: '2026-11-08',
    ...more,
  })
}

async function invite(house: TestHouse, mara: Visitor, name: string): Promise<Visitor> {
  await mara.visit(community)
  const page = await mara.submit(`${community}/invitations`)
  const address = new URL(/http[^\s]*\/invitation\?[^\s<]*/.exec(page.text)?.[0] ?? assert.fail(page.text))
  const guest = house.guest()
  const invited = await guest.visit(address.pathname + address.search)
  const [, toJoin = ''] = /href="(\/join\?[^"]*)"/.exec(invited.html) ?? assert.fail(invited.text)
  await guest.visit(toJoin.replaceAll('&amp;', '&'))
  const email = `${name.toLowerCase()}@example.org`
  const arrived = await guest.submit('/join', { name, email, password, zone: 'Europe/London' })
  assert.equal(arrived.path, address.pathname + address.search)
  assert.equal((await guest.submit(`${community}/invitation`)).path, community)
  return guest
}

/** Presses "Take this day" on that day of the calendar. */
async function press(who: Visitor, day: string): Promise<Seen> {
  await who.visit(round)
  return who.submit(`${round}/claims`, { day })
}

test('from the first link to a round that is under way', async () => {
  await using house = await openHouse({ empty: true, at: '2026-10-19T12:00:00.000Z' })
  const mara = await foundSite(house)
  assert.match((await planRound(mara)).text, /Lantern Season is planned/)

  await mara.visit(`${round}/days`)
  const friday = await dayId(house, '2026-11-06')
  await mara.submit(`${round}/days`, { [`places-${friday}`]: '2', [`note-${friday}`]: 'Bonfire night' })
  assert.equal((await house.guest().visit(round)).status, 404)
  await mara.visit(round)
  assert.match((await mara.submit(`${round}/opening`)).text, /Lantern Season is open/)
  assert.match((await house.guest().visit(`${round}?as=list`)).text, /Friday 6 November: open \(Bonfire night\)\./)

  const oriel = await invite(house, mara, 'Oriel')
  const ismay = await invite(house, mara, 'Ismay')
  const [monday, tuesday] = [await dayId(house, '2026-11-02'), await dayId(house, '2026-11-03')]
  assert.match((await press(oriel, monday)).text, /Monday 2 November is yours, by the midnight of London/)

  const refused = await press(ismay, monday)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Oriel has taken Monday 2 November\. Tuesday 3 November, Wednesday 4 November and/)
  const instead = load(refused.html).forms.find((form) => form.fields.day === tuesday) ?? assert.fail()
  await ismay.post(instead.action, instead.fields)
  assert.match((await ismay.visit(round)).text, /Your day: Tuesday 3 November/)

  await oriel.visit(`${round}/claims/1`)
  assert.match((await oriel.submit(`${round}/claims/1/day`, { day: friday })).text, /Moved to Friday 6 November/)
  await oriel.visit(`${round}/claims/1/giving-back`)
  assert.match((await oriel.submit(`${round}/claims/1/giving-back`)).text, /Friday 6 November is given back/)
  assert.match((await oriel.submit(`${round}/claims/1/taking-back`)).text, /Friday 6 November is held again/)

  await mara.visit(round)
  const entered = await mara.submit(`${round}/claims/for-another`, { name: 'Ann Teak', day: friday })
  assert.match(entered.text, /Friday 6 November is entered for Ann Teak/)
  const list = await house.guest().visit(`${round}?as=list`)
  assert.match(list.text, /Monday 2 November: open\./)
  assert.match(list.text, /Friday 6 November: taken; Oriel and Ann Teak \(Bonfire night\)\./)
  const log = await mara.visit(`${round}/claims/1`)
  assert.match(log.text, /Taken by its holder.*Moved from Monday 2.* to Friday 6.*Given back.*Taken back by its holder/)

  await house.runJobs()
  const subjects = (await house.mailbox()).map((mail) => mail.subject)
  assert.ok(subjects.includes('Your day: Tuesday 3 November'))
})

const dayId = async (house: TestHouse, on: string): Promise<string> =>
  house.act({ kind: 'host' }, async ({ db }) => {
    const day = await db
      .selectFrom('days')
      .select('id')
      .where('on_day', '=', on as never)
      .executeTakeFirstOrThrow()
    return String(day.id)
  })

/** What one visitor reads of one day, in the list and in the calendar. */
async function readDay(who: Visitor, on: OnDay): Promise<{ sentence: string; cell: string }> {
  const base = '/c/tidewater/rounds/lantern-season'
  const list = await who.visit(`${base}?as=list`)
  const table = await who.visit(base)
  for (const { text } of [list, table]) assert.doesNotMatch(text, /\blate\b|\bmissed\b|\bfailed\b|\bdropped\b/i)
  const number = Number(on.slice(3))
  const sentence = new RegExp(`\\w+ ${number} November: [^.]*\\.`).exec(list.text)?.[0] ?? assert.fail(list.text)
  const cell = new RegExp(`id="day-2026-${on}"[\\s\\S]*?</td>`).exec(table.html)?.[0] ?? assert.fail()
  return { sentence, cell: load(`<td ${cell}`).text }
}

test('what everybody reads of a claim while time passes, in the calendar and in the list', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  const [guest, ismay] = [house.guest(), await house.as('ismay')]
  const expected = [
    ['2026-11-04T20:00:00.000Z', 'taken; Oriel Finch.', /taken.*Oriel Finch/],
    ['2026-11-05T12:00:00.000Z', 'taken; Oriel Finch – today.', /today.*Oriel Finch – today/],
    ['2026-11-06T12:00:00.000Z', 'taken; Oriel Finch – on the way.', /on the way.*Oriel Finch – on the way/],
    ['2026-11-07T12:00:00.000Z', 'taken; Oriel Finch – expected in the free for all.', /expected in the free for all/],
    ['2026-11-19T12:00:00.000Z', 'over.', /over/],
  ] as const
  for (const [at, words, cell] of expected) {
    house.at(at)
    for (const isSwept of [false, true]) {
      if (isSwept) await house.runJobs()
      for (const who of [guest, ismay]) {
        const read = await readDay(who, '11-05')
        assert.equal(read.sentence, `Thursday 5 November: ${words}`, at)
        assert.match(read.cell, cell)
      }
    }
  }
})

test('the holder reads on their own page until when they are on time, by their own midnight and by where they are', async () => {
  await using house = await openHouse()
  await take(house, 'ismay', '11-05')
  const ismay = await house.as('ismay')
  const page = '/c/tidewater/rounds/lantern-season/claims/1'
  assert.match((await ismay.visit(page)).text, /Friday 6 November, 24:00 \(Los Angeles\)/)
  assert.match(
    (await (await house.as('mara')).visit(page)).text,
    /24:00 \(Los Angeles\), which is Saturday 7 November, 08:00 for you/,
  )
  const standing = []
  for (const at of ['11-05T12', '11-06T12', '11-07T12', '11-30T12']) {
    house.at(`2026-${at}:00:00.000Z`)
    const { text } = await ismay.visit(page)
    assert.doesNotMatch(text, /\blate\b/i)
    standing.push(/(It is your day|still on time|It has moved to the free for all|The round is over)/.exec(text)?.[0])
  }
  assert.deepEqual(standing, [
    'It is your day',
    'still on time',
    'It has moved to the free for all',
    'The round is over',
  ])
})

test('what is expected later can be given back from its page, though no longer moved by its holder', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  house.at('2026-11-09T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const page = await oriel.visit('/c/tidewater/rounds/lantern-season/claims/1')
  assert.match(page.text, /From here on a mod can give another one/)
  assert.match(page.html, /href="[^"]*\/giving-back"/)
})

test('a refusal on a claim’s page offers other days, and its buttons move the claim there', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  const oriel = await house.as('oriel')
  const page = '/c/tidewater/rounds/lantern-season/claims/1'
  await oriel.visit(page)
  await take(house, 'ismay', '11-06')
  const taken = (await daysOf(house)).find((day) => day.on === '2026-11-06')?.id
  const refused = await oriel.submit(`${page}/day`, { day: String(taken) })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /ismay_writes has taken Friday 6 November/)
  const offer = load(refused.html).forms.find((form) => form.action.endsWith('/day')) ?? assert.fail()
  await oriel.post(offer.action, offer.fields)
  assert.match((await oriel.visit(page)).text, /Moved from Thursday 5 November to/)
})

test('every form that is refused comes back with what was typed', async () => {
  await using house = await openHouse({ empty: true, at: '2026-10-19T12:00:00.000Z' })
  const mara = await foundSite(house)
  const typed = { name: 'Lantern Season', theme: 'Letters & "seals"', last: '2026-11-01', places: '4', graceDays: '3' }
  const refused = await planRound(mara, typed)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /The last posting day is before the first/)
  const form = load(refused.html).forms.find((each) => each.action === `${community}/rounds/new`) ?? assert.fail()
  for (const [name, value] of Object.entries(typed)) assert.equal(form.fields[name], value)

  await planRound(mara)
  await mara.visit(round)
  await mara.submit(`${round}/opening`)
  const day = await dayId(house, '2026-11-02')
  const nameless = await mara.submit(`${round}/claims/for-another`, { name: '', day, zone: 'Asia/Tokyo' })
  assert.match(nameless.text, /Please fill in: name/)
  const again = load(nameless.html).forms.find((each) => each.action.endsWith('/for-another')) ?? assert.fail()
  assert.deepEqual([again.fields.day, again.fields.zone], [day, 'Asia/Tokyo'])
  await mara.visit('/communities/new')
  const unnamed = await mara.submit('/communities/new', { name: '', about: 'Two lines\nof it', zone: 'Asia/Tokyo' })
  const third = load(unnamed.html).forms.find((each) => each.action === '/communities/new') ?? assert.fail()
  assert.deepEqual([third.fields.about, third.fields.zone], ['Two lines\nof it', 'Asia/Tokyo'])
})

test('a member takes a day at the press of its button, and is told by whose midnight', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const seen = await oriel.visit('/c/tidewater/rounds/lantern-season')
  assert.match(seen.text, /14 places are open to claim/)
  const taken = await oriel.submit('/c/tidewater/rounds/lantern-season/claims')
  assert.match(taken.text, /Monday 2 November is yours, by the midnight of London/)
  assert.match(taken.text, /Your day: Monday 2 November/)
})

test('a guest who presses without an account, and a stranger, read what to do', async () => {
  await using house = await openHouse()
  const base = '/c/tidewater/rounds/lantern-season'
  const guest = await house.guest().post(`${base}/claims`, { day: '1' })
  assert.equal(guest.status, 403)
  assert.match(load(await guest.text()).text, /Please sign in to take a day/)
  const stranger = await house.as('stranger')
  await stranger.visit(base)
  const refused = await stranger.submit(`${base}/claims`)
  assert.equal(refused.status, 403)
  assert.match(refused.text, /Days are for members of Tidewater\. Joining is one button\./)
  assert.match((await stranger.submit('/c/tidewater/members')).text, /You are a member of Tidewater now/)
  await stranger.visit(base)
  assert.match((await stranger.submit(`${base}/claims`)).text, /Monday 2 November is yours/)
})

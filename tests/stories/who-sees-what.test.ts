// What is kept from whom: rounds that are not open, and every address of every person, on every page there is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planRound } from '#src/fests/rounds/rounds.ts'
import { claimForAnother } from '#src/fests/claims/claims.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { daysOf, enter, giveBack, take } from '#tests/world/deeds.ts'
import { people } from '#tests/world/people.ts'
import { lanterns, where } from '#tests/world/tidewater.ts'

const draft = { community: where.community, round: 'tides' }

async function planInSecret(house: TestHouse): Promise<void> {
  await house.act('mara', (ctx) => planRound(ctx, where.community, { ...lanterns, name: 'Tides', theme: 'Undertow' }))
  const day = (await daysOf(house, 'tides'))[0]?.id ?? 0
  await house.act('mara', (ctx) => claimForAnother(ctx, draft, { name: 'Ann Teak', day, zone: undefined }))
}

const under = (round: string) => ({
  read: ['', '?as=list', '/days', '/deletion', '/claims/1', '/claims/1/giving-back'].map((end) => round + end),
  written: [
    '/opening',
    '/deletion',
    '/days',
    '/claims',
    '/claims/for-another',
    '/claims/1/day',
    '/claims/1/giving-back',
    '/claims/1/taking-back',
  ].map((end) => round + end),
})

const secretOf = async (visitor: Visitor): Promise<Record<string, string>> => {
  const found = /name="_csrf" value="([^"]+)"/.exec((await visitor.visit('/zone')).html)?.[1]
  return found === undefined ? {} : { _csrf: found }
}

/** What each page and each form says, in the order of `under`. */
async function answersUnder(visitor: Visitor, round: string): Promise<string[]> {
  const { read, written } = under(round)
  const secret = await secretOf(visitor)
  const answers: string[] = []
  for (const path of read) {
    const { status, text } = await visitor.visit(path)
    answers.push(`${status} ${text}`)
  }
  for (const path of written) {
    for (const fields of [{}, { day: '1', name: 'Ann Teak' }]) {
      const response = await visitor.post(path, { ...secret, ...fields })
      answers.push(`${response.status} ${load(await response.text()).text}`)
    }
  }
  return answers
}

test('a round that is not open answers everybody but its mods as if it were not there, at every address under it', async () => {
  await using house = await openHouse()
  await planInSecret(house)
  for (const visitor of [house.guest(), await house.as('oriel'), await house.as('stranger')]) {
    const answers = await answersUnder(visitor, '/c/tidewater/rounds/tides')
    assert.deepEqual(answers, await answersUnder(visitor, '/c/tidewater/rounds/never-was'))
    for (const answer of answers) {
      assert.match(answer, /^404 /)
      assert.doesNotMatch(answer, /Tides|Undertow|Ann Teak/)
    }
  }
})

test('a round that is not open is on nobody’s list but the mods’', async () => {
  await using house = await openHouse()
  await planInSecret(house)
  for (const visitor of [house.guest(), await house.as('oriel'), await house.as('stranger')])
    for (const path of ['/', '/c/tidewater']) assert.doesNotMatch((await visitor.visit(path)).text, /Tides|Undertow/)
  const mara = await house.as('mara')
  for (const path of ['/', '/c/tidewater']) assert.match((await mara.visit(path)).text, /Tides/)
})

async function liveALittle(house: TestHouse): Promise<void> {
  const given = await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  await take(house, 'ismay', '11-04')
  await giveBack(house, 'oriel', given)
  await enter(house, 'mara', 'Ann Teak', '11-05')
  await enter(house, 'mara', 'Nour', '11-06')
  await house.runJobs()
}

const noAddress = (said: string, path: string): void => {
  assert.doesNotMatch(said, /example(\.|%2E)org/i, path)
  for (const { email } of Object.values(people)) assert.ok(!said.toLowerCase().includes(email), `${path} has ${email}`)
}

test('no notice, no refusal and no mail names an address', async () => {
  await using house = await openHouse()
  await liveALittle(house)
  const mara = await house.as('mara')
  const round = '/c/tidewater/rounds/lantern-season'
  const day = String((await daysOf(house)).find((each) => each.on === '2026-11-08')?.id)
  for (const name of ['Passer-by', 'Teuea', 'Ann Teak']) {
    await mara.visit(round)
    const seen = await mara.submit(`${round}/claims/for-another`, { name, day })
    noAddress(`${[...seen.headers].join(' ')} ${seen.html}`, name)
  }
  for (const mail of await house.mailbox()) noAddress(`${mail.subject} ${mail.body}`, mail.subject)
})

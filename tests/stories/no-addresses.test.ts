// Nobody's e-mail address is on any page, feed, book or in any header that somebody else can get: every road is walked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { linkIn } from '#tests/support/mailed.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { makeVisitor, type Visitor } from '#tests/support/visitor.ts'
import { take } from '#tests/world/deeds.ts'
import { comeIn, enterByMail, takeAsGuest } from '#tests/world/keys.ts'
import { answer as writeBack, fromMod, toMods } from '#tests/world/letters.ts'
import { people, type PersonName } from '#tests/world/people.ts'
import { post } from '#tests/world/pieces.ts'

type Answer = { readonly path: string; readonly text: string; readonly headers: string }

/** Reads any answer, books unpacked, so that nothing is hidden by how it is written. */
async function answerTo(house: TestHouse, visitor: Visitor, path: string): Promise<Answer> {
  const headers = { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  const response = await house.app.request(`http://fest.example${path}`, { headers, redirect: 'manual' })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isBook = response.headers.get('content-type')?.includes('epub') === true
  const text = isBook
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : new TextDecoder().decode(bytes)
  return { path, text, headers: [...response.headers].map((header) => header.join(': ')).join('\n') }
}

/** Every address of ours on a page: links, feeds, forms that ask, and where a redirect leads. */
const roadsFrom = ({ text, headers }: Answer): string[] =>
  [
    ...[...text.matchAll(/(?:href|src)="(?:http:\/\/fest\.example)?(\/[^"]*)"/g)].map(([, to]) => to),
    /^location: (?:http:\/\/fest\.example)?(\/.*)$/m.exec(headers)?.[1],
  ].flatMap((to) => (to === undefined ? [] : [to.replaceAll('&amp;', '&').replace(/#.*$/, '')]))

async function walk(house: TestHouse, visitor: Visitor, from: readonly string[]): Promise<Answer[]> {
  const seen = new Map<string, Answer>()
  const toGo = [...from]
  for (let path = toGo.shift(); path !== undefined; path = toGo.shift()) {
    if (seen.has(path) || path.startsWith('/static/')) continue
    const answer = await answerTo(house, visitor, path)
    seen.set(path, answer)
    toGo.push(...roadsFrom(answer))
  }
  return [...seen.values()]
}

/** A round with days taken and entered, pieces, people with a key, somebody unconfirmed, and mails that have been written. */
async function liveIn(house: TestHouse): Promise<Visitor[]> {
  const claim = await take(house, 'oriel', '11-02')
  await take(house, 'ismay', '11-03')
  await enterByMail(house, '11-04')
  await takeAsGuest(house, '11-05', { name: 'Bo Sun', email: 'bo.sun@mail.example' })
  const keys = await Promise.all((await house.sendMails()).map(linkIn).map((link) => withKey(house, link)))
  house.at('2026-11-02T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id })
  const stranger = house.guest()
  await stranger.visit('/sign-up?back=/c/tidewater')
  await stranger.submit('/sign-up', {
    name: 'Linnet',
    email: 'linnet@example.org',
    password: 'four words in a row',
    zone: 'UTC',
  })
  await stranger.submit('/c/tidewater/members')
  await writeBack(house, 'oriel', await fromMod(house, 'oriel'), 'It is lit again.')
  await toMods(house, 'ismay')
  await house.runJobs()
  return keys
}

async function withKey(house: TestHouse, link: string): Promise<Visitor> {
  const visitor = house.guest()
  await comeIn(visitor, link)
  return visitor
}

const everywhere = [
  '/',
  '/outbox',
  '/sign-ups',
  '/sign-up',
  '/account',
  '/healthz',
  '/c/tidewater/deleted-rounds',
  '/c/tidewater/letters',
  '/c/tidewater/letters/1',
  '/c/tidewater/letters/new',
  '/c/tidewater/rounds/lantern-season/days',
  ...[1, 2, 3, 4].map((id) => `/c/tidewater/rounds/lantern-season/claims/${id}`),
  '/communities/new',
  '/join',
  '/set-up',
  '/zone',
  '/key',
  '/key/taking-over',
  '/key/forgetting',
  '/c/tidewater/names',
  '/c/tidewater/rounds/lantern-season/days/4/taking',
  '/works/1',
  '/works/1/history',
]

type Walker = { readonly who: string; readonly visitor: Visitor; readonly own?: string }

/** Guests, whoever comes by a key, and people with an account, who may read their own address. */
async function walkersOf(house: TestHouse, keys: readonly Visitor[]): Promise<Walker[]> {
  const walkers: Walker[] = [
    { who: 'guest', visitor: makeVisitor(house.app) },
    ...keys.map((visitor, at) => ({ who: `key ${at}`, visitor })),
  ]
  for (const who of ['stranger', 'oriel', 'ismay', 'mara'] as const satisfies PersonName[])
    walkers.push({ who, visitor: await house.as(who), own: people[who].email })
  return walkers
}

/** Whose own address a page shows to its owner alone. */
const isOwn = (path: string): boolean => /^\/account(?:\/address)?$/.test(path)

test('no page, feed, book or header shows anybody’s address, but one’s own account to oneself', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const keys = await liveIn(house)
  assert.equal(keys.length, 2)
  for (const { who, visitor, own } of await walkersOf(house, keys)) {
    const answers = await walk(house, visitor, everywhere)
    assert.ok(answers.length > 20, `${who} saw ${answers.length}`)
    assert.ok(answers.some(({ path }) => path.endsWith('.epub')) && answers.some(({ path }) => path.endsWith('.atom')))
    for (const { path, text, headers } of answers) {
      const allowed = isOwn(path) && own !== undefined ? text.replaceAll(own, '') : text
      const found = /[\w.+-]+(?:@|%40)(?:[\w-]+\.)+[a-z]{2,}/i.exec(`${headers}\n${allowed}`)?.[0]
      assert.equal(found === 'name@example.org' ? undefined : found, undefined, `${who} at ${path}`)
    }
    if (own !== undefined)
      assert.ok(
        answers.some(({ path, text }) => path === '/account' && text.includes(own)),
        who,
      )
  }
})

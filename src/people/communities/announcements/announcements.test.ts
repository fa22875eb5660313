// Announcements: written by mods, read by everybody, marked when they change, one at the top; and harmless whatever is in them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeAnnouncement } from '#src/people/communities/announcements/announcements.ts'
import { readText } from '#src/text/read-text.ts'
import { clean } from '#src/platform/web/body/read-body.ts'
import { actingIn } from '#tests/support/acting.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'
import { refused } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'

const here = '/c/tidewater/announcements'
const feed = '/c/tidewater/feed.atom'

async function write(mara: Visitor, title: string, text: string, act = 'post'): Promise<Seen> {
  await mara.visit(`${here}/new`)
  return mara.submit(`${here}/new`, { title, text, do: act })
}

const atomNames = [
  'author',
  'content',
  'entry',
  'feed',
  'id',
  'link',
  'name',
  'published',
  'subtitle',
  'summary',
  'title',
  'updated',
]

const say = (house: TestHouse, who: PersonName, title: string, text: string) =>
  house.act(who, (ctx) => {
    const { form: sourceForm, html, excerpt, sanitiserVersion } = readText({ text, form: 'guess' })
    const said = { title, source: text, sourceForm, html, excerpt, sanitiserVersion }
    return writeAnnouncement(ctx, 'tidewater', { text: said, onceKey: title, isUp: true })
  })

test('what a mod announces is read by guests: on a page of its own, in the list, on the community’s page and in the feed', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  const up = await write(mara, 'The lamps are lit', 'Sign-ups open on *Friday*.')
  assert.match(up.text, /It is up\..*The lamps are lit/)
  const guest = house.guest()
  const page = await guest.visit(up.path)
  assert.match(page.html, /Sign-ups open on <em>Friday<\/em>\./)
  assert.match(page.text, /Monday 19 October 2026 , by Mara Quill/)
  assert.doesNotMatch(page.text, /Change it|Take it down/)
  for (const path of [here, '/c/tidewater']) assert.match((await guest.visit(path)).text, /The lamps are lit Sign-ups/)
  const { html, headers } = await guest.visit(feed)
  assert.match(headers.get('content-type') ?? '', /atom/)
  assert.match(html, /<title>The lamps are lit<\/title>.*<name>Mara Quill<\/name>.*&lt;em&gt;Friday/s)
})

test('a draft and what was taken down are there for mods alone; nothing is lost', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  const draft = await write(mara, 'Not yet', 'Still thinking about it.', 'draft')
  assert.match(draft.text, /Kept\. Only the mods see it\./)
  const unseen = async () => {
    for (const visitor of [house.guest(), await house.as('oriel'), await house.as('stranger')]) {
      assert.equal((await visitor.visit(draft.path)).status, 404)
      for (const path of [here, '/c/tidewater', feed, '/'])
        assert.doesNotMatch((await visitor.visit(path)).html, /Not yet|Still thinking/)
    }
  }
  await unseen()
  await mara.visit(`${draft.path}/edit`)
  await mara.submit(`${draft.path}/edit`, { do: 'post' })
  assert.match((await house.guest().visit(draft.path)).text, /Still thinking/)
  await mara.visit(`${draft.path}/taking-down`)
  assert.match((await mara.submit(`${draft.path}/taking-down`)).text, /is down; its text is kept here.*Not up.*Not yet/)
  await unseen()
})

test('a change is marked with its day, and the first date stays', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  const { path } = await write(mara, 'The lamps are lit', 'On Friday.')
  house.pass(3 * 86_400_000)
  await mara.visit(`${path}/edit`)
  await mara.submit(`${path}/edit`, {})
  assert.doesNotMatch((await house.guest().visit(path)).text, /changed on/, 'nothing was changed')
  await mara.visit(`${path}/edit`)
  await mara.submit(`${path}/edit`, { text: 'On Saturday.' })
  const page = await house.guest().visit(path)
  assert.match(page.text, /Monday 19 October 2026 , by Mara Quill; changed on Thursday 22 October 2026.*On Saturday/)
})

test('one stands at the top of the page: pinning another takes its place', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  const first = await write(mara, 'The first', 'One.')
  await mara.submit(`${first.path}/place`)
  const second = await write(mara, 'The second', 'Two.')
  assert.match((await house.guest().visit(here)).text, /The first.*The second/)
  await mara.visit(second.path)
  await mara.submit(`${second.path}/place`)
  assert.match((await house.guest().visit('/c/tidewater')).text, /The second.*Rounds.*The first/)
  assert.match((await mara.visit(first.path)).text, /Put it at the top/)
  await mara.visit(second.path)
  assert.match((await mara.submit(`${second.path}/place`)).text, /no longer stands at the top/)
})

test('nobody but mods writes, changes, pins or takes down', async () => {
  await using house = await openHouse()
  const { path } = await write(await house.as('mara'), 'The lamps are lit', 'On Friday.')
  assert.equal((await refused(say(house, 'oriel', 'Mine', 'Text'))).code, 'community/mods-only')
  const oriel = await house.as('oriel')
  const csrf = /name="_csrf" value="([^"]*)"/.exec((await oriel.visit('/')).html)?.[1] ?? ''
  for (const to of [`${here}/new`, `${path}/edit`, `${path}/taking-down`])
    assert.equal((await oriel.visit(to)).status, 403, to)
  for (const to of [`${here}/new`, `${path}/edit`, `${path}/place`, `${path}/taking-down`])
    assert.equal((await oriel.post(to, { _csrf: csrf, title: 'Taken', text: 'over', do: 'pin' })).status, 403, to)
  assert.match((await house.guest().visit(path)).text, /The lamps are lit.*On Friday/)
})

test('an announcement of one community has no address in another', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  const { path } = await write(mara, 'The lamps are lit', 'On Friday.')
  await mara.visit('/communities/new')
  await mara.submit('/communities/new', { name: 'Harbour Lights', about: '', zone: 'UTC' })
  assert.equal((await mara.visit(path.replace('tidewater', 'harbour-lights'))).status, 404)
})

test('the same form sent twice announces once, and one without a word does not go up', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(`${here}/new`)
  const fields = { title: 'Once', text: 'Only once.' }
  await mara.submit(`${here}/new`, fields)
  assert.equal((await say(house, 'mara', 'Twice', 'x')).id, (await say(house, 'mara', 'Twice', 'x')).id)
  const empty = await write(mara, 'Nothing', '<p> </p>')
  assert.equal(empty.status, 422)
  assert.match(empty.html, /value="Nothing"/)
})

test('whatever is written as title and text runs nowhere', async () => {
  await using house = await openHouse()
  for (const [at, raw] of xssPayloads.entries()) {
    const payload = clean(raw)
    await say(house, 'mara', payload.replaceAll('\n', ' ').slice(0, 200), `${payload}\n\nEnd ${at}.`).catch(
      (error: unknown) => {
        if (!(error instanceof Error) || !/text\/|announcement\/empty/.test(error.message)) throw error
      },
    )
  }
  const guest = house.guest()
  const { html: list } = await guest.visit(here)
  const pages = new Set([...list.matchAll(/href="(\/c\/tidewater\/announcements\/\d+)"/g)].map(([, to = '']) => to))
  assert.ok(pages.size > 150)
  assert.deepEqual(actingIn('<p onclick="x()">'), ['p onClick'], 'what acts would be seen')
  for (const to of [here, '/c/tidewater', ...pages])
    assert.deepEqual([to, actingIn((await guest.visit(to)).html)], [to, []])
  const { html: xml } = await guest.visit(feed)
  const names = [...xml.matchAll(/<([a-z]+)[\s/>]/g)].map(([, name = '']) => name)
  assert.deepEqual([...new Set(names)].toSorted(), atomNames)
})

// A work for adults asks its reader once per visit, on its page and before its book, and no cache gives its text to anybody who was not asked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asksFirst } from '#src/library/works/adult/asking.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { maySee, type WorkFacts } from '#src/library/works/visibility.ts'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { serve } from '#src/platform/web/serve.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf } from '#tests/world/tidewater.ts'

const freeDay = '2026-11-16T12:00:00.000Z'
const told = /Dear Tobias|slipway|isn’t a promise|the goose/
const question = /This piece is for adults\. It is shown once you say that you are one/

const header = { endnotes: 'Thanks for reading; the goose lives.' }
const adultWork = (house: TestHouse) => post(house, 'oriel', { said: saidOf({ header }, { isAdult: true }) })
const say = (visitor: Visitor, act = 'show'): Promise<Seen> => visitor.submit('/adult', { do: act })

test('a guest sees title and header, is asked, and after one button reads on for the whole visit', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  house.pass(1_000)
  const other = await post(house, 'ismay', { said: saidOf({ title: 'Another' }, { isAdult: true }) })
  const guest = house.guest()
  const asked = await guest.visit(`/works/${work}`)
  assert.equal(asked.status, 200)
  assert.match(asked.text, /Somebody Staying Up by Oriel Finch.*I am an adult; show it Back/)
  assert.match(asked.text, question)
  assert.match(asked.text, /Rating Teen \(for adults\)/)
  assert.doesNotMatch(asked.text, told)
  const read = await say(guest)
  assert.deepEqual([read.path, question.test(read.text)], [`/works/${work}`, false])
  assert.match(read.text, /Dear Tobias.*the goose lives/)
  assert.match((await guest.visit(`/works/${other.work}`)).text, /Dear Tobias/)
  assert.match((await house.guest().visit(`/works/${work}`)).text, question, 'another visit is asked again')
})

test('the word ends with the browser, and is not for scripts', async () => {
  await using house = await openHouse()
  const answer = await house.guest().post('/adult', { do: 'show', back: '/works/1' })
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('adult=')) ?? ''
  assert.match(cookie, /^adult=yes; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('the book asks as the page does, and then comes', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  const guest = house.guest()
  const book = `/works/${work}/download.epub`
  const asked = await guest.visit(book)
  assert.deepEqual([asked.status, question.test(asked.text), told.test(asked.text)], [403, true, false])
  const came = await say(guest)
  assert.deepEqual([came.path, came.status, came.headers.get('content-type')], [book, 200, 'application/epub+zip'])
})

test('search engines keep neither page nor book; other works say nothing of that', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  house.pass(1_000)
  const plain = await post(house, 'ismay')
  const guest = house.guest()
  for (const path of [`/works/${work}`, `/works/${work}/download.epub`])
    assert.equal((await guest.visit(path)).headers.get('x-robots-tag'), 'noindex')
  assert.equal((await guest.visit(`/works/${plain.work}`)).headers.get('x-robots-tag'), null)
})

test('who wrote it is not asked, nor the mod who posted it for a reserved name; other mods and members are', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  const forAnn = await post(house, 'mara', { said: saidOf({}, { isAdult: true }), reservedName: 'Ann Teak' })
  assert.doesNotMatch((await (await house.as('oriel')).visit(`/works/${work}`)).text, question)
  assert.doesNotMatch((await (await house.as('mara')).visit(`/works/${forAnn.work}`)).text, question)
  for (const who of ['mara', 'ismay', 'stranger'] as const)
    assert.match((await (await house.as(who)).visit(`/works/${work}`)).text, question)
})

test('with an account one can say so for good, on every device, and take it back', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  const ismay = await house.as('ismay')
  await ismay.visit(`/works/${work}`)
  assert.match((await say(ismay, 'always')).text, /You are not asked any more.*Dear Tobias/)
  const elsewhere = await house.as('ismay')
  assert.match((await elsewhere.visit(`/works/${work}`)).text, /Dear Tobias/)
  assert.match((await elsewhere.visit(`/works/${work}`)).html, /href="\/adult"/)
  await elsewhere.visit('/adult')
  assert.match((await say(elsewhere, 'ask')).text, /You are asked again/)
  assert.match((await elsewhere.visit(`/works/${work}`)).text, question)
  assert.match(
    (await (await house.as('nour')).visit(`/works/${work}`)).text,
    question,
    'it is one account’s own choice',
  )
})

test('who signs out has said nothing to whoever sits down next', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  const ismay = await house.as('ismay')
  await ismay.visit(`/works/${work}`)
  await say(ismay)
  await ismay.submit('/sign-out')
  assert.match((await ismay.visit(`/works/${work}`)).text, question)
})

test('a guest cannot choose for good, and the way back leads nowhere but here', async () => {
  await using house = await openHouse()
  const answer = await house.guest().post('/adult', { do: 'always', back: 'https://evil.example/' })
  assert.equal(answer.headers.get('location'), '/adult')
  const foreign = await house.guest().post('/adult', { do: 'show', back: '/' }, { 'sec-fetch-site': 'cross-site' })
  assert.deepEqual([foreign.status, foreign.headers.getSetCookie()], [403, []])
})

test('what is kept for guests is the question: whoever has answered gets a page of their own, and nobody else gets theirs', async () => {
  const real = openPageCache()
  let answered = 0
  const cache = { ...real, find: (key: string) => (real.find(key) ? ((answered += 1), real.find(key)) : undefined) }
  await using house = await openHouse({ at: freeDay, cache })
  const serving = await serve((request, env) => house.app.fetch(request, Object(env)), '127.0.0.1', 0, cache)
  const { work } = await adultWork(house)
  const ask = async (cookie?: string, etag?: string) => {
    const headers = { ...(cookie ? { cookie } : {}), ...(etag ? { 'if-none-match': etag } : {}) }
    const answer = await fetch(`http://127.0.0.1:${serving.port}/works/${work}`, { headers })
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text(), answer }
  }
  try {
    const word = `adult-${serving.port}=yes`
    assert.match((await ask(word)).text, told)
    const first = await ask()
    assert.doesNotMatch(first.text, told)
    assert.match(first.text, /I am an adult; show it/)
    assert.match(first.answer.headers.get('vary') ?? '', /Cookie/)
    assert.equal(answered, 0)
    assert.doesNotMatch((await ask()).text, told)
    assert.equal(answered, 1, 'the question is kept')
    for (const cookie of [word, `a=b; ${word}`, `${word}; b=c`]) assert.match((await ask(cookie)).text, told)
    const whole = await ask(word, first.etag)
    assert.deepEqual([whole.status, told.test(whole.text)], [200, true], 'the question is not taken for the text')
    for (const cookie of [`adult-${serving.port}=no`, `adult-${serving.port}=`, `b${word}`, 'adult=yes'])
      assert.doesNotMatch((await ask(cookie)).text, told)
    assert.doesNotMatch((await ask()).text, told)
  } finally {
    await serving.stop()
  }
})

test('what may not be seen is not asked about: it is missing, whatever its reader has said', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await post(house, 'oriel', { said: saidOf({}, { isAdult: true, audience: 'members' }) })
  const guest = house.guest()
  await guest.post('/adult', { do: 'show', back: '/' })
  for (const visitor of [guest, house.guest()])
    for (const path of [`/works/${work}`, `/works/${work}/download.epub`])
      assert.equal((await visitor.visit(path)).status, 404)
})

test('the question is asked of exactly those whom the rule says a work for adults is shown to, and who have not said so', async () => {
  await using house = await openHouse({ at: freeDay })
  const { work } = await adultWork(house)
  const whole = fc.record({
    isAdult: fc.boolean(),
    hasSaid: fc.boolean(),
    who: fc.constantFrom('oriel', 'ismay', 'guest'),
  })
  await fc.assert(
    fc.asyncProperty(whole, async ({ isAdult, hasSaid, who }) => {
      const facts: WorkFacts = {
        state: 'posted',
        audience: 'everyone',
        community: 1,
        isUnrevealed: false,
        isAnonymous: false,
        isAdult,
        isHidden: false,
        isDeleted: false,
        creators: [accountOf('oriel')],
      }
      await house.act(who === 'guest' ? { kind: 'guest' } : (who as 'oriel'), async (ctx) => {
        const beholder = await beholderOf(ctx.db, ctx.viewer)
        const sight = maySee(facts, beholder)
        const asked = await asksFirst(ctx, beholder, { id: work, isAdult }, hasSaid)
        assert.equal(asked, sight.kind === 'seen' && sight.isAdult && !hasSaid && who !== 'oriel')
      })
    }),
    { numRuns: 40 },
  )
})

test('lists, feed and calendar show what they show of every work, and none of its text', async () => {
  await using house = await openHouse({ at: freeDay })
  await adultWork(house)
  const round = '/c/tidewater/rounds/lantern-season'
  for (const path of ['/', '/c/tidewater', round, `${round}/feed.atom`]) {
    const page = await house.guest().visit(path)
    assert.match(page.html, /Somebody Staying Up/, path)
    assert.doesNotMatch(page.html, told, path)
  }
})

// What guests read is kept in memory, and no change that they could see is ever hidden from them by that.
import assert from 'node:assert/strict'
import { setTimeout as after } from 'node:timers/promises'
import { test } from 'node:test'
import { hidePiece, unhidePiece } from '#src/fests/posting/mods/rulings.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { reviseWork, takeDown } from '#src/library/works/works.ts'
import { openContext } from '#src/platform/context.ts'
import { followChanges } from '#src/platform/web/cache-follower.ts'
import { openPageCache, type PageCache } from '#src/platform/web/page-cache.ts'
import { serve } from '#src/platform/web/serve.ts'
import { answerAsk, tieWork } from '#src/library/works/asks/asks.ts'
import { listAskedOf } from '#src/library/works/asks/own-asks.ts'
import { beginSeries, changeSeries, deleteSeries } from '#src/library/works/series/series.ts'
import { postChapter } from '#src/library/works/chapters/chapters.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { chapterOf, write, writeAndPost } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { comesBack, leave } from '#tests/world/leaving.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

type Served = AsyncDisposable & {
  readonly house: TestHouse
  readonly cache: PageCache
  /** What the names of the site's own cookies end with. */
  readonly mark: string
  readonly kept: () => number
  readonly ask: (path: string, headers?: Record<string, string>) => Promise<Response>
}

async function openServed(): Promise<Served> {
  const real = openPageCache()
  let answered = 0
  const find: PageCache['find'] = (key) => {
    const page = real.find(key)
    if (page) answered += 1
    return page
  }
  const cache = { ...real, find }
  const house = await openHouse({ at: '2026-11-16T12:00:00.000Z', cache })
  const serving = await serve((request, env) => house.app.fetch(request, Object(env)), '127.0.0.1', 0, cache)
  return {
    house,
    cache,
    mark: `-${serving.port}`,
    kept: () => answered,
    ask: (path, headers = {}) => fetch(`http://127.0.0.1:${serving.port}${path}`, { headers }),
    async [Symbol.asyncDispose]() {
      await serving.stop()
      await house[Symbol.asyncDispose]()
    },
  }
}

const feed = '/c/tidewater/rounds/lantern-season/feed.atom'
const textOf = async (response: Promise<Response>): Promise<string> => (await response).text()

test('a second guest is answered from memory, with the same headers, and is not sent what they have', async () => {
  await using served = await openServed()
  const { work } = await post(served.house, 'oriel')
  const path = `/works/${work}`
  const first = await served.ask(path)
  const second = await served.ask(path, { 'accept-encoding': 'identity' })
  assert.equal(served.kept(), 1)
  assert.equal(await second.text(), await first.text())
  for (const name of ['content-type', 'content-security-policy', 'x-frame-options', 'etag', 'cache-control'])
    assert.equal(second.headers.get(name), first.headers.get(name), name)
  assert.notEqual(second.headers.get('x-request-id'), null)
  assert.notEqual(second.headers.get('x-request-id'), first.headers.get('x-request-id'))
  const again = await served.ask(path, { 'if-none-match': first.headers.get('etag') ?? '' })
  assert.deepEqual([again.status, await again.text(), served.kept()], [304, '', 2])
  await after(50)
  const packed = await served.ask(path, { 'accept-encoding': 'br' })
  assert.deepEqual(
    [packed.headers.get('content-encoding'), (await packed.text()).includes('Dear Tobias')],
    ['br', true],
  )
})

test('whoever is signed in, has chosen a zone, or is told something, gets a page of their own', async () => {
  await using served = await openServed()
  const { work } = await post(served.house, 'oriel')
  await textOf(served.ask(`/works/${work}`))
  const oriel = await served.house.as('oriel')
  const session = `roundelay${served.mark}=${oriel.cookies.get('roundelay')}`
  assert.match(await textOf(served.ask(`/works/${work}`, { cookie: session })), /Edit this piece/)
  for (const cookie of ['zone=Asia/Tokyo', `a=b; notice${served.mark}=Done`])
    await textOf(served.ask(`/works/${work}`, { cookie }))
  assert.equal(served.kept(), 0)
  assert.doesNotMatch(await textOf(served.ask(`/works/${work}`)), /Edit this piece/)
  assert.equal(served.kept(), 1)
})

test('guests who read in the same way share what is kept, and those who read otherwise never see it', async () => {
  await using served = await openServed()
  const { work } = await post(served.house, 'oriel')
  const ask = (reading: string) => textOf(served.ask(`/works/${work}`, { cookie: `a=b; reading=${reading}` }))
  const large = await ask('paper-dark.size-large')
  assert.match(large, /data-paper="dark" data-size="large"/)
  assert.equal(served.kept(), 0)
  // The order in which a browser says it, and what nobody knows, make no other page.
  assert.equal(await ask('size-large.paper-dark.face-unknown'), large)
  assert.equal(served.kept(), 1)
  assert.doesNotMatch(await ask('usual'), /data-size/)
  assert.doesNotMatch(await textOf(served.ask(`/works/${work}`)), /data-size/)
  assert.equal(served.kept(), 2)
})

test('after every change that a guest could see, the next guest sees it', async () => {
  await using served = await openServed()
  const { house } = served
  const { work } = await post(house, 'oriel')
  const page = () => textOf(served.ask(`/works/${work}`))
  const both = async () => `${await page()}${await textOf(served.ask(feed))}`
  const edit = (change: Parameters<typeof reviseWork>[2]) =>
    house.act('oriel', (ctx) =>
      ctx.atomically('nothing', async (tx) => reviseWork(tx, await mustEdit(tx, work), change)),
    )
  await both()
  await edit(saidOf({ title: 'Renamed' }))
  assert.match(await page(), /Renamed/)
  assert.match(await textOf(served.ask(feed)), /Renamed/)
  const next = await post(house, 'ismay', { said: saidOf({ title: 'Came After' }) })
  assert.match(await page(), /Came After/)
  assert.match(await textOf(served.ask(feed)), /Came After/)
  await edit(saidOf({ title: 'Renamed' }, { audience: 'members' }))
  assert.equal((await served.ask(`/works/${work}`)).status, 404)
  assert.doesNotMatch(await textOf(served.ask(feed)), /Renamed/)
  await edit(saidOf({ title: 'Back' }))
  assert.match(await both(), /Back.*Back/s)
  await house.act('ismay', (ctx) =>
    ctx.atomically('nothing', async (tx) => takeDown(tx, await mustEdit(tx, next.work))),
  )
  assert.equal((await served.ask(`/works/${next.work}`)).status, 404)
  assert.doesNotMatch(await both(), /Came After/)
})

test('a scheduled piece that goes up is in the feed of the next guest', async () => {
  await using served = await openServed()
  const { house } = served
  house.at('2026-11-01T12:00:00.000Z')
  const claim = await take(house, 'oriel', '11-04')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  assert.doesNotMatch(await textOf(served.ask(feed)), /Somebody Staying Up/)
  assert.equal((await served.ask(`/works/${work}`)).status, 404)
  house.at('2026-11-04T00:00:03.000Z')
  await house.runJobs()
  assert.match(await textOf(served.ask(feed)), /Somebody Staying Up/)
  assert.equal((await served.ask(`/works/${work}`)).status, 200)
})

test('what another process changes is seen within a second', async () => {
  await using served = await openServed()
  const { house, cache } = served
  const { work } = await post(house, 'oriel')
  const following = await followChanges(house.ground, cache)
  try {
    await textOf(served.ask(`/works/${work}`))
    // As another process would: with a ground that tells this one's memory nothing.
    const elsewhere = { ...house.ground, told: undefined }
    const { ctx, end } = openContext(elsewhere, { kind: 'host' })
    await ctx.atomically('nothing', async (tx) => {
      await tx.db.updateTable('works').set({ title: 'From elsewhere' }).where('id', '=', work).execute()
      tx.announce({ name: 'work.revised', work })
    })
    await end()
    assert.match(await textOf(served.ask(`/works/${work}`)), /Somebody Staying Up/)
    await after(1_000)
    assert.match(await textOf(served.ask(`/works/${work}`)), /From elsewhere/)
  } finally {
    await following.stop()
  }
})

test('a page that was being made while something changed is not kept', () => {
  const cache = openPageCache()
  const page = { headers: [], etag: '"a"', body: new Uint8Array(10), reads: ['work:1'] }
  const begun = cache.begin()
  cache.drop(['work:1'])
  cache.keep('one', { ...page, begun })
  assert.equal(cache.find('one'), undefined)
  cache.keep('one', { ...page, begun: cache.begin() })
  assert.notEqual(cache.find('one'), undefined)
  cache.drop(['work:2'])
  assert.notEqual(cache.find('one'), undefined)
  cache.drop(['work:1'])
  assert.equal(cache.find('one'), undefined)
})

test('memory has an end: what nobody has asked for longest goes first', () => {
  const cache = openPageCache({ megabytes: 1 })
  const body = new Uint8Array(300_000)
  for (const key of ['a', 'b', 'c']) cache.keep(key, { headers: [], etag: '"a"', body, reads: ['x'], begun: 0 })
  cache.find('a')
  cache.keep('d', { headers: [], etag: '"a"', body, reads: ['x'], begun: 0 })
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((key) => cache.find(key) !== undefined),
    [true, false, true, true],
  )
})

test('an address that names another host than its header changes nothing for others', async () => {
  const cache = openPageCache()
  await using house = await openHouse({ cache })
  await house.app.request(`http://elsewhere.example${feed}`, { headers: { host: 'fest.example' } })
  assert.equal(cache.find(`fest.example  ${feed}`), undefined)
  await house.app.request(`http://fest.example${feed}`, { headers: { host: 'fest.example' } })
  assert.notEqual(cache.find(`fest.example  ${feed}`), undefined)
})

test('what a mod hides is hidden from guests at once, and what is shown or corrected again is as it is now', async () => {
  await using served = await openServed()
  const { work } = await post(served.house, 'oriel')
  const page = `/works/${work}`
  const visit = async (): Promise<number> => (await served.ask(page)).status
  assert.deepEqual([await visit(), await visit()], [200, 200])
  assert.match(await textOf(served.ask(feed)), /Somebody Staying Up/)
  await served.house.act('mara', (ctx) => hidePiece(ctx, work, 'We are asking something.'))
  assert.equal(await visit(), 404)
  assert.doesNotMatch(await textOf(served.ask(feed)), /Somebody Staying Up/)
  await served.house.act('mara', (ctx) => unhidePiece(ctx, work))
  assert.deepEqual([await visit(), await visit()], [200, 200])
  const mara = await served.house.as('mara')
  await mara.visit(`${page}/correction`)
  await mara.submit(`${page}/correction`, { title: 'Somebody Awake' })
  assert.match(await textOf(served.ask(page)), /Somebody Awake/)
})

test('nobody reads from memory the name of somebody who has left without it', async () => {
  await using served = await openServed()
  const { house } = served
  const { work } = await post(house, 'oriel')
  const roads = [`/works/${work}`, '/c/tidewater/rounds/lantern-season', '/', '/c/tidewater', feed]
  for (const road of roads) for (const _ of [1, 2]) await textOf(served.ask(road))
  assert.match(await textOf(served.ask(roads[0] ?? '')), /Oriel/)
  await leave(house, 'oriel', 'nameless')
  for (const road of roads) assert.doesNotMatch(await textOf(served.ask(road)), /Oriel/, road)
  await comesBack(house, 'oriel')
  assert.match(await textOf(served.ask(roads[0] ?? '')), /Oriel/)
})

test('a tie that is agreed to, and a series that is put in order, are read at once', async () => {
  await using served = await openServed()
  const { house } = served
  const { work } = await post(house, 'oriel')
  const { work: other } = await post(house, 'ismay', { said: saidOf({ title: 'Salt in the Ink' }) })
  const series = await house.act('oriel', (ctx) =>
    beginSeries(ctx, { work, penName: undefined, said: { title: 'The Lamps', summary: '' } }),
  )
  const pages = [paths.work(work), paths.work(other), paths.series(series)]
  for (const page of pages) assert.doesNotMatch(await textOf(served.ask(page)), /remix|All the lamps/)
  await house.act('oriel', (ctx) => tieWork(ctx, work, { kind: 'remix', to: { work: other } }))
  const [ask] = await house.act('ismay', listAskedOf)
  await house.act('ismay', (ctx) => answerAsk(ctx, ask?.id ?? 0, 'agree'))
  await house.act('oriel', (ctx) => changeSeries(ctx, series, { title: 'The Lamps', summary: 'All the lamps.' }))
  assert.match(await textOf(served.ask(paths.work(work))), /A remix of/)
  assert.match(await textOf(served.ask(paths.work(other))), /a remix of it/)
  assert.match(await textOf(served.ask(paths.series(series))), /All the lamps/)
  await house.act('ismay', (ctx) => answerAsk(ctx, ask?.id ?? 0, 'decline'))
  for (const page of pages) assert.doesNotMatch(await textOf(served.ask(page)), /remix of/)
  await house.act('oriel', (ctx) => deleteSeries(ctx, series))
  assert.equal((await served.ask(paths.series(series))).status, 404)
  assert.doesNotMatch(await textOf(served.ask(paths.work(work))), /The Lamps/)
})

test('a chapter that is put up is read at once, wherever its work is kept', async () => {
  await using served = await openServed()
  const { work } = await post(served.house, 'oriel')
  await writeAndPost(served.house, 'oriel', work, chapterOf('The Goose'))
  const pages = [paths.work(work), paths.workWhole(work), paths.workChapters(work), feed]
  for (const page of pages) assert.doesNotMatch(await textOf(served.ask(page)), /The Gander/)
  for (const page of pages) await served.ask(page)
  assert.equal(served.kept(), pages.length)
  served.house.pass(1_000)
  const draft = await write(served.house, 'oriel', work, chapterOf('The Gander'))
  for (const page of pages) assert.doesNotMatch(await textOf(served.ask(page)), /The Gander/)
  await served.house.act('oriel', (ctx) => postChapter(ctx, { work, chapter: draft }))
  for (const page of pages) assert.match(await textOf(served.ask(page)), /The Gander/, page)
})

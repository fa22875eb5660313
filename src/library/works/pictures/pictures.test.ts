// Pictures of works: what comes in place of one, what is made of them, that they can be the whole piece, and who gets their bytes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import type { Updateable } from 'kysely'
import { toInstant } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import type { WorksTable } from '#src/schema/library/works.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from '#tests/world/people.ts'
import { take } from '#tests/world/deeds.ts'
import { addressesIn, bringPictureAs, painted } from '#tests/world/pictures.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const at = '2026-11-16T12:00:00.000Z'

async function withWork(change: Parameters<typeof saidOf>[1] = {}): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse({ at })
  const { work } = await post(house, 'oriel', { said: saidOf({}, change) })
  return { house, work }
}

const got = async (house: TestHouse, address: string, who?: PersonName, more: Record<string, string> = {}) => {
  const cookie = who === undefined ? {} : { cookie: `roundelay=${(await house.as(who)).cookies.get('roundelay')}` }
  return house.app.request(`http://fest.example${address}`, { headers: { host: 'fest.example', ...cookie, ...more } })
}

const filesIn = (house: TestHouse) =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.db.selectFrom('files').select(['id', 'bytes', 'made_of as madeOf']).execute(),
  )

test('its creator brings a picture; it stands above the text, drawn anew in several widths, with nothing of what the file said', async () => {
  const { house, work } = await withWork()
  await using _ = house
  const bytes = await painted(2_400, 1_600)
    .jpeg()
    .withExif({ IFD0: { Artist: 'Somebody with a camera' }, IFD3: { GPSLatitude: '41/1 9/1 0/1' } })
    .toBuffer()
  const answer = await bringPictureAs(house, 'oriel', work, { bytes, said: { caption: 'The Head, from the sea' } })
  assert.equal(answer.status, 303)
  assert.deepEqual(addressesIn((await house.guest().visit(paths.work(work))).html), [])
  await house.runJobs()
  const { html, text } = await house.guest().visit(paths.work(work))
  assert.match(html, /<img src="[^"]+\.jpg" alt="A lamp on a wall" width="1280" height="853"/)
  assert.match(text, /The Head, from the sea/)
  const widths: number[] = []
  for (const address of addressesIn(html)) {
    const sent = await got(house, address)
    const body = Buffer.from(await sent.arrayBuffer())
    const { format, width, exif } = await sharp(body).metadata()
    assert.equal(sent.headers.get('content-type'), `image/${format}`)
    assert.equal(sent.headers.get('cache-control'), 'private, no-cache')
    assert.equal(exif, undefined)
    assert.doesNotMatch(body.toString('latin1'), /Somebody with a camera/)
    widths.push(width)
  }
  assert.deepEqual(
    widths.toSorted((a, b) => a - b),
    [480, 960, 1_280, 1_920],
  )
  const came = (await filesIn(house)).filter(({ madeOf }) => madeOf === null)
  assert.deepEqual(
    came.map((file) => file.bytes.byteLength),
    [0],
  )
})

test('an icon is drawn dot by dot, and of a picture that moves its first is shown', async () => {
  const { house, work } = await withWork()
  await using _ = house
  const dot = { create: { width: 100, height: 100, channels: 4 as const, background: '#8a3b12ff' } }
  await bringPictureAs(house, 'oriel', work, { bytes: await sharp(dot).png().toBuffer() })
  await bringPictureAs(house, 'oriel', work, { bytes: await sharp(dot).gif().toBuffer() })
  await house.runJobs()
  const { html } = await house.guest().visit(paths.work(work))
  assert.match(html, /class="art art--icons"/)
  for (const address of addressesIn(html)) {
    const { data, info } = await sharp(Buffer.from(await (await got(house, address)).arrayBuffer()))
      .raw()
      .toBuffer({ resolveWithObject: true })
    assert.deepEqual([info.width, info.height, ...data.subarray(0, 3)], [100, 100, 0x8a, 0x3b, 0x12])
  }
})

const hostile: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, RegExp])[] = [
  [
    'a text that is called .png',
    () => new TextEncoder().encode('Not a picture'),
    /JPEG, PNG, WebP and GIF can be read/,
  ],
  ['a drawing with a script', () => new TextEncoder().encode('<svg><script>alert(1)</script></svg>'), /drawing in SVG/],
  ['a head without a picture', () => new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61]), /This picture is broken/],
  ['nothing', () => new Uint8Array(), /Please choose a picture/],
]

test('whatever comes in place of a picture gets a sentence, and what was said of it is still there', async () => {
  const { house, work } = await withWork()
  await using _ = house
  for (const [what, bytesOf, sentence] of hostile) {
    const answer = await bringPictureAs(house, 'oriel', work, { bytes: await bytesOf() })
    const html = await answer.text()
    assert.equal(answer.status, 422, what)
    assert.match(html, sentence, what)
    assert.match(html, /A lamp on a wall/, what)
  }
  assert.deepEqual(await filesIn(house), [])
})

test('alternative text is asked for and never in the way; a decoration says nothing, what is not described says that', async () => {
  const { house, work } = await withWork()
  await using _ = house
  await bringPictureAs(house, 'oriel', work, { said: { alt: '' } })
  await bringPictureAs(house, 'oriel', work, { said: { alt: 'ignored', purpose: 'decoration' } })
  await house.runJobs()
  const { html } = await house.guest().visit(paths.work(work))
  assert.deepEqual(
    [...html.matchAll(/<img src="\/files[^>]*? alt="([^"]*)"/g)].map(([, alt]) => alt),
    ['Picture 1, not described', ''],
  )
})

test('pictures have an order, can be changed, taken away and brought back; after thirty days nothing of one is left', async () => {
  const { house, work } = await withWork()
  await using _ = house
  for (const alt of ['one', 'two']) await bringPictureAs(house, 'oriel', work, { said: { alt } })
  await house.runJobs()
  const alts = async () =>
    [...(await house.guest().visit(paths.work(work))).html.matchAll(/<img src="\/files[^>]*? alt="([^"]*)"/g)].map(
      ([, alt]) => alt,
    )
  const ids = await house.act({ kind: 'host' }, (ctx) => ctx.db.selectFrom('work_pictures').select('id').execute())
  const [first = 0, second = 0] = ids.map(({ id }) => id)
  const oriel = await house.as('oriel')
  const press = async (picture: number, said: Record<string, string>) => {
    await oriel.visit(paths.workPictures(work))
    return oriel.submit(paths.workPicture(work, picture), said)
  }
  await press(second, { do: 'up' })
  assert.deepEqual(await alts(), ['two', 'one'])
  await oriel.visit(paths.workPicture(work, first))
  await oriel.submit(paths.workPicture(work, first), {
    do: 'save',
    alt: 'the first',
    purpose: 'picture',
    stands: 'before',
  })
  assert.deepEqual(await alts(), ['two', 'the first'])
  await press(second, { do: 'away' })
  assert.deepEqual(await alts(), ['the first'])
  await press(second, { do: 'back' })
  assert.deepEqual(await alts(), ['two', 'the first'])
  await press(second, { do: 'away' })
  const before = (await filesIn(house)).length
  house.pass(31 * 86_400_000)
  await house.runJobs()
  assert.ok((await filesIn(house)).length < before)
  assert.match((await oriel.visit(paths.workPictures(work))).html, /the first/)
  assert.doesNotMatch((await oriel.visit(paths.workPictures(work))).html, /Bring it back/)
})

test('only its creators bring and change pictures', async () => {
  const { house, work } = await withWork()
  await using _ = house
  for (const who of ['ismay', 'mara'] as const) {
    assert.equal((await (await house.as(who)).visit(paths.workPictures(work))).status, 404)
    assert.equal((await bringPictureAs(house, who, work)).status, 404)
  }
})

type Case = readonly [name: string, columns: Updateable<WorksTable>, seenBy: readonly (PersonName | 'guest')[]]

const everybody = ['guest', 'stranger', 'ismay', 'mara', 'oriel'] as const
const hiddenAt = toInstant(at)

const cases: readonly Case[] = [
  ['posted', {}, everybody],
  ['draft', { state: 'draft', revealed_at: null }, ['oriel']],
  ['scheduled', { state: 'scheduled', revealed_at: null, goes_up_at: hiddenAt }, ['oriel']],
  ['taken down', { state: 'withdrawn' }, ['oriel']],
  ['deleted', { deleted_at: hiddenAt }, []],
  ['unrevealed', { is_unrevealed: 1 }, ['mara', 'oriel']],
  ['hidden', { hidden_at: hiddenAt }, ['mara', 'oriel']],
  ['for members', { audience: 'members' }, ['ismay', 'mara', 'oriel']],
]

test('the bytes of a picture are for whoever may see its work, by any address, also with what they had in hand', async () => {
  const { house, work } = await withWork()
  await using _ = house
  await bringPictureAs(house, 'oriel', work)
  await house.runJobs()
  const shown = addressesIn((await house.guest().visit(paths.work(work))).html)
  const addresses = [...shown, (shown[0] ?? '').replace(/\/[^/]+$/, '')]
  const etag = (await got(house, addresses[0] ?? '')).headers.get('etag') ?? ''
  for (const [name, columns, seenBy] of cases) {
    const all = { state: 'posted', deleted_at: null, is_unrevealed: 0, hidden_at: null, audience: 'everyone' } as const
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db
          .updateTable('works')
          .set({ ...all, ...columns })
          .where('id', '=', work)
          .execute(),
      ),
    )
    for (const who of everybody) {
      for (const address of addresses) {
        const answer = await got(house, address, who === 'guest' ? undefined : who)
        const isSeen = seenBy.includes(who)
        assert.equal(answer.status, isSeen ? 200 : 404, `${name}: ${who} at ${address}`)
        assert.doesNotMatch(answer.headers.get('cache-control') ?? '', /public|max-age=[1-9]/)
        if (!isSeen) assert.doesNotMatch(answer.headers.get('content-type') ?? '', /^image/)
      }
      const again = await got(house, addresses[0] ?? '', who === 'guest' ? undefined : who, { 'if-none-match': etag })
      assert.equal(again.status, seenBy.includes(who) ? 304 : 404, `${name}: ${who} had it`)
    }
  }
})

test('the pictures of a work for adults are asked about as its text is', async () => {
  const { house, work } = await withWork({ isAdult: true })
  await using _ = house
  await bringPictureAs(house, 'oriel', work)
  await house.runJobs()
  const guest = house.guest()
  assert.deepEqual(addressesIn((await guest.visit(paths.work(work))).html), [])
  const [address = ''] = addressesIn((await (await house.as('oriel')).visit(paths.work(work))).html)
  const refused = await got(house, address)
  assert.equal(refused.status, 303)
  assert.equal(refused.headers.get('location'), paths.work(work))
  await guest.submit(paths.adult, { do: 'show' })
  assert.ok(addressesIn((await guest.visit(paths.work(work))).html).includes(address))
})

test('what stands in a text goes with the chapter that has it, and until then is its creators’ alone', async () => {
  const { house, work } = await withWork()
  await using _ = house
  await bringPictureAs(house, 'oriel', work, { said: { stands: 'inside' } })
  await house.runJobs()
  const { uid } = await house.act({ kind: 'host' }, (ctx) =>
    ctx.db.selectFrom('work_pictures').select('uid').executeTakeFirstOrThrow(),
  )
  assert.equal((await got(house, paths.picture(uid))).status, 404)
  assert.equal((await got(house, paths.picture(uid), 'oriel')).status, 200)
  assert.deepEqual(addressesIn((await house.guest().visit(paths.work(work))).html), [])
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('chapters')
        .set({ html: `<p><img alt="A lamp" src="${paths.picture(uid)}"></p>` })
        .where('work_id', '=', work)
        .execute(),
    ),
  )
  assert.equal((await got(house, paths.picture(uid))).status, 200)
})

test('pictures can be the whole piece, and handing them in counts for the day', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const to = `/c/tidewater/rounds/lantern-season/post?claim=${claim.id}`
  const said = { text: '', title: 'Nine lamps', kind: 'icons', textForm: 'guess', audience: 'everyone', role: 'main' }
  await oriel.visit(to)
  const empty = await oriel.submit(to, { ...said, do: 'post' })
  assert.match(empty.text, /There is nothing here yet.*keep it as a draft and bring its pictures or recordings/)
  const draft = await oriel.submit(to, { ...said, do: 'draft' })
  assert.match(draft.text, /Kept as a draft/)
  const work = Number(/\/works\/(\d+)\/pictures/.exec(draft.html)?.[1])
  await bringPictureAs(house, 'oriel', work)
  await house.runJobs()
  const again = `${to}&work=${work}`
  await oriel.visit(again)
  const posted = await oriel.submit(again, { ...said, do: 'post' })
  assert.match(posted.text, /Nine lamps/)
  assert.equal(addressesIn(posted.html).length > 0, true)
  const state = await house.act({ kind: 'host' }, (ctx) =>
    ctx.db.selectFrom('claims').select('state').where('id', '=', claim.id).executeTakeFirstOrThrow(),
  )
  assert.equal(state.state, 'kept')
})

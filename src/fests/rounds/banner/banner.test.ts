// The banner of a round: who brings it, what is made of it, who sees it, and what is said to files that are none.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { deleteRound } from '#src/fests/rounds/deletion.ts'
import { planRound } from '#src/fests/rounds/rounds.ts'
import { readRows } from '#src/platform/database/archive.ts'
import { copyOut } from '#src/platform/database/copy.ts'
import { etagOf } from '#src/platform/web/etag.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from '#tests/world/people.ts'
import { lanterns, where } from '#tests/world/tidewater.ts'

const page = paths.roundBanner(where.community, where.round)
const round = paths.round(where.community, where.round)

const painted = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2b4f86' } })

const good = (): Promise<Buffer> =>
  painted(3_000, 900)
    .jpeg()
    .withExif({ IFD0: { Artist: 'Somebody with a camera' }, IFD3: { GPSLatitude: '41/1 9/1 0/1' } })
    .toBuffer()

const words = { alt: 'A lighthouse over a dark bay', artist: 'bramblejam' }

type Sent = {
  readonly bytes?: Uint8Array
  readonly name?: string
  readonly type?: string
  readonly said?: Record<string, string>
}

/** As a browser sends a form with a file, by somebody who has just opened the page. */
async function bring(house: TestHouse, who: PersonName, sent: Sent = {}): Promise<Response> {
  const visitor = await house.as(who)
  const { html } = await visitor.visit(page)
  const body = new FormData()
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '')
  for (const [name, value] of Object.entries({ ...words, ...sent.said })) body.set(name, value)
  const bytes = new Uint8Array(sent.bytes ?? (await good()))
  body.set('picture', new File([bytes], sent.name ?? 'banner.jpg', { type: sent.type ?? 'image/jpeg' }))
  const cookie = `roundelay=${visitor.cookies.get('roundelay')}`
  return house.app.request(`http://fest.example${page}`, {
    method: 'POST',
    body,
    headers: { host: 'fest.example', 'sec-fetch-site': 'same-origin', cookie },
  })
}

const picturesIn = (html: string): string[] => [
  ...new Set(html.match(/\/c\/tidewater\/rounds\/[\w-]+\/banner\/[\w-]+\.\w+/g) ?? []),
]

test('a mod brings a picture, a job makes bands of it, and it stands above the title with its words and its artist', async () => {
  await using house = await openHouse()
  assert.equal((await bring(house, 'mara')).status, 303)
  assert.doesNotMatch((await house.guest().visit(round)).html, /class="banner"/)
  await house.runJobs()
  const { html, text } = await house.guest().visit(round)
  assert.match(html, /<picture class="banner">.*<\/picture><\/header>.*<main/s)
  assert.match(html, /alt="A lighthouse over a dark bay"/)
  assert.match(text, /banner by bramblejam/)
  const sizes = new Set<string>()
  for (const address of picturesIn(html)) {
    const answer = await house.app.request(`http://fest.example${address}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { format, width, height, exif } = await sharp(bytes).metadata()
    assert.equal(answer.headers.get('content-type'), `image/${format}`)
    assert.equal(exif, undefined)
    assert.doesNotMatch(bytes.toString('latin1'), /Somebody with a camera/)
    sizes.add(`${width}x${height}`)
  }
  assert.deepEqual([...sizes].toSorted(), ['1440x246', '2880x492', '840x264'])
})

test('what is said of a banner changes without a new picture, and taking it away leaves nothing of it', async () => {
  await using house = await openHouse()
  await bring(house, 'mara')
  await house.runJobs()
  assert.equal(
    (await bring(house, 'mara', { bytes: new Uint8Array(), name: '', said: { artist: 'Ismay' } })).status,
    303,
  )
  assert.match((await house.guest().visit(round)).text, /banner by Ismay/)
  const mara = await house.as('mara')
  await mara.visit(page)
  await mara.submit(paths.roundBannerAway(where.community, where.round))
  assert.doesNotMatch((await house.guest().visit(round)).html, /class="banner"/)
  assert.deepEqual(await filesIn(house), [])
})

const filesIn = (house: TestHouse) =>
  house.act({ kind: 'host' }, (ctx) => ctx.db.selectFrom('files').select(['id', 'made_of']).execute())

test('another picture takes the place of the first, whose addresses are gone', async () => {
  await using house = await openHouse()
  await bring(house, 'mara')
  await house.runJobs()
  const before = picturesIn((await house.guest().visit(round)).html)
  await bring(house, 'mara', { bytes: await painted(1_600, 1_600).png().toBuffer(), name: 'second.png' })
  await house.runJobs()
  for (const address of before) assert.equal((await house.app.request(`http://fest.example${address}`)).status, 404)
  assert.equal((await filesIn(house)).length, 7)
})

/** A few bytes that say they are half a thousand million pixels. */
async function bomb(): Promise<Uint8Array> {
  const bytes = await painted(1_200, 10).png().toBuffer()
  bytes.writeUInt32BE(24_000, 16)
  bytes.writeUInt32BE(24_000, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

const hostile: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, RegExp])[] = [
  ['a text that is called .jpg', () => new TextEncoder().encode('Not a picture at all'), /no picture that we can read/],
  [
    'a page that is called .png',
    () => new TextEncoder().encode('<html><script>alert(1)</script>'),
    /no picture that we can/,
  ],
  [
    'a drawing with a script',
    () =>
      new TextEncoder().encode(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ),
    /This is a drawing in SVG/,
  ],
  ['a bomb', bomb, /24,000 by 24,000 pixels, more than/],
  ['a head without a picture', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), /This picture is broken/],
  ['a small picture', () => painted(300, 90).webp().toBuffer(), /300 pixels wide; at least 1,200/],
  [
    'eleven megabytes',
    () => Buffer.concat([new Uint8Array([0xff, 0xd8, 0xff]), Buffer.alloc(10.5 * 1024 * 1024)]),
    /up to 10 MB/,
  ],
  ['nothing', () => new Uint8Array(), /Please choose a picture/],
]

test('whatever is brought in place of a picture gets a sentence beside it, and the words are still there', async () => {
  await using house = await openHouse()
  for (const [what, bytesOf, sentence] of hostile) {
    const answer = await bring(house, 'mara', { bytes: await bytesOf() })
    const html = await answer.text()
    assert.equal(answer.status, 422, what)
    assert.match(html, sentence, what)
    assert.match(html, /value="A lighthouse over a dark bay"/, what)
  }
  assert.deepEqual(await filesIn(house), [])
})

test('a hundred megabytes are not even read', async () => {
  await using house = await openHouse()
  const answer = await bring(house, 'mara', { bytes: Buffer.alloc(100 * 1024 * 1024) })
  assert.equal(answer.status, 413)
  assert.match(await answer.text(), /a file of more than 10 MB, and was not read/)
})

test('a picture that breaks off in the middle is told to its mods, and shown to nobody', async () => {
  await using house = await openHouse()
  const whole = await sharp({
    create: {
      width: 2_000,
      height: 600,
      channels: 3,
      background: 'red',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer()
  await bring(house, 'mara', { bytes: whole.subarray(0, whole.length / 2) })
  await house.runJobs()
  assert.match((await (await house.as('mara')).visit(page)).text, /What came breaks off in the middle/)
  assert.doesNotMatch((await house.guest().visit(round)).html, /class="banner"/)
})

test('a banner needs words and an artist', async () => {
  await using house = await openHouse()
  const answer = await bring(house, 'mara', { said: { alt: '', artist: ' ' } })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Please fill in: what is to be seen on it.*Please fill in: who made it/s)
})

test('only mods bring banners, and nobody sees the picture as it came', async () => {
  await using house = await openHouse()
  assert.equal((await bring(house, 'oriel')).status, 403)
  await bring(house, 'mara')
  await house.runJobs()
  const source = await house.act({ kind: 'host' }, (ctx) =>
    ctx.db.selectFrom('files').select('uid').where('made_of', 'is', null).executeTakeFirstOrThrow(),
  )
  const mara = await house.as('mara')
  for (const who of [house.guest(), mara])
    assert.equal((await who.visit(paths.bannerFile(where.community, where.round, `${source.uid}.jpg`))).status, 404)
})

test('whoever cannot see a round cannot see its banner by any address', async () => {
  await using house = await openHouse()
  await bring(house, 'mara')
  await house.runJobs()
  const [address = ''] = picturesIn((await house.guest().visit(round)).html)
  assert.equal((await house.app.request(`http://fest.example${address}`)).status, 200)
  const plan = await house.act('mara', (ctx) => planRound(ctx, where.community, { ...lanterns, name: 'Secret' }))
  const elsewhere = address.replace(where.round, plan.slug)
  assert.equal((await house.app.request(`http://fest.example${elsewhere}`)).status, 404)
  await house.act('mara', (ctx) => deleteRound(ctx, where.community, where.round))
  assert.equal((await house.app.request(`http://fest.example${address}`)).status, 404)
  house.pass(31 * 86_400_000)
  await house.runJobs()
  assert.deepEqual(await filesIn(house), [])
})

test('a backup is one file with the pictures in it, byte for byte', async () => {
  await using house = await openHouse()
  await bring(house, 'mara')
  await house.runJobs()
  const folder = mkdtempSync(join(tmpdir(), 'roundelay-banner-'))
  try {
    const file = join(folder, 'backup')
    await copyOut(house.ground, file)
    const backedUp: string[] = []
    for await (const { table, row } of readRows(file))
      if (table === 'files' && row['bytes'] instanceof Uint8Array) backedUp.push(etagOf(row['bytes']))
    const rows = await house.act({ kind: 'host' }, (ctx) =>
      ctx.db.selectFrom('files').select('bytes').orderBy('id').execute(),
    )
    assert.equal(rows.length, 7)
    assert.deepEqual(
      backedUp,
      rows.map(({ bytes }) => etagOf(bytes)),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('too many pictures in a row are asked to wait, by how long; saying other words of the one that is there is not', async () => {
  await using house = await openHouse()
  const bytes = await good()
  for (let time = 0; time < 10; time += 1) assert.equal((await bring(house, 'mara', { bytes })).status, 303)
  const refusal = await bring(house, 'mara', { bytes })
  assert.equal(refusal.status, 429)
  assert.match(await refusal.text(), /That was tried many times in a row\. Please wait 2 minutes and try again/)
  const mara = await house.as('mara')
  await mara.visit(page)
  assert.match((await mara.submit(page, { ...words, artist: 'brambles' })).text, /It is kept/)
  house.pass(120_000)
  assert.equal((await bring(house, 'mara', { bytes })).status, 303)
})

test('whoever is no mod has no picture read', async () => {
  await using house = await openHouse()
  assert.equal((await bring(house, 'oriel', { bytes: new TextEncoder().encode('no picture at all') })).status, 403)
})

// What stands before every page: forms count only when they come from our own pages, with the session's own word.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { BODY_LIMIT } from './forms.ts'

const round = '/c/tidewater/rounds/lantern-season'

type Headers = Record<string, string>

/** What a browser would send by itself is left to each test. */
async function send(
  house: TestHouse,
  path: string,
  fields: Record<string, string>,
  headers: Headers,
): Promise<Response> {
  return house.app.request(`http://fest.example${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { host: 'fest.example', ...headers },
  })
}

const paper = { paper: 'sepia' }

const foreign: Readonly<Record<string, Headers>> = {
  'a page of another site': { 'sec-fetch-site': 'cross-site' },
  'a neighbour under the same name': { 'sec-fetch-site': 'same-site', origin: 'http://other.fest.example' },
  'another site, by an older browser': { origin: 'https://evil.example' },
  'another port of this machine': { origin: 'http://fest.example:8080' },
  'a page that hides where it is': { origin: 'null', referer: 'http://fest.example/' },
  'a page known by its referrer only': { referer: 'https://evil.example/fest.example' },
  'something that says nothing of itself': {},
  'something that lies about its site and is no browser': {
    'sec-fetch-site': 'nonsense',
    origin: 'http://fest.example',
  },
}

const ours: Readonly<Record<string, Headers>> = {
  'one of our pages': { 'sec-fetch-site': 'same-origin' },
  'the person at the browser': { 'sec-fetch-site': 'none' },
  'our own origin': { origin: 'http://fest.example' },
  'a page of ours, by its referrer': { referer: 'http://fest.example/zone?back=/' },
}

test('a form counts only when it comes from a page of ours', async () => {
  await using house = await openHouse()
  for (const [who, headers] of Object.entries(foreign)) {
    const answer = await send(house, '/paper', paper, headers)
    assert.equal(answer.status, 403, who)
    assert.equal(answer.headers.getSetCookie().length, 0, who)
    assert.match(await answer.text(), /This came from another page than ours, so nothing was changed/)
  }
  for (const [who, headers] of Object.entries(ours)) {
    const answer = await send(house, '/paper', paper, headers)
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/'], who)
  }
})

test('behind a proxy that does not pass the host on, the public address is ours too', async () => {
  await using house = await openHouse({ proxy: { publicUrl: new URL('https://fest.example.org') } })
  const from = async (origin: string): Promise<number> => (await send(house, '/paper', paper, { origin })).status
  assert.equal(await from('https://fest.example.org'), 303)
  assert.equal(await from('https://fest.example.org.evil.example'), 403)
})

test('who is signed in is believed only with the word of their own session, and nothing is changed without it', async () => {
  await using house = await openHouse()
  const [oriel, ismay] = [await house.as('oriel'), await house.as('ismay')]
  const wordOf = async (visitor: typeof oriel): Promise<string> =>
    /name="_csrf" value="([^"]+)"/.exec((await visitor.visit(round)).html)?.[1] ?? ''
  const [right, others] = [await wordOf(oriel), await wordOf(ismay)]
  assert.notEqual(right, others)
  const day = /name="day"[^>]*value="(\d+)"|<option value="(\d+)"/.exec((await oriel.visit(round)).html)
  const fields = { day: day?.[1] ?? day?.[2] ?? '1' }
  for (const word of [undefined, '', 'guessed', others, `${right} `, right.toUpperCase()]) {
    const answer = await oriel.post(`${round}/claims`, word === undefined ? fields : { ...fields, _csrf: word })
    assert.equal(answer.status, 403, String(word))
  }
  const claims = () => house.act({ kind: 'host' }, (ctx) => ctx.db.selectFrom('claims').select('id').execute())
  assert.deepEqual(await claims(), [])
  const answer = await oriel.post(`${round}/claims`, { ...fields, _csrf: right })
  assert.equal(answer.status, 303)
  assert.equal((await claims()).length, 1)
})

test('the word says nothing of the session’s secret', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const { html } = await oriel.visit(round)
  assert.doesNotMatch(html, new RegExp(oriel.cookies.get('roundelay') ?? 'no session'))
})

const big = `paper=${'x'.repeat(BODY_LIMIT)}`
const own = {
  host: 'fest.example',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}

test('more than a form takes is refused with a sentence, whether its length is told or not', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const cookies: Headers[] = [{}, { cookie: `roundelay=${oriel.cookies.get('roundelay')}` }]
  for (const cookie of cookies) {
    for (const length of [{}, { 'content-length': String(big.length) }, { 'transfer-encoding': 'chunked' }]) {
      const answer = await house.app.request('http://fest.example/paper', {
        method: 'POST',
        body: new Blob([big]).stream(),
        duplex: 'half',
        headers: { ...own, ...length, ...cookie },
      })
      assert.equal(answer.status, 413)
      assert.match(await answer.text(), /That was more than this form takes. Nothing was changed/)
    }
  }
  const fits = await house.app.request('http://fest.example/paper', {
    method: 'POST',
    body: 'paper=dark',
    headers: own,
  })
  assert.equal(fits.status, 303)
})

test('what cannot be read as a form is refused, and is no fault of ours', async () => {
  await using house = await openHouse()
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
    const answer = await house.app.request('http://fest.example/sign-in', {
      method: 'POST',
      body: 'neither one nor the other',
      headers: { ...own, 'content-type': type },
    })
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /could not be read, so nothing was changed/)
  }
})

test('an address with a NUL in it leads nowhere', async () => {
  await using house = await openHouse()
  for (const path of ['/c/%00', `${round}%00`, '/zone?back=%00', '/join?link=%00']) {
    assert.equal((await house.app.request(`http://fest.example${path}`)).status, 404, path)
  }
  assert.equal((await house.app.request('http://fest.example/c/%zz%E0%A4')).status, 404)
})

test('NUL and halves of characters are gone from what is typed before anything reads it', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit('/communities/new')
  const seen = await mara.submit('/communities/new', {
    name: 'Har\0bour \uD83C',
    about: 'first line\r\nsecond \0line',
    zone: 'UTC',
  })
  assert.equal(seen.status, 200)
  const [kept] = await house.act({ kind: 'host' }, (ctx) =>
    ctx.db.selectFrom('communities').select(['name', 'about']).where('slug', '!=', 'tidewater').execute(),
  )
  assert.deepEqual(kept, { name: 'Harbour \uFFFD', about: 'first line\nsecond line' })
})

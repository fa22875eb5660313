// What a writer reads of a day that goes wrong, cell by cell of the table of words, on the real page; and what its buttons do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { giveBack, logOf, refused, sayItLater, take, takeBack } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const at = (id: number): string => paths.claim(where.community, where.round, id)
const page = at(1)
const later = paths.claimLater(where.community, where.round, 1)
const givingBack = paths.claimGivingBack(where.community, where.round, 1)

const moments = {
  before: '2026-11-02T12:00:00.000Z',
  today: '2026-11-05T12:00:00.000Z',
  grace: '2026-11-06T12:00:00.000Z',
  'after grace': '2026-11-09T12:00:00.000Z',
  'round over': '2026-12-01T12:00:00.000Z',
} as const

const cells =
  /Your day: Thu|Post now|Something small for today|It will come later|Still on time until|Whenever it is ready; next|You can still post it/

type Cell = {
  readonly name: string
  readonly at: keyof typeof moments
  readonly reads: string | undefined
  readonly first?: (house: TestHouse) => Promise<unknown>
}

const table: readonly Cell[] = [
  { name: 'held, before', at: 'before', reads: 'Your day: Thu 5 Nov, 00:00–24:00 in London' },
  {
    name: 'held, today, nothing',
    at: 'today',
    reads: 'Post now Something small for today It will come later',
  },
  {
    name: 'held, a stand-in is up',
    at: 'today',
    reads: 'Still on time until Fri 24:00',
    async first(house) {
      house.at('2026-11-05T08:00:00.000Z')
      await post(house, 'oriel', { claim: 1, role: 'stand-in' })
    },
  },
  { name: 'in grace', at: 'grace', reads: 'Still on time until Fri 24:00' },
  { name: 'expected later', at: 'after grace', reads: 'Whenever it is ready; next: Mon 16 Nov' },
  {
    name: 'kept',
    at: 'after grace',
    reads: undefined,
    async first(house) {
      house.at(moments.today)
      await post(house, 'oriel', { claim: 1 })
    },
  },
  {
    name: 'given back',
    at: 'today',
    reads: undefined,
    first: (house) => giveBack(house, 'oriel', { id: 1 } as never),
  },
  { name: 'closed without', at: 'round over', reads: 'You can still post it' },
]

for (const cell of table) {
  test(`${cell.name}: the writer reads ${cell.reads ?? 'nothing of it'}`, async () => {
    for (const isSwept of [false, true]) {
      await using house = await openHouse()
      await take(house, 'oriel', '11-05')
      await cell.first?.(house)
      house.at(moments[cell.at])
      if (isSwept) await house.runJobs()
      const { text } = await (await house.as('oriel')).visit(page)
      if (cell.reads === undefined) assert.doesNotMatch(text, cells)
      else assert.ok(text.includes(cell.reads), `${cell.name}: ${text}`)
      assert.doesNotMatch(text, /\blate\b/i)
    }
  })
}

test('on the day each of the three is one press away: posting, something small, later', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  house.at(moments.today)
  const oriel = await house.as('oriel')
  const { html } = await oriel.visit(page)
  const small = /href="([^"]*as=stand-in[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail(html)
  await oriel.visit(small)
  const form = await oriel.submit(small, { do: 'fill' })
  assert.match(form.html, /value="stand-in" checked/)
  await oriel.visit(page)
  const said = await oriel.submit(later)
  assert.equal(said.path, page)
  assert.match(said.text, /Noted for Thursday 5 November\..*the next free for all is Monday 16 November/)
  assert.match(said.text, /You have said that it comes later/)
  assert.match(said.text, /It will come later, said you/)
  const back = await oriel.submit(later)
  assert.match(back.text, /Thursday 5 November it is, after all/)
  assert.match(back.text, /It is your day/)
})

test('something small that is kept as a draft is still something small when it goes on', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  house.at(moments.today)
  const oriel = await house.as('oriel')
  const small = `${paths.post(where.community, where.round)}?claim=1&as=stand-in`
  await oriel.visit(small)
  await oriel.submit(small, { do: 'fill' })
  const kept = await oriel.submit(small, { title: 'Small', text: 'A few words.', do: 'draft' })
  assert.match(kept.text, /Kept as a draft/)
  assert.match(kept.html, /value="stand-in" checked/)
})

test('a link to it that is merely opened changes nothing: there is a page with one button, and a sentence where nothing can be said', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  const oriel = await house.as('oriel')
  assert.match((await oriel.visit(later)).text, /can be said from Wednesday 4 November, 00:00 \(London\) on/)
  house.at(moments.today)
  const opened = await oriel.visit(later)
  assert.match(opened.text, /the next free for all is Monday 16 November.*taken back until Friday 6 November, 24:00/)
  assert.equal((await logOf(house, claim)).length, 1)
  await oriel.submit(later)
  assert.match((await oriel.visit(later)).text, /It comes on time after all/)
  house.at(moments['after grace'])
  assert.match((await oriel.visit(later)).text, /Nothing more is needed/)
  assert.equal((await house.guest().visit(later)).status, 404)
  assert.equal((await (await house.as('ismay')).visit(later)).status, 404)
})

test('a page that has grown old says so in a sentence when its button is pressed', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at(moments.today)
  await sayItLater(house, 'oriel', claim)
  const oriel = await house.as('oriel')
  await oriel.visit(later)
  house.at(moments['after grace'])
  const over = await oriel.submit(later)
  assert.equal(over.status, 409)
  assert.match(over.text, /The grace of this day is over\. The piece is welcome whenever it is ready\./)
})

test('what is expected later can be let go without a question, and taken back until the round ends', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at(moments['after grace'])
  const oriel = await house.as('oriel')
  assert.match((await oriel.visit(page)).text, /Not this time Then nothing is expected any more/)
  const asked = await oriel.visit(givingBack)
  assert.match(asked.text, /Not this time: Thursday 5 November Your piece for Lantern Season is no longer expected/)
  assert.doesNotMatch(asked.html, /<textarea|name="reason"/)
  const given = await oriel.submit(givingBack)
  assert.match(given.text, /It can be taken back until the round ends: Wednesday 18 November, 24:00 \(London\)/)
  assert.equal((await logOf(house, claim)).at(-1), '20 give-back holder later>given-back')
  house.at('2026-11-18T23:59:59.000Z')
  await oriel.visit(page)
  const back = await oriel.submit(paths.claimTakingBack(where.community, where.round, 1))
  assert.match(back.text, /Taken back: your piece for Thursday 5 November is expected again/)
  await oriel.visit(givingBack)
  await oriel.submit(givingBack)
  house.at('2026-11-19T00:00:00.000Z')
  assert.equal((await refused(takeBack(house, 'oriel', claim))).code, 'claim/undo-is-over')
})

test('of a day whose piece comes later everybody reads that it is expected in the free for all, and never that it is late', async () => {
  await using house = await openHouse()
  await sayItLaterOnTheDay(house)
  for (const who of [house.guest(), await house.as('ismay')]) {
    const { text } = await who.visit(`${paths.round(where.community, where.round)}?as=list`)
    assert.match(text, /Thursday 5 November: taken; Oriel Finch – expected in the free for all\./)
    assert.doesNotMatch(text, /\blate\b/i)
  }
})

async function sayItLaterOnTheDay(house: TestHouse): Promise<void> {
  const claim = await take(house, 'oriel', '11-05')
  house.at(moments.today)
  await sayItLater(house, 'oriel', claim)
}

test('a mod who looks at somebody’s day is not told that it is theirs, and may say for them that it comes later', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  house.at(moments.today)
  const mara = await house.as('mara')
  const seen = await mara.visit(page)
  assert.match(seen.text, /It is their day/)
  assert.doesNotMatch(seen.text, /Your day: |Post now/)
  assert.match((await mara.submit(later)).text, /It will come later, said a mod/)
})

test('a stand-in whose main piece never came is made the piece for the day by one button, on its page and on the day’s, also after the round', async () => {
  for (const from of ['claim', 'piece'] as const) {
    await using house = await openHouse()
    const claim = await take(house, 'oriel', '11-05')
    house.at(moments.today)
    const { work } = await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
    house.at(moments['round over'])
    await house.runJobs()
    for (const who of [house.guest(), await house.as('ismay'), await house.as('mara')])
      assert.doesNotMatch((await who.visit(paths.work(work))).text, /Make this the piece/)
    const oriel = await house.as('oriel')
    await oriel.visit(from === 'claim' ? page : paths.work(work))
    const made = await oriel.submit(paths.workForItsDay(work))
    assert.match(made.text, /This is the piece for the day now/)
    assert.doesNotMatch(made.text, /stand-in|Make this the piece/)
    assert.match((await logOf(house, claim)).at(-1) ?? '', /^11 hand-in holder closed>kept/)
    assert.doesNotMatch((await oriel.visit(page)).text, /Make this the piece/)
  }
})

test('nobody else makes a stand-in the piece for the day', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at(moments.today)
  const { work } = await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  const ismay = await house.as('ismay')
  const { html } = await ismay.visit(paths.home)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  assert.equal((await ismay.post(paths.workForItsDay(work), { _csrf: csrf })).status, 404)
  assert.doesNotMatch((await logOf(house, claim)).join(), /main|11 hand-in/)
})

test('beside a main piece that is in or waits, a stand-in has no such button', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at(moments.today)
  const { work } = await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  await post(house, 'oriel', { claim: claim.id, onceKey: 'the main one' })
  const oriel = await house.as('oriel')
  for (const path of [page, paths.work(work)])
    assert.doesNotMatch((await oriel.visit(path)).text, /Make this the piece/)
})

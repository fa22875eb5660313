// A piece from paste to page: every part in its place, once, on time, with every save kept and nothing typed lost.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { importCanon } from '#src/library/canon/fandoms.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { htmlPost, markdownPost, plainPost } from '#tests/support/posts.ts'
import { load } from '#tests/support/html.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { type Claimed, enter, take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

const post = paths.post(where.community, where.round)
const forClaim = (claim: Claimed): string => asking(post, { claim: String(claim.id) })

async function withCanon(house: TestHouse): Promise<void> {
  const read = readCanon(readFileSync(new URL('../../canons/lantern-coast.csv', import.meta.url), 'utf8'))
  if ('errors' in read) assert.fail(read.errors.join())
  await house.act({ kind: 'host' }, (ctx) => importCanon(ctx, 'lantern-coast', 'Lantern Coast', read.parts))
}

/** The fields of the composer on a page. */
const fieldsOf = (seen: Seen): Record<string, string> =>
  load(seen.html).forms.find(({ fields }) => 'text' in fields)?.fields ?? assert.fail(seen.text.slice(0, 500))

const read = async (who: Visitor, at: string, text: string): Promise<Record<string, string>> => {
  await who.visit(at)
  return fieldsOf(await who.submit(at, { text, do: 'read' }))
}

const idOf = ({ path }: Seen): number => Number(/\/works\/(\d+)/.exec(path)?.[1] ?? assert.fail(`not a work: ${path}`))

const kept = (house: TestHouse, work: number) => house.act('oriel', (ctx) => openToEdit(ctx, work))

const worksOf = (house: TestHouse) =>
  house.act({ kind: 'host' }, ({ db }) => db.selectFrom('works').select(['id', 'title', 'state']).execute())

const stateOf = (house: TestHouse, claim: Claimed) =>
  house.act({ kind: 'host' }, async ({ db }) => {
    const found = db.selectFrom('claims').select('state').where('id', '=', claim.id)
    return (await found.executeTakeFirstOrThrow()).state
  })

test('a pasted post fills the form: every part in its place, nothing of the header left in the story', async () => {
  await using house = await openHouse()
  await withCanon(house)
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T23:58:00.000Z')
  const oriel = await house.as('oriel')
  const fields = await read(oriel, forClaim(claim), plainPost)
  assert.equal(fields['title'], 'The Second Ledger')
  assert.equal(fields['kind'], 'ficlet')
  assert.equal(fields['rating'], 'PG-13')
  assert.equal(fields['timing'], 'Book 2')
  assert.match(fields['summary'] ?? '', /^Set during "Fog Signal"/)
  assert.match(fields['preface'] ?? '', /^My piece for this round/)
  assert.match(fields['notes'] ?? '', /fennimore/)
  assert.match(fields['epigraph'] ?? '', /Somebody has to stay up/)
  assert.match(fields['epigraphBy'] ?? '', /Pell in "The Long Watch/)
  assert.match(fields['text'] ?? '', /^The first ledger was/)
  assert.match(fields['text'] ?? '', /The sea won't\."$/)
  assert.equal(fields['role'], 'stand-in')
  assert.notEqual(fields['fandom'], '')
})

test('what was read is posted, on time, and the claim waits for the main piece', async () => {
  await using house = await openHouse()
  await withCanon(house)
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T23:58:00.000Z')
  const oriel = await house.as('oriel')
  await oriel.visit(forClaim(claim))
  const shown = await oriel.submit(forClaim(claim), { text: plainPost, do: 'read' })
  assert.match(shown.text, /Understood as Somebody Staying Up, Fog Signal/)
  assert.match(shown.text, /You wrote “600ish”/)
  const page = await oriel.submit(forClaim(claim), { do: 'post' })
  assert.match(page.text, /Received at 23:58 \(London\), on time\./)
  assert.equal(await stateOf(house, claim), 'held')
  const work = await kept(house, idOf(page))
  assert.deepEqual([work.fields.title, work.fields.form, work.state], ['The Second Ledger', 'ficlet', 'posted'])
  assert.ok(work.fields.place)
  assert.deepEqual(
    work.tags.map(({ kind, name }) => `${kind} ${name}`),
    ['rating PG-13'],
  )
  const guest = await house.guest().visit(paths.work(work.id))
  assert.match(guest.text, /The second ledger lived behind the barometer/)
})

test('HTML keeps its italics and loses its scripts, and that is said; Markdown is read as such', async () => {
  await using house = await openHouse()
  await withCanon(house)
  house.at('2026-11-16T12:00:00.000Z')
  const oriel = await house.as('oriel')
  await oriel.visit(post)
  const shown = await oriel.submit(post, { text: htmlPost, do: 'read' })
  const fields = fieldsOf(shown)
  assert.match(shown.text, /Taken out: <script>/)
  assert.deepEqual([fields['title'], fields['rating'], fields['warnings']], ['Nine Lamps', 'R', 'drowning'])
  assert.equal(fields['characters'], 'June, Captain Sark')
  assert.match(fields['text'] ?? '', /^<p>The lamps were nine .*<i>counted<\/i>/s)
  const page = await oriel.submit(post, { do: 'post' })
  assert.match(page.html, /<i>counted<\/i>/)
  assert.doesNotMatch(page.html, /alert\(1\)/)
  const markdown = await read(oriel, post, markdownPost)
  assert.deepEqual([markdown['title'], markdown['pairings'], markdown['rating']], ['Rope and Ring', 'June/Teodor', 'G'])
  assert.equal(markdown['disclaimer'], 'The coast is not mine.')
  assert.match(markdown['text'] ?? '', /There are \*nine\* knots/)
})

test('two presses of the same form are one piece; before its day it goes up by itself', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const oriel = await house.as('oriel')
  const fields = await read(oriel, forClaim(claim), plainPost)
  const ready = { ...fields, role: 'main', do: 'post' }
  const both = await Promise.all([oriel.post(forClaim(claim), ready), oriel.post(forClaim(claim), ready)])
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await worksOf(house)).length, 1)
  const page = await oriel.visit(both[0]?.headers.get('location') ?? '')
  assert.match(page.text, /goes up by itself on Wednesday 4 November|Received/)
  assert.equal((await worksOf(house))[0]?.state, 'scheduled')
})

test('a draft is kept, found on the page of its day, gone on with, and posted', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const oriel = await house.as('oriel')
  await read(oriel, forClaim(claim), plainPost)
  const draft = await oriel.submit(forClaim(claim), { do: 'draft', title: 'Half a ledger' })
  assert.match(draft.text, /Kept as a draft\. Only you see it\./)
  const page = await oriel.visit(paths.claim(where.community, where.round, claim.id))
  assert.match(page.text, /Draft: Half a ledger, \d+ words/)
  assert.doesNotMatch(
    (await (await house.as('mara')).visit(paths.claim(where.community, where.round, claim.id))).text,
    /Half a/,
  )
  const again = await oriel.visit(draft.path)
  assert.match(fieldsOf(again)['text'] ?? '', /^The first ledger/)
  await oriel.submit(draft.path, { do: 'post', role: 'main', title: 'A whole ledger' })
  const works = await worksOf(house)
  assert.deepEqual(
    works.map(({ title, state }) => [title, state]),
    [['A whole ledger', 'scheduled']],
  )
})

test('what is refused comes back filled, with the sentence beside its field', async () => {
  await using house = await openHouse()
  const ismay = await house.as('ismay')
  house.at('2026-11-10T12:00:00.000Z')
  const fields: Record<string, string> = await read(ismay, post, plainPost)
  const notFree = await ismay.submit(post, { ...fields, do: 'post' })
  assert.equal(notFree.status, 422)
  assert.match(notFree.text, /The next one is Monday 16 November/)
  assert.equal(fieldsOf(notFree)['text'], fields['text'])
  const deep = '<div>'.repeat(10_000)
  const tooDeep = await ismay.submit(post, { ...fields, text: deep, textForm: 'html', do: 'post' })
  assert.equal(tooDeep.status, 422)
  assert.match(tooDeep.html, /id="f-text-why"/)
  assert.deepEqual([fieldsOf(tooDeep)['text'], fieldsOf(tooDeep)['title']], [deep, 'The Second Ledger'])
  const long = 'word '.repeat(400_001)
  const tooLong = await ismay.submit(post, { ...fields, text: long, textForm: 'plain', do: 'draft' })
  assert.match(tooLong.text, /more than 2,000,000 characters/)
  assert.equal(fieldsOf(tooLong)['text']?.length, long.length)
  const empty = await ismay.submit(post, { ...fields, text: ' ', do: 'post' })
  assert.match(empty.text, /There is nothing here yet/)
  assert.equal((await worksOf(house)).length, 0)
})

test('500,000 characters are posted and read back; letters of every kind stay what they are', async () => {
  await using house = await openHouse()
  house.at('2026-11-16T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const strange = 'שלום עולם. 一二三。<ruby>漢<rt>かん</rt></ruby> \u0000 It’s “here” – Ærø'
  const long = `<p>${strange}</p>${'<p>The bell rang again over the water, twice.</p>'.repeat(10_400)}`
  await oriel.visit(post)
  await oriel.submit(post, { do: 'fill' })
  const page = await oriel.submit(post, { text: long, textForm: 'html', title: 'Long', do: 'post' })
  assert.equal(page.status, 200)
  const work = await kept(house, idOf(page))
  assert.equal(work.source, long.replace('\u0000', ''))
  assert.match(page.html, /<ruby>漢<rt>かん<\/rt><\/ruby>/)
  assert.ok(page.html.includes('שלום עולם'))
  assert.equal(page.html.split('The bell rang again over the water, twice.').length > 10_400, true)
})

test('a mod posts for a name without an account, and a piece may stand elsewhere', async () => {
  await using house = await openHouse()
  const claim = await enter(house, 'mara', 'Ann Teak', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const mara = await house.as('mara')
  const at = forClaim(claim)
  await mara.visit(at)
  await mara.submit(at, { do: 'fill' })
  const wrong = await mara.submit(at, { title: 'Elsewhere', link: 'javascript:alert(1)', do: 'post' })
  assert.match(wrong.text, /not an address that begins with https/)
  const page = await mara.submit(at, {
    link: 'https://journal.example/ann/1',
    places: 'https://a.example/1',
    do: 'post',
  })
  assert.match(page.text, /Received at 12:00 \(Lisbon\), on time/)
  assert.match(page.html, /https:\/\/journal\.example\/ann\/1/)
  assert.equal(await stateOf(house, claim), 'kept')
  assert.equal((await (await house.as('ismay')).visit(at)).status, 404)
})

test('strangers are told how to join, guests how to sign in, and nobody edits another’s work', async () => {
  await using house = await openHouse()
  house.at('2026-11-16T12:00:00.000Z')
  assert.match((await house.guest().visit(post)).path, /^\/sign-in/)
  assert.match((await (await house.as('stranger')).visit(post)).text, /Joining is one button/)
  const oriel = await house.as('oriel')
  await read(oriel, post, plainPost)
  const work = idOf(await oriel.submit(post, { do: 'post' }))
  for (const who of ['ismay', 'mara'] as const) {
    const other = await house.as(who)
    for (const path of [paths.workEdit(work), paths.workHistory(work), paths.workTakingDown(work)]) {
      assert.equal((await other.visit(path)).status, 404, path)
    }
    const _csrf =
      load((await other.visit(post)).html).forms.find(({ fields }) => 'text' in fields)?.fields['_csrf'] ?? ''
    const edited = await other.post(paths.workEdit(work), {
      _csrf,
      text: 'Mine',
      title: 'x',
      textForm: 'plain',
      audience: 'everyone',
      do: 'save',
    })
    assert.equal(edited.status, 404)
    assert.equal((await other.post(paths.workTakingDown(work), { _csrf })).status, 404)
  }
})

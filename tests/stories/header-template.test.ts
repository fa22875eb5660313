// A community's own header: mods say what is asked, writers are asked so, and nothing that anybody wrote is put over.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { importCanon, listFandoms } from '#src/library/canon/fandoms.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { load } from '#tests/support/html.ts'
import { plainPost } from '#tests/support/posts.ts'
import type { Seen } from '#tests/support/visitor.ts'
import { makeMod, take } from '#tests/world/deeds.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import { where } from '#tests/world/tidewater.ts'

const page = paths.headerTemplate(where.community)
const question = paths.houseHeaderTemplate(where.community)
const post = paths.post(where.community, where.round)

const own = {
  kinds: 'Letter\nFicletto\nficlet',
  ratings: 'General\nGrown (adult)',
  defaultRating: 'general',
  defaultKind: 'letter',
  defaultWarnings: 'weather',
  defaultDisclaimer: 'The coast is nobody’s.',
  defaultAudience: 'members',
  'shown-title': 'asked',
  'shown-summary': 'wanted',
  'shown-fandom': 'folded',
  'order-summary': '1',
}

const fieldsOf = (seen: Seen): Record<string, string> =>
  load(seen.html).forms.find(({ fields }) => 'text' in fields)?.fields ?? assert.fail(seen.text.slice(0, 500))

async function setOwn(house: TestHouse, changes: Record<string, string> = {}): Promise<Seen> {
  const mara = await house.as('mara')
  await mara.visit(page)
  const seen = await mara.submit(page, { ...own, ...changes, do: 'save' })
  assert.equal(seen.status, 200)
  assert.match(seen.text, /The header template is saved/)
  return seen
}

const kept = (house: TestHouse, seen: Seen) =>
  house.act('oriel', (ctx) =>
    openToEdit(ctx, Number(/\/works\/(\d+)/.exec(seen.path)?.[1] ?? assert.fail(seen.text.slice(0, 900)))),
  )

test('mods find the page from the settings of their community; for others and for guests it is not there', async () => {
  await using house = await openHouse()
  const seen = await (await house.as('mara')).visit(paths.communitySettings(where.community))
  assert.match(seen.html, new RegExp(`href="${page}"`))
  for (const who of [house.guest(), await house.as('oriel'), await house.as('stranger')]) {
    const missing = await who.visit('/c/tidewater/nothing-here')
    for (const path of [page, question]) {
      const answer = await who.visit(path)
      assert.deepEqual([answer.status, answer.text.includes('Ratings')], [missing.status, false])
    }
    assert.doesNotMatch((await who.visit(paths.community(where.community))).html, new RegExp(`href="${page}"`))
  }
  const oriel = await house.as('oriel')
  await oriel.visit(post)
  const forged = { _csrf: fieldsOf(await oriel.visit(post))['_csrf'] ?? '', ...own, version: '0' }
  assert.equal((await oriel.post(page, forged)).status, 404)
  assert.equal((await oriel.post(question, forged)).status, 404)
})

test('what the mods say is what is asked: order, lists, what is open, what is folded away', async () => {
  await using house = await openHouse()
  await takeInCoast(house)
  await setOwn(house)
  const oriel = await house.as('oriel')
  await oriel.visit(post)
  const seen = await oriel.submit(post, { do: 'fill', text: 'A bell rang.' })
  const { html, text } = seen
  assert.ok(html.indexOf('name="summary"') < html.indexOf('name="title"'), 'the summary comes first')
  assert.match(text, /Still open: summary\. It can wait/)
  assert.match(text, /Letter Ficletto ficlet/)
  assert.match(text, /Choose a rating General Grown /)
  assert.doesNotMatch(text, /NC-17/)
  const fold = /<details class="composer__more"[^>]*>([\s\S]*?)<\/details>/.exec(html)?.[1] ?? ''
  assert.match(fold, /name="fandom"/)
  assert.match(fold, /<summary>Fandom, end notes, disclaimer and 3 more/)
})

test('defaults begin a new piece and stay out of what was pasted, emptied, drafted or posted', async () => {
  await using house = await openHouse()
  await setOwn(house)
  house.at('2026-11-16T12:00:00.000Z')
  const oriel = await house.as('oriel')
  await oriel.visit(post)
  const said =
    'Title: A Bell\nWarnings: storms\nRating: mild, I think?\n\nThe bell rang, and nobody had touched it since the spring.'
  const first = await oriel.submit(post, { do: 'read', text: said })
  const fields = fieldsOf(first)
  assert.deepEqual(
    [fields['warnings'], fields['kind'], fields['disclaimer']],
    ['storms', 'Letter', 'The coast is nobody’s.'],
  )
  assert.equal(fields['rating'], '', 'what somebody wrote is not answered for them')
  assert.match(first.text, /You wrote “mild, I think\?”/)
  const again = fieldsOf(await oriel.submit(post, { do: 'read', disclaimer: '', kind: '' }))
  assert.deepEqual([again['disclaimer'], again['kind']], ['', ''], 'what was emptied stays empty')
  const draft = await oriel.submit(post, { do: 'draft', audience: 'everyone' })
  const back = fieldsOf(await oriel.visit(draft.path))
  assert.deepEqual([back['disclaimer'], back['warnings'], back['rating']], ['', 'storms', ''])
  const posted = await oriel.submit(draft.path, { do: 'post' })
  const edit = fieldsOf(await oriel.visit(paths.workEdit((await kept(house, posted)).id)))
  assert.deepEqual([edit['disclaimer'], edit['kind'], edit['warnings']], ['', '', 'storms'])
})

test('a default fandom helps to place what was pasted, and gives way to one that was named', async () => {
  await using house = await openHouse()
  const read = readCanon(readFileSync(new URL('../../canons/lantern-coast.csv', import.meta.url), 'utf8'))
  if ('errors' in read) assert.fail(read.errors.join())
  await house.act({ kind: 'host' }, (ctx) => importCanon(ctx, 'lantern-coast', 'Lantern Coast', read.parts))
  await house.act({ kind: 'host' }, (ctx) => importCanon(ctx, 'other-coast', 'Other Coast', read.parts))
  const fandoms = await house.act({ kind: 'host' }, (ctx) => listFandoms(ctx.db))
  const idOf = (name: string): string => String(fandoms.find((each) => each.name === name)?.id)
  await setOwn(house, { defaultFandom: idOf('Other Coast') })
  const oriel = await house.as('oriel')
  await oriel.visit(post)
  const seen = await oriel.submit(post, { do: 'read', text: plainPost })
  assert.equal(fieldsOf(seen)['fandom'], idOf('Other Coast'), 'two know the place, and the community says which')
  assert.match(seen.text, /Understood as Somebody Staying Up/)
  for (const [named, found] of [
    ['Lantern Coast', idOf('Lantern Coast')],
    ['Nowhere At All', ''],
  ]) {
    await oriel.visit(post)
    const text = plainPost.replace('Timing:', `Fandom: ${named}\nTiming:`)
    assert.equal(fieldsOf(await oriel.submit(post, { do: 'read', text }))['fandom'], found)
  }
})

test('who is for adults follows the community’s marks, also when a rating leaves the list', async () => {
  await using house = await openHouse()
  await setOwn(house)
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const at = asking(post, { claim: String(claim.id) })
  await oriel.visit(at)
  const text =
    'Title: The Bell\nRating: grown, for the weather\nType: ficletto\n\nIt rang by itself, and nobody had touched it since the spring.'
  const fields = fieldsOf(await oriel.submit(at, { do: 'read', text }))
  assert.deepEqual([fields['rating'], fields['kind']], ['Grown', 'Ficletto'])
  const work = await kept(house, await oriel.submit(at, { do: 'post', role: 'main', audience: 'everyone' }))
  assert.deepEqual([work.isAdult, work.fields.header['rating']], [true, 'grown, for the weather'])
  await setOwn(house, { ratings: 'General\nMature (adult)' })
  await oriel.visit(paths.workEdit(work.id))
  await oriel.submit(paths.workEdit(work.id), { do: 'save', title: 'The Bell again' })
  const after = await house.act('oriel', (ctx) => openToEdit(ctx, work.id))
  assert.deepEqual(
    [after.fields.title, after.isAdult, after.tags.flatMap(({ kind, name }) => (kind === 'rating' ? [name] : []))],
    ['The Bell again', true, ['Grown']],
  )
  await oriel.visit(paths.workEdit(work.id))
  await oriel.submit(paths.workEdit(work.id), { do: 'save', rating: 'General' })
  assert.equal((await house.act('oriel', (ctx) => openToEdit(ctx, work.id))).isAdult, false)
})

test('a preview shows what would be asked and saves nothing; mistakes come back with what was typed', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(page)
  const seen = await mara.submit(page, { ...own, do: 'preview' })
  assert.match(seen.text, /Preview nothing is saved yet .*Still open: summary\./)
  assert.match(seen.html, /<fieldset class="preview__asked[^>]*disabled/)
  const wrong = await mara.submit(page, { kinds: 'letter\nLetter', 'order-beta': 'first', do: 'save' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Beta and thanks: A whole number from 0 to 999/)
  assert.match(wrong.text, /“Letter” stands in the list twice/)
  const typed = load(wrong.html).forms.find(({ action }) => action === page)?.fields ?? {}
  assert.deepEqual([typed['ratings'], typed['order-beta']], [own.ratings, 'first'])
  assert.match((await mara.visit(page)).text, /So far this is the house’s template/)
})

test('the second of two mods keeps what they typed, sees what is there now, and may then save over it', async () => {
  await using house = await openHouse()
  await makeMod(house, 'tane')
  const mara = await house.as('mara')
  await mara.visit(page)
  const tane = await house.as('tane')
  await tane.visit(page)
  await tane.submit(page, { ...own, kinds: 'net', defaultKind: '', do: 'save' })
  const seen = await mara.submit(page, { ...own, do: 'save' })
  assert.equal(seen.status, 409)
  assert.match(seen.text, /Tāne of the Reeds changed it meanwhile/)
  assert.match(seen.text, /As it is now/)
  const done = await mara.submit(page, { do: 'save' })
  assert.match(done.text, /The header template is saved/)
  assert.match(done.text, /Letter Ficletto ficlet/)
})

test('the house’s template comes back after a question, and not over what another mod saved meanwhile', async () => {
  await using house = await openHouse()
  await setOwn(house)
  const mara = await house.as('mara')
  const asked = await mara.visit(question)
  assert.match(asked.text, /Back to the house’s template\?/)
  await setOwn(house, { kinds: 'net', defaultKind: '' })
  assert.equal((await mara.submit(question)).status, 409)
  assert.doesNotMatch((await mara.visit(page)).text, /So far this is the house’s/)
  await mara.visit(question)
  assert.match((await mara.submit(question)).text, /The house’s template is used again/)
})

test('without a list of kinds writers use their own word, and a piece from before keeps its own', async () => {
  await using house = await openHouse()
  await setOwn(house, { kinds: '', defaultKind: '' })
  house.at('2026-11-16T12:00:00.000Z')
  const oriel = await house.as('oriel')
  await oriel.visit(post)
  const seen = await oriel.submit(post, { do: 'fill', text: 'A bell rang.' })
  assert.match(seen.html, /<input[^>]*name="kind"/)
  const work = await kept(house, await oriel.submit(post, { do: 'post', kind: 'chanty' }))
  assert.equal(work.fields.form, 'chanty')
  await setOwn(house)
  assert.equal(fieldsOf(await oriel.visit(paths.workEdit(work.id)))['kind'], 'chanty')
})

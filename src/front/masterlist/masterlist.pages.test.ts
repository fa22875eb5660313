// The masterlist makes itself, in five orders; what came on another day is found under both; and nobody’s place in it tells who they are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseTemplate } from '#src/fests/posting/header/header-template.ts'
import { saveHeaderTemplate } from '#src/fests/posting/header/header-templates.ts'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { fillListed, takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const round = '/c/tidewater/rounds/lantern-season'
const list = `${round}/masterlist`

async function filled(house: TestHouse) {
  return fillListed(house, await takeInCoast(house))
}

/** The words of the list itself, without the frame around it. */
async function wordsOf(visitor: Visitor, by: string): Promise<string> {
  const { text, status } = await visitor.visit(`${list}?by=${by}`)
  assert.equal(status, 200)
  return text.slice(text.indexOf('In the order of'), text.indexOf('Times in'))
}

/** Each of these after the one before it. */
function inThisOrder(text: string, parts: readonly string[]): void {
  let at = 0
  for (const part of parts) {
    const found = text.indexOf(part, at)
    assert.ok(found >= 0, `"${part}" after: ${text.slice(Math.max(0, at - 60), at)} in ${text}`)
    at = found + part.length
  }
}

test('by day, a piece stands under the day it came, and the day it was for points there', async () => {
  await using house = await openHouse()
  const works = await filled(house)
  const text = await wordsOf(house.guest(), 'day')
  inThisOrder(text, [
    'Tuesday 3 November 1 piece Ballast by Nour One-shot, 455 words Teen Timing: Ballast',
    'Wednesday 4 November 1 piece A Small One by Oriel Finch stand-in Drabble, 455 words',
    'The Long Way Round by Oriel Finch came on Mon 16 Nov',
    'Thursday 5 November 1 piece Standing Elsewhere by ismay_writes Ficlet at archive.example PG',
    'Friday 6 November Long After by Tāne of the Reeds came afterwards, on Fri 25 Dec',
    'Monday 16 November 4 pieces The Long Way Round by Oriel Finch for Wed 4 Nov',
    'Nobody’s Letter by somebody whose name is not shown yet',
    'Drawn on the Back by Nour extra Art',
    'Came afterwards 1 piece Long After by Tāne of the Reeds Fri 25 Dec for Fri 6 Nov',
  ])
  const { html } = await house.guest().visit(list)
  const long = works['The Long Way Round']
  assert.match(html, new RegExp(`<a href="#piece-${long}" dir="auto">The Long Way Round`))
  assert.match(html, new RegExp(`<li class="mlist__line" id="piece-${long}">`))
  assert.match(html, /id="day-2026-11-04"[\s\S]*<a href="#day-2026-11-04">for Wed 4 Nov<\/a>/)
  assert.match(html, new RegExp(`href="/works/${works['Standing Elsewhere']}"`))
  assert.doesNotMatch(html, /archive\.example\/works/)
  assert.doesNotMatch(text, /\blate\b/i)
})

test('by creator, names stand in the order of their keys, and what hides its name at the end', async () => {
  await using house = await openHouse()
  await filled(house)
  const text = await wordsOf(house.guest(), 'creator')
  inThisOrder(text, [
    'ismay_writes 1 piece Standing Elsewhere',
    'Nour 3 pieces Ballast',
    'Oriel Finch 2 pieces A Small One',
    'Tāne of the Reeds 1 piece Long After',
    'Names not shown yet 1 piece',
    'Nobody’s Letter by somebody whose name is not shown yet',
  ])
  const asMod = await wordsOf(await house.as('mara'), 'creator')
  assert.match(asMod, /ismay_writes 2 pieces Standing Elsewhere .* Nobody’s Letter/)
  assert.doesNotMatch(asMod, /Names not shown/)
})

test('a piece of two names stands under each of them', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel', { said: saidOf({ title: 'Two Hands' }) })
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const pen = await db.selectFrom('pen_names').select('id').where('name', '=', 'Nour').executeTakeFirstOrThrow()
      await db.insertInto('work_creators').values({ work_id: work, pen_name_id: pen.id, position: 1 }).execute()
    }),
  )
  inThisOrder(await wordsOf(house.guest(), 'creator'), [
    'Nour 1 piece Two Hands by Oriel Finch and Nour',
    'Oriel Finch 1 piece Two Hands by Oriel Finch and Nour',
  ])
})

test('by kind from the smallest up, by rating from the mildest up, and what nobody said at the end', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const put = async (title: string, form: string, rating: string) => {
    const tags = rating === '' ? [] : [{ kind: 'rating' as const, name: rating }]
    await post(house, 'oriel', { said: saidOf({ title, form }, { tags }) })
    house.pass(60_000)
  }
  await put('Un', '', '')
  await put('Nov', 'novel', 'NC-17')
  await put('Odd', 'sea shanty', 'mild, I think')
  await put('Fic', 'ficlet', 'PG-13')
  await put('Fic Two', 'Ficlet', 'Teen')
  await put('Dra', 'drabble', 'General')
  await put('Not', 'drabble', 'not rated')
  const kinds = [
    'Drabble 2 pieces',
    'Dra',
    'Not',
    'Ficlet 2 pieces',
    'Novel 1',
    'Sea shanty 1',
    'Kind not said 1 piece Un',
  ]
  inThisOrder(await wordsOf(house.guest(), 'kind'), kinds)
  inThisOrder(await wordsOf(house.guest(), 'rating'), [
    'General 1 piece Dra',
    'PG-13 1 piece Fic',
    'Teen 1 piece Fic Two',
    'NC-17 1 piece Nov',
    'mild, I think 1 piece Odd',
    'not rated 1 piece Not',
    'Rating not said 1 piece Un',
  ])
})

test('a community that has lists of its own finds its kinds and ratings in the order of these, also on pages kept for guests', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z', cache: openPageCache() })
  for (const [title, form, rating] of [
    ['Dra', 'drabble', 'G'],
    ['Sha', 'sea shanty', 'Bright lantern'],
    ['Fic', 'ficlet', 'Dark lantern'],
  ] as const) {
    await post(house, 'oriel', { said: saidOf({ title, form }, { tags: [{ kind: 'rating', name: rating }] }) })
    house.pass(60_000)
  }
  inThisOrder(await wordsOf(house.guest(), 'kind'), ['Drabble 1', 'Ficlet 1', 'Sea shanty 1'])
  await house.act('mara', (ctx) =>
    saveHeaderTemplate(ctx, where.community, 0, {
      ...houseTemplate,
      kinds: ['sea shanty', 'ficlet'],
      ratings: [
        { name: 'Dark lantern', isAdult: true },
        { name: 'Bright lantern', isAdult: false },
      ],
    }),
  )
  inThisOrder(await wordsOf(house.guest(), 'kind'), ['Sea shanty 1', 'Ficlet 1', 'Drabble 1'])
  inThisOrder(await wordsOf(house.guest(), 'rating'), ['Dark lantern 1', 'Bright lantern 1', 'G 1'])
})

test('by canon, in the order of the story: a block for each fandom, parts as headings, uncertain ones apart', async () => {
  await using house = await openHouse()
  await filled(house)
  inThisOrder(await wordsOf(house.guest(), 'timing'), [
    'The Lantern Coast 7 pieces',
    'The Drowned Bell, Salt on the Sill 1 piece Standing Elsewhere',
    'Somebody Staying Up 2 pieces The Long Way Round',
    'Fog Signal 1 piece A Small One',
    'Somebody Staying Up, Fog Signal to The Harbourmaster',
    'Long After',
    'Ledger, Ballast 1 piece Ballast',
    'Roughly here 1 piece Read out of the summary, and not certain. Drawn on the Back',
    'Low Water',
    'Somewhere in canon 1 piece Nobody’s Letter',
    'some spring, before the war',
    'Of no fandom that is known here 1 piece منارة في الضباب',
  ])
})

test('the round’s own list has the same references, and leads to the whole one', async () => {
  await using house = await openHouse()
  const works = await filled(house)
  const { text, html } = await house.guest().visit(round)
  assert.match(text, /4 Nov A Small One stand-in .* 4 Nov The Long Way Round by Oriel Finch came on Mon 16 Nov/)
  assert.match(html, new RegExp(`<tr role="row" id="piece-${works['The Long Way Round']}">`))
  assert.match(html, new RegExp(`href="${list}"`))
})

test('where a day had a nameless piece, nothing that came elsewhere is tied to it', async () => {
  await using house = await openHouse()
  const works = await filled(house)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_anonymous: 1 }).where('id', '=', works['A Small One']).execute(),
    ),
  )
  const text = await wordsOf(house.guest(), 'day')
  assert.match(text, /A Small One by somebody whose name is not shown yet/)
  assert.doesNotMatch(text, /Oriel Finch came on|for Wed 4 Nov/)
  assert.match(await wordsOf(await house.as('mara'), 'day'), /Oriel Finch came on Mon 16 Nov/)
})

test('a round without pieces says so, and one that is not open has no masterlist', async () => {
  await using house = await openHouse()
  assert.match((await house.guest().visit(list)).text, /No pieces yet/)
  for (const path of [list, `${list}/copy`])
    assert.equal((await house.guest().visit(path.replace('lantern-season', 'nowhere'))).status, 404)
  assert.equal((await house.guest().visit(`${list}?by=weather`)).status, 200)
})

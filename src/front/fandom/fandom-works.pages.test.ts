// A fandom is read in the order of its story, a hundred works on a page, and every work on exactly one of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { fillListed, takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { workFor } from '#tests/support/work-done.ts'

const page = '/fandoms/lantern-coast/works'

const titlesIn = (html: string): string[] =>
  [...html.matchAll(/class="mlist__title" href="[^"]*" dir="auto">([^<]*)</g)].map(([, title = '']) => title)

test('works stand under the parts of the timeline, from all rounds, and the fandom’s page leads there', async () => {
  await using house = await openHouse()
  await fillListed(house, await takeInCoast(house))
  const { html, text } = await house.guest().visit(page)
  assert.deepEqual(titlesIn(html), [
    'Standing Elsewhere',
    'The Long Way Round',
    'A Small One',
    'Long After',
    'Ballast',
    'Drawn on the Back',
    'Nobody’s Letter',
  ])
  assert.match(text, /In canon order 7 works/)
  assert.match(text, /The Drowned Bell, Salt on the Sill Standing Elsewhere by ismay_writes Ficlet at archive\.example/)
  assert.match(text, /Roughly here Read out of the summary, and not certain\. Drawn on the Back/)
  assert.match((await house.guest().visit('/fandoms/lantern-coast')).html, new RegExp(`href="${page}"`))
  assert.equal((await house.guest().visit('/fandoms/nowhere/works')).status, 404)
})

test('a fandom without works says so', async () => {
  await using house = await openHouse()
  await takeInCoast(house)
  assert.match((await house.guest().visit(page)).text, /Nothing set there yet/)
})

/** Copies one work many times, at places all over the coast: through the pages it would take minutes. */
async function multiply(house: TestHouse, count: number): Promise<void> {
  const { at } = await takeInCoast(house)
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { said: saidOf({ title: 'Work 0', ...at('Fog Signal') }) })
  const places = [at('Ballast'), at('Somebody Staying Up'), at('Harbour Mist'), at('Low Water', 'Low Water', 0.3)]
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const { id: _, ...row } = await db
        .selectFrom('works')
        .selectAll()
        .where('id', '=', work)
        .executeTakeFirstOrThrow()
      const pen = await db.selectFrom('work_creators').selectAll().where('work_id', '=', work).executeTakeFirstOrThrow()
      for (let first = 1; first < count; first += 100) {
        const rows = Array.from({ length: Math.min(100, count - first) }, (_unused, nth) => {
          const number = first + nth
          // Every ninth has no place at all; half of the others crowd into one.
          const place =
            number % 9 === 0 ? undefined : number % 2 === 0 ? places[0]?.place : places[1 + (number % 3)]?.place
          return {
            ...row,
            uid: ctx.uid(),
            once_key: `copy ${number}`,
            title: `Work ${number}`,
            timing_from: place?.from ?? null,
            timing_to: place?.to ?? null,
            timing_confidence: place ? Math.round(place.confidence * 100) : null,
          }
        })
        const ids = await db.insertInto('works').values(rows).returning('id').execute()
        const creators = ids.map(({ id }) => ({ work_id: id, pen_name_id: pen.pen_name_id, position: 0 }))
        await db.insertInto('work_creators').values(creators).execute()
      }
    }),
  )
}

test('every work of a large fandom stands on exactly one page, in one order through all of them, and a page comes fast', async () => {
  await using house = await openHouse()
  await multiply(house, 3_050)
  const guest = house.guest()
  const found: string[] = []
  const headings: string[] = []
  for (let number = 1; number <= 31; number += 1) {
    const { html, text } = await guest.visit(`${page}?page=${number}`)
    const titles = titlesIn(html)
    assert.equal(titles.length, number === 31 ? 50 : 100, `page ${number}`)
    found.push(...titles)
    assert.match(text, new RegExp(`Page ${number} of 31`))
    assert.equal(html.includes(`href="${page}?page=${number + 1}"`), number < 31)
    for (const [, heading = ''] of html.matchAll(/<h[23] dir="auto">([^<]*)</g))
      if (headings.at(-1) !== heading) headings.push(heading)
  }
  assert.equal(new Set(found).size, 3_050)
  assert.deepEqual(headings, [
    'The Drowned Bell, Harbour Mist',
    'Somebody Staying Up',
    'Fog Signal',
    'The Harbourmaster&#39;s Ledger, Ballast',
    'Roughly here',
    'Somewhere in canon',
  ])
  assert.deepEqual(titlesIn((await guest.visit(`${page}?page=99`)).html), found.slice(-50))
  assert.deepEqual(titlesIn((await guest.visit(`${page}?page=nonsense`)).html), found.slice(0, 100))
  const work = await workFor(() => guest.visit(`${page}?page=16`))
  assert.ok(work < 1_500, `${work} ms of work`)
})

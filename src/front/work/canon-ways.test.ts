// A whole round can be read in the order of its story, from each piece to the next.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { fillListed, takeInCoast } from '#tests/world/listed.ts'

const next = /In canon order, next[\s\S]*?<a href="(\/works\/\d+)" dir="auto">([^<]*)</
const before = /In canon order, before it[\s\S]*?<a href="(\/works\/\d+)" dir="auto">([^<]*)</

async function walk(house: TestHouse, from: number, way: RegExp): Promise<string[]> {
  const titles: string[] = []
  let path: string | undefined = `/works/${from}`
  while (path !== undefined && titles.length < 20) {
    const found: RegExpExecArray | null = way.exec((await house.guest().visit(path)).html)
    if (found?.[2] !== undefined) titles.push(found[2])
    path = found?.[1]
  }
  return titles
}

test('from the first piece in canon one comes to the last, and back, past those whose place nobody knows', async () => {
  await using house = await openHouse()
  const works = await fillListed(house, await takeInCoast(house))
  const inOrder = ['The Long Way Round', 'A Small One', 'Long After', 'Ballast', 'Drawn on the Back']
  assert.deepEqual(await walk(house, works['Standing Elsewhere'], next), inOrder)
  assert.deepEqual(await walk(house, works['Drawn on the Back'], before), [
    ...inOrder.slice(0, -1).toReversed(),
    'Standing Elsewhere',
  ])
})

test('beside the ways in canon stand those by day, and the way to the whole list; without a place there are none', async () => {
  await using house = await openHouse()
  const works = await fillListed(house, await takeInCoast(house))
  const guest = house.guest()
  const { text, html } = await guest.visit(`/works/${works['A Small One']}`)
  assert.match(text, /Before it, Tuesday 3 November Ballast Next, Thursday 5 November Standing Elsewhere/)
  assert.match(text, /In canon order, before it: Somebody Staying Up The Long Way Round/)
  assert.match(html, /href="\/c\/tidewater\/rounds\/lantern-season\/masterlist\?by=timing"/)
  for (const title of ['Nobody’s Letter', 'منارة في الضباب'] as const)
    assert.doesNotMatch((await guest.visit(`/works/${works[title]}`)).text, /In canon order/)
})

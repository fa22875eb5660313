// Who stands under today on the desk, in which words; and where its open days lead.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { sayItLater, take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const deskOf = async (house: TestHouse) => (await house.as('mara')).visit(paths.desk(where.community))

const today = async (house: TestHouse): Promise<string> =>
  /Today by each one’s own midnight(.*)Expected later/.exec((await deskOf(house)).text)?.[1] ?? assert.fail()

test('until its grace has ended nobody is late: who said that it comes later stands under today, with what is up', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  await sayItLater(house, 'oriel', claim)
  assert.match(await today(house), /Wed 4 Nov Oriel Finch said it comes later no .*Write to Oriel Finch/)
  assert.match((await deskOf(house)).text, /Nothing is expected later/)
  await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  assert.match(await today(house), /Oriel Finch stand-in up, the rest comes later – /)
  house.at('2026-11-06T12:00:00.000Z')
  await house.runJobs()
  assert.doesNotMatch(await today(house), /Oriel Finch/)
  assert.match((await deskOf(house)).text, /Expected later .*Wed 4 Nov Oriel Finch late/)
})

test('“Enter somebody” beside a day leads to the line with that day chosen', async () => {
  await using house = await openHouse()
  const { html } = await deskOf(house)
  const [, to = '', id = ''] = /href="([^"]*\?day=(\d+))#for-another"/.exec(html) ?? []
  const seen = await (await house.as('mara')).visit(to)
  assert.match(seen.html, new RegExp(`<option value="${id}" selected`))
})

// All pages of a piece wear the ink of its round, for its writer and for mods; a guest learns nothing from them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRound } from '#src/fests/rounds/choices/changing-round.ts'
import { usualChoices } from '#src/fests/rounds/rounds.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { lanterns, where } from '#tests/world/tidewater.ts'

const { name, theme, graceDays, daysPerPerson } = lanterns
const inWoad = { ...usualChoices, name, theme, graceDays, daysPerPerson, ink: 'woad' } as const
const round = /<html [^>]*class="ink-woad"/
const community = /href="\/c\/tidewater" aria-current/

test('a piece’s changing, history, taking down, correcting and ruling wear the ink of its round', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) => changeRound(ctx, where.community, where.round, inWoad))
  const claim = await take(house, 'oriel', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const pages = {
    oriel: [
      paths.work(work),
      paths.workEdit(work),
      paths.workHistory(work),
      asking(paths.workHistory(work), { version: '1' }),
      paths.workTakingDown(work),
      paths.claim(where.community, where.round, claim.id),
    ],
    mara: [paths.workCorrection(work), paths.workHiding(work), paths.workCounting(work)],
  }
  for (const who of ['oriel', 'mara'] as const) {
    const visitor = await house.as(who)
    for (const path of pages[who]) {
      const { html, status } = await visitor.visit(path)
      assert.equal(status, 200, path)
      assert.match(html, round, path)
      assert.match(html, community, path)
    }
  }
  const refused = await house.guest().visit(paths.workEdit(work))
  assert.doesNotMatch(refused.html, round)
})

// What the head of a round says can be done, before, within and after it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { phasesOf } from './round-phases.ts'
import { showRound } from '#src/fests/claims/round-shown.ts'
import { planRound } from '#src/fests/rounds/rounds.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { enter, take } from '#tests/world/deeds.ts'
import { asMailing } from '#tests/world/keys.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)

test('a guest is asked in to take a day as long as there is one to take, and is told when the round is over', async () => {
  await using house = await openHouse()
  const read = async (): Promise<string> => (await house.guest().visit(round)).text
  assert.match(await read(), /Sign in to take a day .+ 14 places are open to claim/)
  assert.match(await read(), /No pieces yet\. The first day is Monday 2 November\./)
  house.at('2026-11-16T12:00:00.000Z')
  assert.doesNotMatch(await read(), /Sign in to take a day|The first day is/)
  assert.match(await read(), /No place is open to claim right now\./)
  house.at('2026-11-18T12:00:00.000Z')
  assert.match(await read(), /No place is open to claim right now\./)
  house.at('2026-11-20T12:00:00.000Z')
  assert.match(await read(), /The round is over\./)
})

test('where a day can be taken without an account, that is what a guest is shown first', async () => {
  await using house = await openHouse(asMailing)
  const guest = house.guest()
  const { html } = await guest.visit(round)
  const to = /href="([^"]+)"[^>]*>(?:<[^>]+>)*Take a day by name and mail/.exec(html)?.[1] ?? assert.fail(html)
  assert.match((await guest.visit(to)).text, /Take a day You have an account\? Sign in \. It works without one, too/)
})

test('whom mods have given more days than one person may take is told just that', async () => {
  await using house = await openHouse()
  for (const on of ['11-03', '11-04'] as const) await take(house, 'oriel', on)
  const oriel = await house.as('oriel')
  assert.match((await oriel.visit(round)).text, /Wednesday 4 November ?; that is as many as one person may take\./)
  await enter(house, 'mara', 'Oriel Finch', '11-05')
  assert.match(
    (await oriel.visit(round)).text,
    /Thursday 5 November ?\. That is more than the 2 days each person may take: the mods have given you more\./,
  )
})

test('a round that is not opened is not under way, whatever its dates say', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  await house.act('mara', (ctx) =>
    planRound(ctx, where.community, {
      ...lanterns,
      name: 'Not Yet',
      first: day('2026-11-02'),
      last: day('2026-11-05'),
    }),
  )
  const phases = await house.act('mara', async (ctx) =>
    phasesOf(await showRound(ctx, { ...where, round: 'not-yet' }, undefined), ctx.now(), 'Europe/Lisbon'),
  )
  assert.deepEqual(
    phases.map(({ at, left }) => [at, left]),
    [
      ['next', undefined],
      ['next', undefined],
      ['next', undefined],
    ],
  )
})

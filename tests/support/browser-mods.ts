// A round on a day that goes wrong, as its mods see it: a piece that waits, one that is hidden, one that does not count, a header put right.
import { setClaim } from '#src/fests/claims/mods/setting-right.ts'
import { letPieceThrough } from '#src/fests/posting/mods/letting-through.ts'
import { discountPiece, hidePiece } from '#src/fests/posting/mods/rulings.ts'
import { paths } from '#src/schema/paths.ts'
import { enter, giveBack, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const long = 'W'.repeat(120)

export async function* modsAtWork({ house, enter: open }: BrowserHouse): AsyncGenerator<Sight> {
  const mara = await (await open({ as: 'mara' })).newPage()
  const oriel = await (await open({ as: 'oriel' })).newPage()
  const claimAt = (id: number): string => paths.claim(where.community, where.round, id)
  const late = await take(house, 'oriel', '11-03')
  const through = await take(house, 'ismay', '11-04')
  await enter(house, 'mara', 'quillfeather-of-the-long-northern-coast', '11-04').catch(() => undefined)
  await enter(house, 'mara', 'quillfeather-of-the-long-northern-coast', '11-05')
  const kept = await take(house, 'oriel', '11-08')
  const set = await take(house, 'nour', '11-12')
  await enter(house, 'mara', 'penny_post', '11-09')
  await post(house, 'mara', { claim: (await enter(house, 'mara', 'hedgewitch', '11-10')).id, role: 'stand-in' })
  await giveBack(house, 'tane', await take(house, 'tane', '11-14'))
  await mara.goto(paths.desk(where.community))
  yield { name: 'desk-before', page: mara }
  house.at('2026-11-08T12:00:00.000Z')
  await house.runJobs()
  await post(house, 'oriel', { claim: late.id, said: saidOf({ title: 'What the Bell Said' }) })
  await post(house, 'ismay', { claim: through.id, said: saidOf({ title: 'Salt in the Ink' }) })
  const piece = await post(house, 'oriel', { claim: kept.id })
  const hidden = await post(house, 'mara', { reservedName: 'Juniper Vale', said: saidOf({ title: long }) })
  await house.act('mara', (ctx) => letPieceThrough(ctx, where, through.id))
  await house.act('mara', (ctx) => hidePiece(ctx, hidden.work, 'We are asking whose picture this is.'))
  await house.act('mara', (ctx) =>
    setClaim(ctx, where, { claim: set.id, to: 'given-back', reason: 'Agreed by letter.' }),
  )
  const correction = paths.workCorrection(piece.work)
  await mara.goto(correction)
  yield { name: 'correction', page: mara }
  await mara.locator('#f-line').fill('')
  await mara.getByRole('button', { name: 'Save the correction' }).click()
  yield { name: 'correction-refused', page: mara }
  await mara.locator('#f-title').fill('Somebody, Staying Up')
  await mara.locator('#f-warnings').fill('')
  await mara.locator('#f-line').fill('The title had lost its comma. Thank you for it!')
  await mara.getByRole('button', { name: 'Save the correction' }).click()
  await mara.waitForSelector('.said')
  yield { name: 'work-corrected-as-mod', page: mara }
  await oriel.goto(paths.workHistory(piece.work))
  yield { name: 'history-corrected', page: oriel }
  for (const [name, address] of [
    ['hiding', paths.workHiding(piece.work)],
    ['counting', paths.workCounting(piece.work)],
    ['claim-waits-as-mod', claimAt(late.id)],
    ['claim-set-aside-as-mod', claimAt(set.id)],
    ['work-hidden-as-mod', paths.work(hidden.work)],
  ] as const) {
    await mara.goto(address)
    yield { name, page: mara }
  }
  await house.act('mara', (ctx) => discountPiece(ctx, piece.work, 'It is a chapter of another story.'))
  await oriel.goto(paths.work(piece.work))
  yield { name: 'work-not-counted-as-writer', page: oriel }
  house.at('2026-11-10T12:00:00.000Z')
  await house.runJobs()
  await mara.goto(paths.desk(where.community))
  yield { name: 'desk-during', page: mara }
  await mara
    .locator('details')
    .first()
    .evaluate((folded) => folded.setAttribute('open', ''))
  await mara
    .locator('details')
    .last()
    .evaluate((folded) => folded.setAttribute('open', ''))
  yield { name: 'desk-unfolded', page: mara }
}

// Letters between mods and members, asking to join and taking it back, and what somebody meets who was removed.
import { removeMember } from '#src/people/communities/members/members.ts'
import { paths } from '#src/schema/paths.ts'
import { choose } from '#tests/world/communities.ts'
import { take } from '#tests/world/deeds.ts'
import { answer, fromMod, toMods } from '#tests/world/letters.ts'
import { post } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const wide = `https://journal.example/${'w'.repeat(160)}`

export async function* lettersOfPeople({ house, enter: open }: BrowserHouse): AsyncGenerator<Sight> {
  const [mara, oriel] = [await (await open({ as: 'mara' })).newPage(), await (await open({ as: 'oriel' })).newPage()]
  await mara.goto(paths.letters('tidewater'))
  yield { name: 'letters-none-as-mod', page: mara }
  await oriel.goto(paths.letters('tidewater'))
  yield { name: 'letters-none', page: oriel }
  await oriel.goto(paths.newLetter('tidewater'))
  yield { name: 'letter-new', page: oriel }
  await oriel.getByRole('button', { name: 'Send it' }).click()
  await oriel.waitForSelector('.summary')
  yield { name: 'letter-new-refused', page: oriel }
  const claim = await take(house, 'oriel', '11-04')
  const thread = await toMods(house, 'oriel', {
    subject: 'Whether a letter may be longer than its day',
    body: `Mine has grown to ${'nine thousand words, '.repeat(12)}and counting.\n\nWould two parts be welcome?\n${wide}`,
  })
  await answer(house, 'mara', thread, 'They would.\n\nPost the first on your day, and say that more follows.')
  await fromMod(house, 'ismay', { subject: 'Your banner', body: 'It is lovely. Who drew it?' })
  await toMods(house, 'nour', { subject: 'W'.repeat(120), body: 'A short one.' })
  for (const [name, page, address] of [
    ['letters-as-mod', mara, paths.letters('tidewater')],
    ['letter-waits-as-mod', mara, paths.letter('tidewater', 3)],
    ['letter-answered-as-mod', mara, paths.letter('tidewater', thread)],
    ['letter-to-member', mara, paths.memberLetter('tidewater', 4)],
    ['letter-to-holder', mara, paths.claimLetter(where.community, where.round, claim.id)],
    ['desk-with-letters', mara, paths.desk('tidewater')],
    ['claim-of-another-as-mod', mara, paths.claim(where.community, where.round, claim.id)],
    ['letters', oriel, paths.letters('tidewater')],
    ['mine-with-letter', oriel, paths.mine],
    ['letter-answered', oriel, paths.letter('tidewater', thread)],
    ['claim-own', oriel, paths.claim(where.community, where.round, claim.id)],
  ] as const) {
    await page.goto(address)
    yield { name, page }
  }
  yield* asking({ house, enter: open })
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  await house.act('mara', async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('memberships')
      .select('id')
      .where('account_id', '=', accountOf('oriel'))
      .executeTakeFirstOrThrow()
    await removeMember(ctx, 'tidewater', id, { mayComeBack: false, line: '' })
  })
  await oriel.goto(paths.workEdit(work))
  yield { name: 'put-out-edit', page: oriel }
  await oriel.goto(paths.letter('tidewater', thread))
  yield { name: 'letter-answered-shut-out', page: oriel }
}

async function* asking({ house, enter: open }: Pick<BrowserHouse, 'house' | 'enter'>): AsyncGenerator<Sight> {
  await choose(house, { joining: 'approval' })
  const stranger = await (await open({ as: 'stranger' })).newPage()
  await stranger.goto(paths.round(where.community, where.round))
  await stranger.getByRole('link', { name: 'Ask to join Tidewater' }).click()
  yield { name: 'asking-from-round', page: stranger }
  await stranger.locator('[name="says"]').fill('I keep a lamp, and have read every round since the first.')
  await stranger.getByRole('button', { name: 'Ask to join' }).click()
  await stranger.waitForSelector('.slip--good')
  yield { name: 'asked-back-on-round', page: stranger }
  await stranger.goto(paths.joining('tidewater'))
  yield { name: 'asking-waits', page: stranger }
  await stranger.getByRole('button', { name: 'Take it back' }).click()
  await stranger.waitForSelector('.slip--good')
  yield { name: 'asking-taken-back', page: stranger }
}

// Pieces as they are read and listed, by guests and by their writers.
import { paths } from '#src/schema/paths.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const long = 'W'.repeat(120)

export async function* piecesOfARound({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const standIn = await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  house.at('2026-11-16T12:00:00.000Z')
  const elsewhere = saidOf({ title: long, link: `https://archive.example/${long}` })
  const linked = await post(house, 'ismay', { said: { ...elsewhere, text: { ...elsewhere.text, html: '', words: 0 } } })
  const adult = await post(house, 'tane', { said: saidOf({ title: 'After the Lamp' }, { isAdult: true }) })
  const round = paths.round(where.community, where.round)
  const addresses = {
    'work-stand-in': paths.work(standIn.work),
    'work-elsewhere': paths.work(linked.work),
    'work-for-adults': paths.work(adult.work),
    'book-for-adults': paths.workEpub(adult.work),
    'round-with-pieces': round,
    'round-with-pieces-as-list': `${round}?as=list`,
    'community-with-pieces': paths.community(where.community),
    'home-with-pieces': paths.home,
    'mine-with-pieces': paths.mine,
    'claim-with-stand-in': paths.claim(where.community, where.round, claim.id),
  }
  for (const who of ['guest', 'oriel'] as const) {
    const page = await (await enter(who === 'guest' ? {} : { as: who })).newPage()
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address)
      yield { name: `${name}-as-${who}`, page }
    }
  }
}

// Every list of a round that is over, as guests and mods see it: the masterlist in its orders, what is copied of it, and canon.
import { paths } from '#src/schema/paths.ts'
import { fillListed, takeInCoast } from '#tests/world/listed.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

const master = paths.masterlist(where.community, where.round)
const copy = paths.masterlistCopy(where.community, where.round)
const long = 'W'.repeat(120)

export async function* listsOfRound({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const guest = await (await enter()).newPage()
  await guest.goto(master)
  yield { name: 'masterlist-empty', page: guest }
  await guest.goto(paths.fandoms)
  yield { name: 'fandoms-empty', page: guest }
  const coast = await takeInCoast(house)
  await guest.goto(paths.fandoms)
  yield { name: 'fandoms', page: guest }
  await guest.goto(paths.fandomWorks('lantern-coast'))
  yield { name: 'fandom-works-empty', page: guest }
  house.at('2026-11-01T12:00:00.000Z')
  const works = await fillListed(house, coast)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ title: long, form: long, timing: long }).where('id', '=', works.Ballast).execute(),
    ),
  )
  await giveAwayTheirSetting(house)
  const addresses = {
    masterlist: master,
    'masterlist-by-creator': `${master}?by=creator`,
    'masterlist-by-kind': `${master}?by=kind`,
    'masterlist-by-rating': `${master}?by=rating`,
    'masterlist-by-canon': `${master}?by=timing`,
    'masterlist-copy': copy,
    'masterlist-copy-text': `${copy}?by=timing&as=text`,
    'round-with-references': paths.round(where.community, where.round),
    fandom: paths.fandom('lantern-coast'),
    'fandom-works': paths.fandomWorks('lantern-coast'),
    'fandom-works-seen': `${paths.fandomWorks('lantern-coast')}?seen=lantern-coast%3ABook%202`,
    'masterlist-seen': `${master}?seen=lantern-coast%3ABook%202`,
    'work-with-canon-ways': paths.work(works['A Small One']),
  }
  for (const who of ['guest', 'mara'] as const) {
    const page = await (await enter(who === 'guest' ? {} : { as: who })).newPage()
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address)
      yield { name: `${name}-as-${who}`, page }
    }
    await page.goto(`${master}?seen=lantern-coast%3ABook%201`)
    await page.getByRole('button', { name: 'Remember' }).click()
    await page.locator('.beyond > summary').first().click()
    yield { name: `masterlist-folded-as-${who}`, page }
  }
}

/** Each gives away what is known where it is set. */
const giveAwayTheirSetting = (house: BrowserHouse['house']): Promise<unknown> =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('works')
        .set(({ ref }) => ({ spoilers_to: ref('timing_to'), spoilers_by: 'setting' }))
        .where('timing_to', 'is not', null)
        .execute(),
    ),
  )

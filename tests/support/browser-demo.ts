// The pages of a demo: its links, and the strip above the pages of somebody who may change who they are.
import { asking, paths } from '#src/schema/paths.ts'
import { readDemo } from '#src/demo/demo-setting.ts'
import type { Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'

export async function* demoSights({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const demo = await house.act({ kind: 'host' }, ({ db }) => readDemo(db))
  if (!demo) throw new Error('This house is no demo')
  const round = paths.round(demo.round.community, demo.round.round)
  const guest = await (await enter()).newPage()
  for (const [name, to] of [
    ['demo-home', paths.home],
    ['demo-round', round],
    ['demo-round-as-list', asking(round, { as: 'list' })],
    ['demo-community', paths.community('tidewater')],
    ['demo-work', paths.work(1)],
    ['demo-fandom', paths.fandom('lantern-coast')],
    ['demo-canon-order', paths.fandomWorks('lantern-coast')],
    ['demo-masterlist', paths.masterlist(demo.round.community, demo.round.round)],
  ] as const) {
    await guest.goto(to)
    yield { name, page: guest }
  }
  const page = await (await enter()).newPage()
  for (const part of ['mod', 'writer', 'reader', 'guest'] as const) {
    await page.goto(paths.demo(demo.key, part))
    yield { name: `demo-come-in-as-${part}`, page }
    await page.locator('main').getByRole('button').click()
    await page.waitForSelector('.said')
    yield { name: `demo-as-${part}`, page }
  }
}

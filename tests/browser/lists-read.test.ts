// The masterlist in its orders, what is copied of it, and canon: no fault of access, nothing sticks out, and the button copies.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import type { Sight } from '#tests/support/browser-first-steps.ts'
import { type BrowserHouse, openBrowserHouse } from '#tests/support/browser-house.ts'
import { everyPage } from '#tests/support/browser-every-page.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { fillListed, takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const master = paths.masterlist(where.community, where.round)
const copy = paths.masterlistCopy(where.community, where.round)
const long = 'W'.repeat(120)

async function* listsOfARound({ house, enter }: BrowserHouse): AsyncGenerator<Sight> {
  const guest = await (await enter()).newPage()
  await guest.goto(master)
  yield { name: 'masterlist-empty', page: guest }
  const coast = await takeInCoast(house)
  await guest.goto(paths.fandomWorks('lantern-coast'))
  yield { name: 'fandom-works-empty', page: guest }
  house.at('2026-11-01T12:00:00.000Z')
  const works = await fillListed(house, coast)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ title: long, form: long, timing: long }).where('id', '=', works.Ballast).execute(),
    ),
  )
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
    'work-with-canon-ways': paths.work(works['A Small One']),
  }
  for (const who of ['guest', 'mara'] as const) {
    const page = await (await enter(who === 'guest' ? {} : { as: who })).newPage()
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address)
      yield { name: `${name}-as-${who}`, page }
    }
  }
}

everyPage('of lists', listsOfARound, {})

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('the button copies the whole block; without scripts there is none, and the block can be selected', async () => {
  await using at = await openBrowserHouse(browser, { at: '2026-11-16T12:00:00.000Z' })
  await post(at.house, 'oriel', { said: saidOf({ title: '[Ballast] & <more>' }) })
  const context = await at.enter()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: at.url })
  const page = await context.newPage()
  await page.goto(`${copy}?as=markdown`)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByText('Copied.').waitFor()
  const block = await page.getByRole('textbox').inputValue()
  assert.match(block, /^## \[Lantern Season\\: masterlist/)
  assert.match(block, /\[\\\[Ballast\\\] \\& \\<more\\>\]\(http:\/\/127\.0\.0\.1:\d+\/works\/1\) by Oriel Finch/)
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), block)
  const plain = await (await at.enter({ scripts: false })).newPage()
  await plain.goto(`${copy}?as=markdown`)
  assert.equal(await plain.getByRole('button', { name: 'Copy' }).count(), 0)
  assert.equal(await plain.getByRole('textbox').inputValue(), block)
})

// Walks through a house page by page and holds all of them against what must be true of every page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Sight } from './browser-first-steps.ts'
import { type BrowserHouse, openBrowserHouse } from './browser-house.ts'
import { faultsOf, listen } from './browser-inspect.ts'
import { openBrowser } from './chromium.ts'
import type { Options } from './open-house.ts'

type Walk = (at: BrowserHouse) => AsyncGenerator<Sight>

export function everyPage(what: string, walk: Walk, options: Options): void {
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  test(`no page ${what} has a fault of access, sticks out, complains or asks anybody else`, async () => {
    await using at = await openBrowserHouse(browser, options)
    const heard: string[][] = []
    const enter: BrowserHouse['enter'] = async (guest) => {
      const context = await at.enter(guest)
      heard.push(listen(context, at.url))
      return context
    }
    const faults: string[] = []
    let seen = 0
    for await (const sight of walk({ ...at, enter })) {
      seen += 1
      faults.push(...(await faultsOf(sight)))
    }
    assert.ok(seen > 10, 'the walk saw the house')
    assert.deepEqual([...faults, ...heard.flat()], [])
  })
}

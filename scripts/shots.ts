// Pictures of every page for human eyes: three widths, light and dark, and sepia for a few, into the folder shots/.
// With words after it, only the pages whose names hold one of them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { lifeOfAccounts } from '../tests/support/browser-accounts.ts'
import { firstSteps, type Sight } from '../tests/support/browser-first-steps.ts'
import { demoSights } from '../tests/support/browser-demo.ts'
import { workOfChapters } from '../tests/support/browser-chapters.ts'
import { openBrowserHouse } from '../tests/support/browser-house.ts'
import { listsOfRound } from '../tests/support/browser-lists.ts'
import { lifeOfNames } from '../tests/support/browser-names.ts'
import { lifeOfRound } from '../tests/support/browser-sights.ts'
import { openBrowser } from '../tests/support/chromium.ts'
import { house } from '../tests/support/unpack.ts'
import { demoOptions } from '../tests/world/demo.ts'

const folder = join(house, 'shots')
const widths = [360, 768, 1440]
const onSepia = ['home-as-member', 'round-as-member', 'claim-ahead']
const asked = process.argv.slice(2)
const isAsked = (name: string): boolean => asked.length === 0 || asked.some((word) => name.includes(word))

async function shoot(page: Page, name: string, paper: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: join(folder, `${name}-${width}-${paper}.png`), fullPage: true })
  }
}

async function shootAll({ name, page }: Sight): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await shoot(page, name, colorScheme)
  }
  if (onSepia.includes(name)) await shootSepia(page, name)
  console.log(name)
}

/** The reader's own choice stands on the root, as the cookie would put it there. */
async function shootSepia(page: Page, name: string): Promise<void> {
  await page.evaluate("document.documentElement.dataset.paper = 'sepia'")
  await shoot(page, name, 'sepia')
}

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
try {
  {
    await using empty = await openBrowserHouse(browser, { empty: true })
    for await (const sight of firstSteps(empty)) if (isAsked(sight.name)) await shootAll(sight)
  }
  {
    await using own = await openBrowserHouse(browser, { mail: 'shown' })
    for await (const sight of lifeOfAccounts(own)) if (isAsked(sight.name)) await shootAll(sight)
  }
  {
    await using demo = await openBrowserHouse(browser, demoOptions)
    for await (const sight of demoSights(demo)) if (isAsked(sight.name)) await shootAll(sight)
  }
  {
    await using listed = await openBrowserHouse(browser)
    for await (const sight of listsOfRound(listed)) if (isAsked(sight.name)) await shootAll(sight)
  }
  {
    await using named = await openBrowserHouse(browser)
    for await (const sight of lifeOfNames(named)) if (isAsked(sight.name)) await shootAll(sight)
  }
  {
    await using going = await openBrowserHouse(browser)
    for await (const sight of workOfChapters(going)) if (isAsked(sight.name)) await shootAll(sight)
  }
  await using filled = await openBrowserHouse(browser)
  for await (const sight of lifeOfRound(filled, isAsked)) await shootAll(sight)
} finally {
  await browser.close()
}

// Pictures of every page for human eyes: three widths in light, sepia and dark, and as it is printed, into the folder shots/.
// With words after it, only the pages whose names hold one of them; `--few` takes each paper at one width, to be quick.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Sight } from '../tests/support/browser-first-steps.ts'
import { openBrowserHouse } from '../tests/support/browser-house.ts'
import { walks } from '../tests/support/browser-walks.ts'
import { openBrowser } from '../tests/support/chromium.ts'
import { house } from '../tests/support/unpack.ts'

const folder = join(house, 'shots')
const isQuick = process.argv.includes('--few')
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isAsked = (name: string): boolean => asked.length === 0 || asked.some((word) => name.includes(word))

const looks = [
  { paper: 'light', widths: [360, 768, 1440], few: [360, 1440] },
  { paper: 'sepia', widths: [360, 768, 1440], few: [768] },
  { paper: 'dark', widths: [360, 768, 1440], few: [1440] },
] as const

/** A sheet of A4 without its margins. */
const SHEET = 680

async function shootAll({ name, page }: Sight): Promise<void> {
  for (const { paper, widths, few } of looks) {
    await lay(page, paper)
    for (const width of isQuick ? few : widths) await shoot(page, `${name}-${width}-${paper}`, width)
  }
  await lay(page, 'light')
  await page.emulateMedia({ media: 'print' })
  await shoot(page, `${name}-print`, SHEET)
  await page.emulateMedia({ media: 'screen' })
  console.log(name)
}

/** Sepia is a reader's own choice and stands on the root, as the cookie would put it there. */
async function lay(page: Page, paper: string): Promise<void> {
  await page.emulateMedia({ colorScheme: paper === 'dark' ? 'dark' : 'light' })
  const does = paper === 'sepia' ? "dataset.paper = 'sepia'" : "removeAttribute('data-paper')"
  await page.evaluate(`document.documentElement.${does}`)
}

async function shoot(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
try {
  for (const { options, sights } of Object.values(walks)) {
    await using at = await openBrowserHouse(browser, options)
    for await (const sight of sights(at, isAsked)) if (isAsked(sight.name)) await shootAll(sight)
  }
} finally {
  await browser.close()
}

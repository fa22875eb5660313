// What a machine can say against a page: faults of access in every light and at both ends of width, what sticks out, and complaints.
import type { BrowserContext, Page } from 'playwright-core'
import { violationsIn } from './browser-axe.ts'
import type { Sight } from './browser-first-steps.ts'
import { faultsForOthers } from './browser-other-eyes.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a width can change of the same page: what lies upon what, how large a target is, what scrolls. */
const byWidth = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/** All of it once; a phone and the dark are asked only what they can change, because asking is most of the time that a walk takes. */
const views = [
  { colorScheme: 'light', width: 1440, by: { tags } },
  { colorScheme: 'dark', width: 1440, by: { rules: ['color-contrast'] } },
  { colorScheme: 'dark', width: 360, by: { rules: ['color-contrast'] } },
  { colorScheme: 'light', width: 360, by: { rules: byWidth } },
] as const

/** One line for each fault; a page without any is an empty list. */
export async function faultsOf({ name, page }: Sight): Promise<string[]> {
  const faults: string[] = []
  for (const { colorScheme, width, by } of views) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    faults.push(...(await violationsIn(page, by)).map((fault) => `${name}, ${colorScheme} at ${width}: ${fault}`))
  }
  const own = [...(await sticksOut(page, name)), ...(await misspeaks(page, name))]
  return [...faults, ...own, ...(await faultsForOthers({ name, page }))]
}

/** Words that no page says; only the mods' own plan of a round and their desk speak of late pieces. */
async function misspeaks(page: Page, name: string): Promise<string[]> {
  const spoken = `${await page.title()} ${await page.locator('body').innerText()}`
  const unsaid = /\/(?:rounds\/new|desk)$/.test(page.url())
    ? /\b(users?|slots?|submit\w*|oops)\b/i
    : /\b(late|users?|slots?|submit\w*|oops)\b/i
  const said = unsaid.exec(spoken)?.[0]
  return said === undefined ? [] : [`${name}: says "${said}"`]
}

/** A phone; 400 % is looked at with other eyes. */
async function sticksOut(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 900 })
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
  return wide > 360 ? [`${name}: ${wide - 360} px stick out at 360`] : []
}

/** Listens to all pages of a context: what scripts complain of, what the content policy stops, who else is asked. */
export function listen(context: BrowserContext, url: string): string[] {
  const heard: string[] = []
  context.on('weberror', (error) => heard.push(`error: ${error.error().message}`))
  context.on('console', (message) => {
    const isOwnStatus = message.text().startsWith('Failed to load resource') && message.location().url.startsWith(url)
    // Chromium says so too of a face that it had in memory from the page before.
    const isKnownFace = /\.woff2 was preloaded using link preload but not used/.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !isOwnStatus && !isKnownFace)
      heard.push(`console: ${message.text()}`)
  })
  context.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) heard.push(`asks elsewhere: ${request.url()}`)
  })
  context.on('response', (response) => {
    const isFile = response.url().startsWith(`${url}/static/`)
    if (isFile && response.status() >= 400) heard.push(`no such file: ${response.url()}`)
  })
  return heard
}

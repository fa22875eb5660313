// What every page must be for other eyes and hands: whole at 400 %, told apart in the system's own colours, gone through with keys alone, whole on paper.
import type { Page } from 'playwright-core'
import type { Sight } from './browser-first-steps.ts'

/** One line for each fault. Keys and colours are tried in the same small window: whoever enlarges often uses both. */
export async function faultsForOthers({ name, page }: Sight): Promise<string[]> {
  const enlarged = await cutAt400(page)
  const keys = await unreachedByKeys(page)
  const system = await lostInSystemColours(page)
  const paper = await spoiltOnPaper(page)
  return [...enlarged, ...keys, ...system, ...paper].map((fault) => `${name}: ${fault}`)
}

/** How a fault is named, and what can be seen at all: words for those who hear a page are cut on purpose. */
const common = `
  const named = (at) => at.tagName.toLowerCase() + (at.className && at.className.baseVal === undefined ? '.' + [...at.classList].join('.') : '') + ' "' + (at.innerText ?? at.value ?? '').replace(/\\s+/g, ' ').trim().slice(0, 40) + '"'
  const isForEars = (at) => { for (let each = at; each; each = each.parentElement) if (/^inset\\(50%/.test(getComputedStyle(each).clipPath)) return true; return false }
  const isSeen = (at) => at.checkVisibility({ visibilityProperty: true }) && at.getClientRects().length > 0 && !at.closest('.skip') && !isForEars(at)
  const contrast = (one, other) => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.backgroundColor = 'Canvas'
  const canvas = getComputedStyle(probe).backgroundColor
  probe.remove()
  const ground = (at) => {
    for (let each = at; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor
      if (!/, 0\\)$/.test(colour)) return colour
    }
    return canvas
  }
`

const run = (page: Page, body: string): Promise<string[]> => page.evaluate<string[]>(`(() => { ${common} ${body} })()`)

/** A window of 1280 px at 400 % has 320. What can be scrolled by itself is not cut; a field shows what one goes to in it. */
async function cutAt400(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 256 })
  return run(
    page,
    `const scrolls = (at) => /auto|scroll/.test(getComputedStyle(at).overflowX)
    const isIn = (at) => { for (let each = at.parentElement; each; each = each.parentElement) if (scrolls(each)) return true; return false }
    const faults = []
    if (document.documentElement.scrollWidth > 320) faults.push('scrolls sideways at 400 %')
    for (const at of document.querySelectorAll('body *:not(svg *, option, optgroup, source, script)')) {
      if (!isSeen(at) || isIn(at)) continue
      const { left, right, width } = at.getBoundingClientRect()
      if (width > 0 && (left < -1 || right > 321)) faults.push('sticks out at 400 %: ' + named(at))
      if (at.matches('input, textarea, select, svg, img, picture')) continue
      const { overflowX, overflowY } = getComputedStyle(at)
      const isCut = (/hidden|clip/.test(overflowX) && at.scrollWidth > at.clientWidth + 1) || (/hidden|clip/.test(overflowY) && at.scrollHeight > at.clientHeight + 1)
      if (isCut) faults.push('is cut at 400 %: ' + named(at))
    }
    return faults`,
  )
}

/** On black: every word and moon is to be made out, buttons have an edge or a line, and where one is says more than a colour. */
async function lostInSystemColours(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  const faults = await run(
    page,
    `const faults = []
    const hasLine = (at) => {
      const { outlineStyle, textDecorationLine, borderTopWidth, borderTopStyle, borderBottomWidth, fontWeight } = getComputedStyle(at)
      return outlineStyle !== 'none' || textDecorationLine.includes('underline') || (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 && parseFloat(borderBottomWidth) > 0) || Number(fontWeight) >= 600
    }
    for (const at of document.querySelectorAll('body *')) {
      if (!isSeen(at)) continue
      const hasWords = [...at.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
      if ((hasWords || at.matches('.mark, .icon')) && contrast(getComputedStyle(at).color, ground(at)) < 3) faults.push('is lost in the system’s colours: ' + named(at))
      if (at.matches('button, .btn') && !hasLine(at)) faults.push('is no button in the system’s colours: ' + named(at))
      if (at.matches('[aria-current]') && !/\\b(?:now|today)\\b/i.test(at.innerText) && ![at, ...at.querySelectorAll('*')].some(hasLine)) faults.push('is not told from others in the system’s colours: ' + named(at))
    }
    return faults`,
  )
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return faults
}

/** As wide as a sheet of A4 without its margins: nothing is lost at its edge, and nothing is printed that only a screen can do. */
async function spoiltOnPaper(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 680, height: 960 })
  await page.emulateMedia({ media: 'print' })
  const faults = await run(
    page,
    `const idle = [...document.querySelectorAll('.mast, .foot, nav, button, .btn')].filter(isSeen).map((at) => 'is printed: ' + named(at))
    if (document.querySelector('main').innerText.trim() === '') idle.push('prints an empty sheet')
    return document.documentElement.scrollWidth > 680 ? [...idle, 'is wider than a sheet'] : idle`,
  )
  await page.emulateMedia({ media: 'screen' })
  // The walk goes on as on a desk.
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

/** Parts of a field that keys go through without leaving it. */
const PARTS = 8

const isLeft = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('window.stops.some((at) => !window.reached.has(at))')

async function pressTab(page: Page, times: number): Promise<void> {
  const presses: Promise<void>[] = []
  for (let step = 0; step < times; step += 1) presses.push(page.keyboard.press('Tab'))
  await Promise.all(presses)
}

/** Of rings that belong together one is on the way: the chosen one, or the first. Of a toolbar one is, and
 * arrows lead on from it; what is being written is one field. */
async function unreachedByKeys(page: Page): Promise<string[]> {
  const steps = await page.evaluate<number>(`(() => {
    ${common}
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
      (at) => !at.disabled && !at.closest('fieldset:disabled') && at.type !== 'hidden' && at.checkVisibility({ visibilityProperty: true }) && (isSeen(at) || at.matches('.skip')))
    const inGroup = (at) => [...document.getElementsByName(at.name)].filter((one) => one.type === 'radio' && one.form === at.form)
    const stops = all.filter((at) => !at.matches('[role=toolbar] [tabindex="-1"], [contenteditable=true] *')).filter((at) => at.type !== 'radio' || at === (inGroup(at).find(({ checked }) => checked) ?? inGroup(at)[0]))
    window.stops = stops
    window.reached = new Map()
    document.addEventListener('focusin', ({ target }) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(target)
      const { width, height } = target.getBoundingClientRect()
      window.reached.set(target, outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0)
    })
    document.activeElement?.blur()
    stops[0]?.focus()
    return stops.length + ${PARTS} * stops.filter(({ type }) => /date|time/.test(type)).length + 3
  })()`)
  // All at once is quicker, and of keys that come so fast a busy browser drops some: the way is gone once more where any is missing.
  for (let times = 0; times < 2 && (await isLeft(page)); times += 1) await pressTab(page, steps)
  return run(
    page,
    `return window.stops.flatMap((at) => {
      if (!window.reached.has(at)) return ['keys do not come to ' + named(at)]
      return window.reached.get(at) ? [] : ['one does not see that the keys are at ' + named(at)]
    })`,
  )
}

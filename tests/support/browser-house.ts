// A house on a port of this machine and a browser whose visitors come signed in, at a width, in a light and a zone of their own.
import type { Browser, BrowserContext } from 'playwright-core'
import { markOf } from '#src/platform/web/cookies/own-cookies.ts'
import { serve } from '#src/platform/web/serve.ts'
import type { PersonName } from '#tests/world/people.ts'
import { openHouse, type Options, type TestHouse } from './open-house.ts'

export type Scheme = 'light' | 'dark'

export type Guest = {
  /** Who is signed in; a guest without it. */
  readonly as?: PersonName
  readonly width?: number
  readonly scheme?: Scheme
  readonly scripts?: boolean
  readonly locale?: string
  /** Where the device seems to be. */
  readonly zone?: string
}

export type BrowserHouse = AsyncDisposable & {
  readonly house: TestHouse
  /** Without a slash at its end: addresses of `paths` follow it. */
  readonly url: string
  readonly enter: (guest?: Guest) => Promise<BrowserContext>
}

/** A page that is broken on purpose. */
export const broken = '/broken-on-purpose'

/** Tall enough for a desk, and for a phone held upright. */
const HEIGHT = 900

/** How long a test waits for what does not come, in milliseconds. */
const PATIENCE = 10_000

export async function openBrowserHouse(browser: Browser, options: Options = {}): Promise<BrowserHouse> {
  const house = await openHouse(options)
  house.app.get(broken, () => {
    throw new Error('Broken on purpose')
  })
  const serving = await serve((request, env) => house.app.fetch(request, Object(env)), '127.0.0.1', 0, options.cache)
  const url = `http://127.0.0.1:${serving.port}`
  const contexts: BrowserContext[] = []
  return {
    house,
    url,
    async enter(guest = {}) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: guest.width ?? 1440, height: HEIGHT },
        colorScheme: guest.scheme ?? 'light',
        javaScriptEnabled: guest.scripts ?? true,
        locale: guest.locale ?? 'en-GB',
        timezoneId: guest.zone ?? 'Europe/Lisbon',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(PATIENCE)
      if (guest.as) await signIn(house, context, url, guest.as)
      contexts.push(context)
      return context
    },
    async [Symbol.asyncDispose]() {
      for (const context of contexts) await context.close()
      await serving.stop()
      await house[Symbol.asyncDispose]()
    },
  }
}

async function signIn(house: TestHouse, context: BrowserContext, url: string, name: PersonName): Promise<void> {
  const { cookies } = await house.as(name)
  await context.addCookies([{ name: `roundelay${markOf(url, false)}`, value: cookies.get('roundelay') ?? '', url }])
}

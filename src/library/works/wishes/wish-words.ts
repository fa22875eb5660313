// What others may make of a work, as its writer says: a podfic, a translation, a remix; welcome, or to be asked first. Pure.

export const makings = ['podfic', 'translation', 'remix'] as const
export type Making = (typeof makings)[number]
export type Wish = 'welcome' | 'ask-first'
export type Wishes = { readonly [Each in Making]?: Wish }

/** As kept; what we do not know is not said. */
export function readWishes(kept: string): Wishes {
  const value: unknown = JSON.parse(kept)
  if (typeof value !== 'object' || value === null) return {}
  const known = new Map(Object.entries(value))
  return Object.fromEntries(makings.flatMap((making) => wishOf(making, known.get(making))))
}

const wishOf = (making: Making, wish: unknown): [Making, Wish][] =>
  wish === 'welcome' || wish === 'ask-first' ? [[making, wish]] : []

/** "Podfic and remix welcome; please ask before a translation"; nothing where nothing was said. */
export function sayWishes(wishes: Wishes): string {
  const of = (wish: Wish): Making[] => makings.filter((making) => wishes[making] === wish)
  const [welcome, first] = [of('welcome'), of('ask-first')]
  const parts = [
    welcome.length === 0 ? '' : `${listed(welcome)} welcome`,
    first.length === 0
      ? ''
      : `please ask before a ${listed(first).replaceAll(' and ', ' or a ').replaceAll(', ', ', a ')}`,
  ].filter((part) => part !== '')
  return parts.join('; ').replace(/^./, (letter) => letter.toUpperCase())
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

// What colour a round may have: one of twelve inks, or a hue of its own. The inks stand in src/ui/styles/ground/inks.css.

export const inks = [
  'verdigris',
  'woad',
  'indigo',
  'mulberry',
  'madder',
  'brick',
  'walnut',
  'weld',
  'moss',
  'pine',
  'slate',
  'rosewood',
] as const

export type NamedInk = (typeof inks)[number]

/** As it is kept, and as a class of pages and rows: `ink-woad`, `ink-hue-210`. */
export type Ink = NamedInk | `hue-${number}`

/** What is kept as text may be older than this list: an unknown ink gives the house's own. */
export function inkOf(text: string | undefined): Ink | undefined {
  const hue = hueIn(text)
  return hue === undefined ? inks.find((ink) => ink === text) : inkOfHue(hue)
}

export const inkOfHue = (hue: number): Ink => `hue-${hue}`

/** The hue of an ink that is one; none for the twelve. */
export function hueIn(ink: string | undefined): number | undefined {
  const hue = /^hue-(0|[1-9]\d{0,2})$/.exec(ink ?? '')?.[1]
  return hue !== undefined && Number(hue) < 360 ? Number(hue) : undefined
}

/**
 * So that neighbours on the shelf are told apart: far from one another, and the house's own before each new turn. The reds are left to
 * mods who want them: beside one, red-letter days are harder to see.
 */
const turn: readonly (NamedInk | undefined)[] = [
  undefined,
  'woad',
  'moss',
  'mulberry',
  'weld',
  'slate',
  'brick',
  'indigo',
  'pine',
  'walnut',
]

/** What the next round of a community is bound in, after so many, until its mods choose otherwise. */
export const inkByTurn = (before: number): NamedInk | undefined => turn[before % turn.length]

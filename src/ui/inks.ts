// The twelve inks that a round may choose for its pages. Their colours are in styles/ground/inks.css.

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

export type Ink = (typeof inks)[number]

/** What is kept as text may be older than this list: an unknown ink gives the house's own. */
export function inkOf(text: string | undefined): Ink | undefined {
  return inks.find((ink) => ink === text)
}

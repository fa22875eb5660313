// Colours as eyes see them: between the six digits of a style sheet and OKLCH, and how well one reads on another.

export type Oklab = { readonly l: number; readonly a: number; readonly b: number }
export type Oklch = { readonly l: number; readonly c: number; readonly h: number }

type Three = readonly [number, number, number]

const ahead = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const back = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

/** Linear light of `#rrggbb`. */
function lightOf(hex: string): Three {
  const part = (at: number): number => ahead(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

/** Björn Ottosson's matrices. */
export function oklabOf(hex: string): Oklab {
  const [r, g, b] = lightOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

function lightIn({ l: lightness, a, b }: Oklab): Three {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

export const labOf = ({ l, c, h }: Oklch): Oklab => ({
  l,
  a: c * Math.cos((h * Math.PI) / 180),
  b: c * Math.sin((h * Math.PI) / 180),
})

/** Whether a screen can show it. */
export const isShowable = (lab: Oklab): boolean => lightIn(lab).every((part) => part >= -0.0001 && part <= 1.0001)

export function hexOf(lab: Oklab): string {
  const parts = lightIn(lab).map((part) => Math.round(255 * back(Math.min(1, Math.max(0, part)))))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

export function lchOf(hex: string): Oklch {
  const { l, a, b } = oklabOf(hex)
  const h = (Math.atan2(b, a) * 180) / Math.PI
  return { l, c: Math.hypot(a, b), h: h < 0 ? h + 360 : h }
}

/** As `color-mix(in oklab, …)` does it. */
export function mixed(one: string, share: number, other: string): string {
  const [a, b] = [oklabOf(one), oklabOf(other)]
  const between = (part: keyof Oklab): number => a[part] * share + b[part] * (1 - share)
  return hexOf({ l: between('l'), a: between('a'), b: between('b') })
}

const brightness = (hex: string): number => {
  const [r, g, b] = lightOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** As WCAG reckons it: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [brightness(one), brightness(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

// A round's own colour, made safe: of what somebody picks only the hue is taken, and it is made as dark or light as reading needs.
import { contrast, hexOf, isShowable, labOf, lchOf, mixed } from './colour.ts'

/** The papers it is read on, as in src/ui/styles/ground/tokens.css. */
export const papers = { light: '#fbf9f4', sepia: '#f3e7cf', dark: '#161922' } as const

/** `cloth` is what the binding is mixed of, and never read itself. */
export type OwnInk = { readonly onLight: string; readonly onDark: string; readonly cloth: string }

/** As the tokens mix it, with the quieter words that stand on it. */
const CLOTH = { share: 0.68, night: '#12141c', words: '#d9d4c6' } as const

const MOST_CHROMA = 0.11
const STEP = 0.0025

/** Lowered from .50 until it reads on light and sepia, their wells and washes too, raised from .76 until 7:1 on dark. */
export function inkForHue(hue: number): OwnInk {
  const reads = (hex: string, paper: string, ratio: number): boolean => contrast(hex, paper) >= ratio
  return {
    onLight: firstThat(hue, 0.5, -STEP, (hex) => reads(hex, papers.light, 5.2) && reads(hex, papers.sepia, 5.2)),
    onDark: firstThat(hue, 0.76, STEP, (hex) => reads(hex, papers.dark, 7)),
    cloth: firstThat(hue, 0.5, -STEP, (hex) => contrast(CLOTH.words, mixed(hex, CLOTH.share, CLOTH.night)) >= 7.1),
  }
}

/** Black and white read on everything, so there is an end to it. */
function firstThat(hue: number, from: number, step: number, isFine: (hex: string) => boolean): string {
  let lightness = from
  while (lightness > 0 && lightness < 1 && !isFine(shown(lightness, hue))) lightness += step
  return shown(lightness, hue)
}

/** Less of the colour where a screen has no more of it. */
function shown(l: number, h: number): string {
  let chroma = MOST_CHROMA
  while (chroma > 0 && !isShowable(labOf({ l, c: chroma, h }))) chroma -= STEP
  return hexOf(labOf({ l, c: Math.max(0, chroma), h }))
}

/** Under this a colour is a grey, whose hue is an accident. */
const GREY = 0.02

/** The whole degrees of a colour's hue; none for greys, black and white. */
export function hueOf(hex: string): number | undefined {
  const { c, h } = lchOf(hex)
  return c < GREY ? undefined : Math.round(h) % 360
}

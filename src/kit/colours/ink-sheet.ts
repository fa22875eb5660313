// The style sheet of a round's own colour: four values made of one number, at an address of their own, for ever the same.
import { hueIn, inkOfHue } from './inks.ts'
import { inkForHue } from './own-ink.ts'

/** Undefined for what is no hue. Nothing of the address itself gets into the sheet. */
export function inkSheet(file: string): string | undefined {
  const hue = hueIn(file.replace(/\.css$/, ''))
  if (hue === undefined) return undefined
  const { onLight, onDark, cloth } = inkForHue(hue)
  return `@layer tokens{.ink-${inkOfHue(hue)}{--cloth-ink:${cloth};--spot:light-dark(${onLight},${onDark})}}`
}

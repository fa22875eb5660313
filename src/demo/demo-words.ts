// Who one can be in a demo, and how that is said.
import type { DemoSetting, Part } from '#src/demo/demo-setting.ts'

export type Guise = Part | 'guest'

export const guises = ['mod', 'writer', 'reader', 'guest'] as const satisfies readonly Guise[]

export const guiseIn = (word: string | undefined): Guise | undefined => guises.find((guise) => guise === word)

/** "Mara Quill, mod". */
export const callGuise = ({ people }: DemoSetting, guise: Guise): string =>
  guise === 'guest' ? 'a guest' : `${people[guise].name}, ${guise}`

export const sayGuise: Readonly<Record<Guise, string>> = {
  mod: 'looks after Tidewater: plans its rounds, changes their days, and enters people who have no account.',
  writer: 'has claimed today in the round that runs. Nothing of hers is up yet, and a draft is waiting.',
  reader: 'is a member of Tidewater, reads what members may read, and has not claimed a day so far.',
  guest: 'is anybody who comes by without an account.',
}

export function guiseOf({ people }: DemoSetting, account: number | undefined): Guise | undefined {
  if (account === undefined) return 'guest'
  return (['mod', 'writer', 'reader'] as const).find((part) => people[part].account === account)
}

// A command's own words among its options: `roundelay canon SLUG FILE --data FOLDER`.
import { parseArgs } from 'node:util'
import { configOptions } from '#src/platform/config.ts'

type Extra = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>

export type Words = {
  readonly words: readonly string[]
  /** Options of the command itself, by name. */
  readonly own: Readonly<Record<string, string | boolean | undefined>>
  /** What is left for the house to read. */
  readonly rest: readonly string[]
}

export function wordsOf(args: readonly string[], extra: Extra = {}): Words {
  const options = { ...configOptions, ...extra }
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })
  const words: string[] = []
  const own: Record<string, string | boolean | undefined> = {}
  const rest: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    else if (token.kind === 'option' && token.name in extra) own[token.name] = token.value ?? true
    else if (token.kind === 'option') rest.push(`--${token.name}`, ...(token.value === undefined ? [] : [token.value]))
  }
  return { words, own, rest }
}

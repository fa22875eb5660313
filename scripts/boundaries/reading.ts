// Reads a source file without a parser: its code with comments and strings blanked out, and its import lines.
import { posix } from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string }

export type Import = {
  readonly line: number
  readonly typeOnly: boolean
  /** A path from the house's root, or a package as it is named. */
  readonly target: string
  readonly isPackage: boolean
}

export type Reading = SourceFile & {
  /** As long as the text, with comments and the insides of strings made blank. */
  readonly code: string
  /** The same with only the comments blank. */
  readonly spoken: string
  readonly imports: readonly Import[]
}

export function read(file: SourceFile): Reading {
  const { code, spoken } = blank(file.text)
  return { ...file, code, spoken, imports: file.path.endsWith('.css') ? [] : importsOf(file.path, code, spoken) }
}

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

export function* matches(text: string, pattern: RegExp): Generator<{ line: number; found: RegExpExecArray }> {
  for (const found of text.matchAll(pattern)) yield { line: lineAt(text, found.index), found }
}

/** Comments, strings, templates and regular expressions, in the order in which they are tried at each place. */
const pieces =
  /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`)|((?<=[(,=:[!&|?;]\s*|\breturn\s)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/)/g

const spaces = (text: string): string => text.replace(/[^\n]/g, ' ')

function blank(text: string): { code: string; spoken: string } {
  const spoken = text.replace(pieces, (piece, comment) => (comment ? spaces(piece) : piece))
  const code = text.replace(pieces, (piece, _comment, quoted) => (quoted ? blankString(piece) : spaces(piece)))
  return { code, spoken }
}

/** The quotes stay, and so does what a template computes. */
const blankString = (quoted: string): string =>
  quoted.startsWith('`')
    ? quoted.replace(/\$\{[^{}]*\}|[^`]/g, (part) => (part.length > 1 ? part : spaces(part)))
    : `${quoted[0]}${spaces(quoted.slice(1, -1))}${quoted.at(-1)}`

const clauses = [
  /^import\s+(type\s+)?(?:[\w$*\s{},]+?\sfrom\s+)?'([^']+)'/gm,
  /^export\s+(type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'([^']+)'/gm,
  /\bimport(\s*)\(\s*'([^']+)'\s*\)/g,
]

function importsOf(path: string, code: string, spoken: string): Import[] {
  const found = clauses.flatMap((clause) => [...spoken.matchAll(clause)])
  return found
    .filter((match) => code[match.index] !== ' ')
    .map((match) => ({
      line: lineAt(spoken, match.index),
      typeOnly: (match[1] ?? '').startsWith('type'),
      ...resolve(path, match[2] ?? ''),
    }))
}

function resolve(path: string, name: string): { target: string; isPackage: boolean } {
  if (name.startsWith('#')) return { target: name.slice(1), isPackage: false }
  if (name.startsWith('.')) return { target: posix.join(posix.dirname(path), name), isPackage: false }
  return { target: name, isPackage: true }
}

// From what somebody pasted to everything that is kept of it: clean HTML, plain text, words, excerpt, and what was taken out.
import type { Removed } from './allowed/rewrite.ts'
import { cleanText } from './clean.ts'
import { excerpt } from './excerpt.ts'
import { type Form, formOf } from './form-of.ts'
import { fromMarkdown } from './from-markdown.ts'
import { asVerse, fromPlain, pauseAsWritten } from './from-plain.ts'
import { repairMojibake } from './mojibake.ts'
import { toPlain } from './plain.ts'
import { prescan } from './prescan.ts'
import { SANITISER_VERSION } from './sanitiser-version.ts'
import { sanitiseTree } from './sanitize.ts'
import type { Tidied, TidyKind } from './tidy/kinds.ts'
import { tidy } from './tidy/tidy.ts'
import { parseHtml, type Root, tooDeep } from './tree.ts'
import { countWords } from './word-count.ts'

export type Pasted = {
  readonly text: string
  readonly form: Form | 'guess'
  readonly foreignImages?: boolean
  /** Kinds of tidying that its writer does not want. */
  readonly leave?: readonly TidyKind[]
}

export type Cleaned = {
  readonly form: Form
  readonly html: string
  readonly plain: string
  readonly words: number
  readonly excerpt: string
  readonly removed: readonly Removed[]
  readonly tidied: readonly Tidied[]
  readonly sanitiserVersion: number
}

const treeOf: Readonly<Record<Form, (text: string) => Root>> = {
  html: treeFromHtml,
  markdown: (text) => treeFromHtml(fromMarkdown(text)),
  plain: (text) => fromPlain(text, pauseAsWritten),
}

function treeFromHtml(html: string): Root {
  prescan(html)
  return parseHtml(html)
}

/** Throws the refusals text/too-long and text/too-deep. Takes as long as it takes: a server asks `Texts`, which has limits. */
export function readText(pasted: Pasted): Cleaned {
  try {
    return read(pasted)
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw tooDeep()
    throw error
  }
}

function read(pasted: Pasted): Cleaned {
  const leave = pasted.leave ?? []
  const source = cleanText(pasted.text)
  const { text, count } = leave.includes('letters') ? { text: source, count: 0 } : repairMojibake(source)
  const form = pasted.form === 'guess' ? formOf(text) : pasted.form
  const isVerse = form === 'plain' && leave.includes('verse')
  const raw = isVerse ? fromPlain(text, pauseAsWritten, asVerse) : treeOf[form](text)
  const { tidied } = tidy(raw, leave)
  const { tree, html, removed } = sanitiseTree(raw, { foreignImages: pasted.foreignImages ?? false })
  const plain = toPlain(tree)
  return {
    form,
    html,
    plain,
    words: countWords(tree),
    excerpt: excerpt(plain),
    removed,
    tidied: withLetters(tidied, count),
    sanitiserVersion: SANITISER_VERSION,
  }
}

/** Those that were put right before anybody looked for tags, and those that only a parser has shown. */
export function withLetters(tidied: readonly Tidied[], count: number): readonly Tidied[] {
  if (count === 0) return tidied
  const shown = tidied.find(({ kind }) => kind === 'letters')?.count ?? 0
  return [{ kind: 'letters', count: count + shown }, ...tidied.filter(({ kind }) => kind !== 'letters')]
}

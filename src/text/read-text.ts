// From what somebody pasted to everything that is kept of it: clean HTML, plain text, words, excerpt, and what was taken out.
import type { Removed } from './allowed/rewrite.ts'
import { cleanText } from './clean.ts'
import { excerpt } from './excerpt.ts'
import { type Form, formOf } from './form-of.ts'
import { fromMarkdown } from './from-markdown.ts'
import { fromPlain } from './from-plain.ts'
import { repairMojibake } from './mojibake.ts'
import { toPlain } from './plain.ts'
import { prescan } from './prescan.ts'
import { SANITISER_VERSION } from './sanitiser-version.ts'
import { sanitise } from './sanitize.ts'
import { toHtml, tooDeep } from './tree.ts'
import { countWords } from './word-count.ts'

export type Pasted = { readonly text: string; readonly form: Form | 'guess'; readonly foreignImages?: boolean }

export type Cleaned = {
  readonly form: Form
  readonly html: string
  readonly plain: string
  readonly words: number
  readonly excerpt: string
  readonly removed: readonly Removed[]
  /** Letters had gone through the wrong table and were put right. */
  readonly repaired: boolean
  readonly sanitiserVersion: number
}

const toSource: Readonly<Record<Form, (text: string) => string>> = {
  html: (text) => text,
  markdown: fromMarkdown,
  plain: (text) => toHtml(fromPlain(text)),
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
  const { text, wasBroken } = repairMojibake(cleanText(pasted.text))
  const form = pasted.form === 'guess' ? formOf(text) : pasted.form
  const source = toSource[form](text)
  prescan(source)
  const { tree, html, removed } = sanitise(source, { foreignImages: pasted.foreignImages ?? false })
  const plain = toPlain(tree)
  return {
    form,
    html,
    plain,
    words: countWords(tree),
    excerpt: excerpt(plain),
    removed,
    repaired: wasBroken,
    sanitiserVersion: SANITISER_VERSION,
  }
}

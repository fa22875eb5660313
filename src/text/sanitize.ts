// The one sanitiser: HTML from anybody becomes HTML of ours, which sanitised again stays as it is.
import { sanitize as lastWord } from 'hast-util-sanitize'
import { schemaFor } from './allowed/allow-list.ts'
import { type Removed, rewrite } from './allowed/rewrite.ts'
import { fromPlain } from './from-plain.ts'
import { toPlain } from './plain.ts'
import { type Root, parseHtml, toHtml } from './tree.ts'

export type SanitiseSettings = { readonly foreignImages: boolean }

export type Sanitised = {
  readonly tree: Root
  readonly html: string
  /** What was taken out, as a page may say it: `<script>`, `onclick`, `image from elsewhere`, `link address`. */
  readonly removed: readonly Removed[]
}

/** Taking an element away may let a parser see the rest otherwise; nearly every text is settled at the second reading. */
const MOST_READINGS = 8

function clean(
  tree: Root,
  mayHaveForeignImages: boolean,
): { readonly html: string; readonly removed: readonly Removed[] } {
  const { tree: rewritten, removed } = rewrite(tree, mayHaveForeignImages)
  return { html: toHtml(lastWord(rewritten, schemaFor(mayHaveForeignImages))), removed }
}

/**
 * Throws the refusal text/too-deep. Call `prescan` first for text from outside.
 *
 * What comes out has been parsed once more and written the same again, so every reader of it sees the tree that was judged.
 */
export const sanitise = (html: string, settings?: SanitiseSettings): Sanitised =>
  sanitiseTree(parseHtml(html), settings)

/** The same for a tree that is there already; it may be made of anything. */
export function sanitiseTree(given: Root, settings: SanitiseSettings = { foreignImages: false }): Sanitised {
  const first = clean(given, settings.foreignImages)
  const { removed } = first
  let cleaned = first.html
  for (let reading = 1; reading < MOST_READINGS; reading += 1) {
    const tree = parseHtml(cleaned)
    if (toHtml(tree) === cleaned) return { tree, html: cleaned, removed }
    cleaned = clean(tree, settings.foreignImages).html
  }
  const tree = fromPlain(toPlain(parseHtml(cleaned)))
  return { tree, html: toHtml(tree), removed }
}

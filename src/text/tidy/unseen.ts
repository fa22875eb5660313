// Takes out what word processors and pages leave between letters and nobody sees; what a script needs for its letters stays.
import { type Root, textNodes } from '../tree.ts'
import type { Tally } from './tally.ts'

/** Soft hyphens, marks of bytes, joiners of words. */
const unseen = '\u00ad\u2060\ufeff\u180e'
/** A line may end here in scripts that put no spaces between words. */
const needsSpaces =
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Han}'
/** Joiners make letters of Arabic and Indic scripts and faces of emoji; between these they make nothing. */
const plainLetter = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\s]'

const superfluous = new RegExp(
  `[${unseen}]|(?<![${needsSpaces}])\\u200b(?![${needsSpaces}])|(?<=${plainLetter})[\\u200c\\u200d](?=${plainLetter})`,
  'gu',
)
const suspect = /[\u00ad\u2060\ufeff\u180e\u200b-\u200d]/

export function takeOutUnseen(tree: Root, { tell }: Tally): void {
  for (const node of textNodes(tree)) {
    if (!suspect.test(node.value)) continue
    let count = 0
    node.value = node.value.replace(superfluous, () => {
      count += 1
      return ''
    })
    if (count > 0) tell('unseen', count)
  }
}

// What a download is called on the reader's disk: letters that every system knows, and not many.
import { slugOf } from '#src/kit/slug.ts'

/** Long names are cut off by small devices, where a title should still be told from the next. */
const LONGEST = 24

export function fileNameOf(title: string, otherwise: string): string {
  const words = slugOf(title)
  if (words === '') return otherwise
  if (words.length <= LONGEST) return words
  const cut = words.slice(0, LONGEST + 1).lastIndexOf('-')
  return words.slice(0, cut > 0 ? cut : LONGEST)
}

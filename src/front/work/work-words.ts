// What is said of a work in a few words: whose it is, of which kind, how it is rated, and who sees it for now.
import { sayList, sayMoment } from '#src/kit/date-words.ts'
import { isOneText, tallyWords } from '#src/library/works/chapters/chapter-words.ts'
import type { Byline, WorkCard, WorkSeen } from '#src/library/works/works-seen.ts'
import type { TagKind } from '#src/schema/library/tags.ts'

/** After "by". */
export const bylineWords = (byline: Byline): string =>
  byline.kind === 'hidden' ? 'somebody whose name is not shown yet' : sayList([...byline.names])

/** As in a list: "Ficlet, 455". A piece that stands elsewhere has no count of ours. */
export function kindWords({ form, words, link, chapters }: WorkCard): string {
  const kind = form === '' ? '' : form.slice(0, 1).toUpperCase() + form.slice(1)
  const count = link === undefined || words > 0 ? sayNumber(words) : 'elsewhere'
  const parts = isOneText(chapters) ? '' : tallyWords(chapters)
  return [kind, count, parts].filter((part) => part !== '').join(', ')
}

/** "A ficlet", "An essay"; "A one-shot" is said with a w. */
export function withArticle(form: string): string {
  const kind = form === '' ? 'piece' : form
  // Some are made by the handful, or cannot be counted.
  if (/^(?:art|icons|fanart|meta|poetry|prose|drabbles)$/i.test(kind))
    return kind.replace(/^./, (letter) => letter.toUpperCase())
  return `${/^(?:[aeiu]|o(?!n(?:e|ce)\b))/i.test(kind) ? 'An' : 'A'} ${kind}`
}

export const tagsOfKind = (work: WorkCard, ...kinds: readonly TagKind[]): string[] =>
  work.tags.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)

/** "5,112" */
export const sayNumber = (count: number): string => new Intl.NumberFormat('en').format(count)

/** Undefined for what everybody may read. */
export function stateWords(work: WorkSeen, zone: string): string | undefined {
  if (work.state === 'draft') return 'Only you see this. It is a draft.'
  if (work.state === 'withdrawn') return 'Only you see this. It was taken down.'
  if (work.state === 'scheduled') {
    const when = work.goesUpAt === undefined ? 'by itself' : `on ${sayMoment(work.goesUpAt, zone)}`
    return `Only you see this. It goes up ${when}.`
  }
  return work.isHeldBack ? 'Only its creators and the mods see this for now.' : undefined
}

/** Addresses come from people: only those that a browser opens as a page are made into links. */
export const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

/** "archive.example" */
export const siteOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '')

// What a masterlist says of a piece besides its title and name, in the order in which readers look for it.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { isOneText, tallyWords } from '#src/library/works/chapters/chapter-words.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import { isWebAddress, sayNumber, siteOf, tagsOfKind } from '../work/work-words.ts'
import type { Line, Order } from './arranging.ts'
import type { Listable } from './listable.ts'
import { claimedDayOf, dayOf, laterRoundWords } from './references.ts'

export type Fact = {
  readonly text: string
  /** Of the timing, which is marked with the lamp; and of a day that one can go back to. */
  readonly of?: 'timing' | 'claimed-day'
  readonly day?: CalendarDay
}

export function factsOf(seen: Listable, { listed, guess }: Line, by: Order): Fact[] {
  const { work } = listed
  const facts: Fact[] = [
    { text: by === 'day' ? afterwards(listed) : whenWords(listed) },
    { text: laterRoundWords(seen, listed) },
    ...claimedFact(seen, listed),
    { text: kindAndCount(work) },
    { text: placeWords(work) },
    { text: by === 'rating' ? '' : tagsOfKind(work, 'rating').join(', ') },
    { text: work.timing, of: 'timing' },
    { text: offWords(work) },
    { text: guess === undefined ? '' : `perhaps ${guess}`, of: 'timing' },
  ]
  return facts.filter(({ text }) => text !== '')
}

const afterwards = (listed: ListedPiece): string => (dayOf(listed) === undefined ? whenWords(listed) : '')

function whenWords(listed: ListedPiece): string {
  const day = dayOf(listed) ?? listed.piece.cameOn
  return day === null ? '' : sayDayShort(day)
}

function claimedFact(seen: Listable, listed: ListedPiece): Fact[] {
  const day = claimedDayOf(seen, listed)
  return day === undefined ? [] : [{ text: `for ${sayDayShort(day)}`, of: 'claimed-day', day }]
}

/** "Ficlet, 455 words" */
export function kindAndCount({ form, words, chapters }: WorkCard): string {
  const kind = form.slice(0, 1).toUpperCase() + form.slice(1)
  const count = words === 0 ? '' : `${sayNumber(words)} ${words === 1 ? 'word' : 'words'}`
  const parts = isOneText(chapters) ? '' : tallyWords(chapters)
  return [kind, count, parts].filter((part) => part !== '').join(', ')
}

/** "at archive.example", for what is only listed here. */
export function placeWords({ link }: WorkCard): string {
  if (link === undefined) return ''
  return isWebAddress(link) ? `at ${siteOf(link)}` : 'elsewhere'
}

/** Off canon, where its own words do not say so in front of it. */
export const offWords = ({ place, timing }: WorkCard): string =>
  place?.off === undefined || /(?<!\p{L})AU(?!\p{L})/u.test(timing) ? '' : 'AU'

/** "stand-in", "part", "extra"; nothing for a main piece. */
export function roleWord({ piece: { role } }: ListedPiece): string {
  return role === 'main' ? '' : role
}

// The masterlist under names, kinds and ratings.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { nameKey } from '#src/kit/fold.ts'
import { tagsOfKind } from '../work/work-words.ts'
import type { Group } from './arranging.ts'
import { kindRank } from './kind-order.ts'
import { ratingRank } from './rating-order.ts'

type Headed = { readonly title: string; readonly rank: number; readonly listed: ListedPiece }

/** Something with several names stands under each of them; what hides its names stands at the end, in the order of the days. */
export function byCreator(listed: readonly ListedPiece[]): Group[] {
  const named = listed.flatMap((each) => namesOf(each).map((title): Headed => ({ title, rank: 0, listed: each })))
  const hidden = listed.filter((each) => namesOf(each).length === 0)
  const says = 'Who wrote these is to be told another day.'
  return [...gathered(named), ...(hidden.length === 0 ? [] : [{ ...group('Names not shown yet', hidden), says }])]
}

const namesOf = ({ work: { byline } }: ListedPiece): readonly string[] => (byline.kind === 'named' ? byline.names : [])

export function byKind(listed: readonly ListedPiece[], own: readonly string[]): Group[] {
  const headed = listed.map((each): Headed => {
    const { form } = each.work
    const title = form === '' ? 'Kind not said' : form.slice(0, 1).toUpperCase() + form.slice(1)
    return { title, rank: kindRank(form, own), listed: each }
  })
  return gathered(headed)
}

export function byRating(listed: readonly ListedPiece[], own: readonly string[]): Group[] {
  const headed = listed.map((each): Headed => {
    const rating = tagsOfKind(each.work, 'rating').join(', ')
    return { title: rating === '' ? 'Rating not said' : rating, rank: ratingRank(rating, own), listed: each }
  })
  return gathered(headed)
}

/** One heading for what is the same name; by rank, and within a rank by the key of the name. */
function gathered(headed: readonly Headed[]): Group[] {
  const groups = Map.groupBy(headed, ({ title }) => nameKey(title))
  return [...groups]
    .map(([key, each]) => ({ key, rank: each[0]?.rank ?? 0, title: each[0]?.title ?? '', each }))
    .toSorted((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : 1))
    .map(({ title, each }) =>
      group(
        title,
        each.map(({ listed }) => listed),
      ),
    )
}

const group = (title: string, listed: readonly ListedPiece[]): Group => ({
  title,
  lines: listed.map((each) => ({ listed: each })),
  groups: [],
})

// From a rating as it was written to one on the community's list: the same, or the nearest that is not milder; and whether its writer should look.
import { type HeaderTemplate, ratingIn, ratingNames } from '#src/fests/posting/header/header-template.ts'
import { nearestRating, readRating } from '#src/text/vocabulary/rating-reading.ts'

export type RatingChosen = {
  readonly name: string
  /** It stands on the list as it was written, and nothing else was. */
  readonly isAsWritten: boolean
}

/** Undefined where nothing on the list is as strict, or no rating was named: then its writer is asked. */
export function ratingFor(
  said: string | undefined,
  template: Pick<HeaderTemplate, 'ratings'> & Parameters<typeof ratingNames>[0],
): RatingChosen | undefined {
  const written = ratingIn(said, ratingNames(template))
  const read = readRating(said ?? '')
  // "R / NC-17 in later parts" begins with what it is not.
  if (written !== undefined && (read === undefined || isSame(written, read.age)))
    return { name: written, isAsWritten: read?.isGuess !== true }
  const nearest = read?.age === undefined ? undefined : nearestRating(read.age, template.ratings)
  return nearest === undefined ? undefined : { name: nearest, isAsWritten: false }
}

const isSame = (name: string, age: number | undefined): boolean => {
  const own = readRating(name)
  return own === undefined || own.age === age
}

/** What stands beneath the field, for as long as what was proposed is what is chosen. */
export function ratingHint(
  said: string,
  chosen: string,
  template: Parameters<typeof ratingFor>[1],
): string | undefined {
  if (said.trim() === '') return undefined
  const proposed = ratingFor(said, template)
  if (proposed === undefined) return `You wrote “${said}”. Choose one of these, or leave it for later.`
  if (proposed.isAsWritten || (chosen !== '' && chosen !== proposed.name)) return undefined
  return `You wrote “${said}”. ${proposed.name} is the nearest here that is not milder. Please look at it.`
}

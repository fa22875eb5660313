// What goes behind a rating in its writer's own words: the reason, or the rating of another system; nothing where that is not what is meant.
import { nearestRating, readRating } from './rating-reading.ts'

/** "PG-13" and "PG-13 (for language)" are not both said, and nothing once something milder was chosen. */
export function wordsBehindRating(chosen: string, written: string): string {
  const isSame = written.trim().toLowerCase() === chosen.toLowerCase()
  const age = readRating(written)?.age
  const isMeant = age === undefined || nearestRating(age, [{ name: chosen, isAdult: false }]) === chosen
  if (chosen === '' || written.trim() === '' || isSame || !isMeant) return ''
  const why = written.toLowerCase().startsWith(chosen.toLowerCase()) ? written.slice(chosen.length) : ''
  return /^[^\p{L}\p{N}]/u.test(why) ? why : ` (“${written}”)`
}

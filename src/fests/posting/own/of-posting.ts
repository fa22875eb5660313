// Around the posting of a piece: under which names it can come, and what is said when it has come.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import type { Posted } from '#src/fests/posting/posting.ts'
import { sayClock, sayDay } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import type { Choice } from '#src/kit/form.ts'
import type { Instant } from '#src/kit/instants.ts'
import { penNamesOf } from '#src/library/works/works-seen.ts'
import { membershipOf } from '#src/people/communities/communities.ts'
import { namesToChoose } from '#src/people/communities/names/names-in.ts'
import type { Ctx } from '#src/platform/context.ts'

/** The one first that a draft has, or that one goes by here. */
export async function namesFor(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  community: number,
  work: number | undefined,
): Promise<Choice[]> {
  const [own] = work === undefined ? [] : await penNamesOf(db, work)
  const usual = own ?? (await membershipOf(db, community, viewer))?.penName
  return (await namesToChoose(db, viewer, usual)).map(({ id, name }) => ({ value: String(id), label: name }))
}

/** Something small for the day is on time with its day, whatever becomes of the main piece. */
export function received(posted: Posted, at: Instant, zone: string, claim: ClaimShown | undefined): string {
  if (posted.goesUpAt !== undefined) return `Received. It goes up by itself on ${sayDay(dayAt(posted.goesUpAt, zone))}.`
  const isOnTime = claim !== undefined && at < claim.claim.deadlines.graceEnd.at
  return `Received ${sayClock(at, zone)}${isOnTime ? ', on time' : ''}.`
}

// A work that stood elsewhere before says since when. Its claim, what is on time and what is new go by the day it came here.
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { type OwnWork, openOwnWork } from '#src/library/works/chapters/own-chapters.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import type { Ctx } from '#src/platform/context.ts'
import { findDates, updateFirstPosted } from './dating.store.ts'

/** Where the day begins: a day that is there already is nowhere in the future. */
const FIRST_MIDNIGHT = 'Pacific/Kiritimati'

/** Refuses a day that is still to come, or after the one on which it came here; undefined takes the day away again. */
export async function sayFirstPosted(ctx: Ctx, id: number, day: CalendarDay | undefined): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    const here = (await findDates(tx.db, id))?.revealedAt ?? tx.now()
    if (day !== undefined && day > dayAt(here, FIRST_MIDNIGHT)) throw tooLate()
    await updateFirstPosted(tx, id, day ?? null)
    tx.announce({ name: work.state === 'posted' ? 'work.revised' : 'work.drafted', work: id })
  })
}

const tooLate = (): Refusal =>
  new Refusal(
    'limit',
    'work/first-posted-later',
    'This is after the day on which it came here. Only a day before that needs to be said.',
    { about: 'firstPostedOn' },
  )

export async function openDating(
  looking: Pick<Ctx, 'db' | 'viewer'>,
  id: number,
): Promise<OwnWork & { readonly firstPostedOn: CalendarDay | undefined }> {
  const work = await openOwnWork(looking, id)
  return { ...work, firstPostedOn: (await findDates(looking.db, id))?.firstPostedOn ?? undefined }
}

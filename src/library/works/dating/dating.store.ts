// Keeps the day on which a work first came, where that was elsewhere.
import type { CalendarDay } from '#src/kit/days.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export function findDates(db: Reader, work: number) {
  return db
    .selectFrom('works')
    .select(['first_posted_on as firstPostedOn', 'revealed_at as revealedAt'])
    .where('id', '=', work)
    .executeTakeFirst()
}

export async function updateFirstPosted(tx: Tx, work: number, day: CalendarDay | null): Promise<void> {
  await tx.db.updateTable('works').set({ first_posted_on: day }).where('id', '=', work).execute()
}

// What is kept of recordings that belong to a work: where each stands, what it is and how long.
import type { Reader, Tx } from '#src/platform/context.ts'

export type Recording = {
  readonly kind: 'audio' | 'video'
  readonly url: string
  readonly label: string
  readonly lasts: string
}

export function listRecordings(db: Reader, work: number): Promise<Recording[]> {
  return db
    .selectFrom('work_recordings')
    .select(['kind', 'url', 'label', 'lasts'])
    .where('work_id', '=', work)
    .orderBy('position')
    .execute()
}

export async function listRecordingsOf(db: Reader, works: readonly number[]) {
  if (works.length === 0) return []
  return db
    .selectFrom('work_recordings')
    .select(['work_id as work', 'kind', 'url', 'label', 'lasts'])
    .where('work_id', 'in', [...works])
    .orderBy('position')
    .execute()
}

export async function replaceRecordings(tx: Tx, work: number, recordings: readonly Recording[]): Promise<void> {
  await tx.db.deleteFrom('work_recordings').where('work_id', '=', work).execute()
  for (const [at, recording] of recordings.entries())
    await tx.db
      .insertInto('work_recordings')
      .values({ ...recording, work_id: work, position: at + 1 })
      .execute()
}

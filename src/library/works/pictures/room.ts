// How many pictures a work may have and how much one person may bring: the database of a house is on somebody's disk.
import { Refusal } from '#src/kit/refusal.ts'
import type { Reader } from '#src/platform/context.ts'
import { sizeBroughtBy } from './pictures.store.ts'

/** Icons come by the dozen. */
export const MOST_OF_WORK = 100

export const MOST_MEGABYTES = 300
const MEGABYTE = 1_048_576

export type Wanted = {
  /** Those that the work has, with those that were taken away and can be brought back. */
  readonly count: number
  /** Whoever has no account writes one work, whose number is enough. */
  readonly by: number | null
  readonly size: number
}

/** Refuses (`picture`) one too many. */
export async function mustHaveRoom(db: Reader, { count, by, size }: Wanted): Promise<void> {
  if (count >= MOST_OF_WORK) {
    throw no(
      'picture/too-many',
      `A piece can have ${MOST_OF_WORK} pictures, and this one has them; those that were taken away count for 30 days. Another piece has room again.`,
    )
  }
  if (by !== null && (await sizeBroughtBy(db, by)) + size > MOST_MEGABYTES * MEGABYTE) {
    throw no(
      'picture/no-room',
      `Your pictures here come to ${MOST_MEGABYTES} MB, which is what one person has room for. Pictures that you take away make room after 30 days.`,
    )
  }
}

const no = (code: string, sentence: string): Refusal => new Refusal('limit', code, sentence, { about: 'picture' })

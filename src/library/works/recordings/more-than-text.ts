// Whether a work has something besides a text and an address: for whoever hands it in. Others are told nothing.
import { beholderOf } from '#src/library/works/beholders.ts'
import { hasPictures } from '#src/library/works/pictures/pictures-seen.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import type { Ctx } from '#src/platform/context.ts'
import { recordingsOf } from './recordings.ts'

export async function hasMoreThanText({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>, work: number): Promise<boolean> {
  if (!(await mayEdit(db, await beholderOf(db, viewer), work))) return false
  return (await recordingsOf(db, work)).length > 0 || hasPictures(db, work)
}

// Who is asked before a work for adults: whoever has not said so on this visit, nor for good; never those who wrote it.
import { showsAdult } from '#src/people/accounts/adult-choice.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Beholder } from '../visibility.ts'
import { mayEdit } from '../work-access.ts'
import type { WorkSeen } from '../works-seen.ts'

/** For a work that may be seen at all: whether this viewer is asked before its text. */
export async function asksFirst(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  beholder: Beholder,
  work: Pick<WorkSeen, 'id' | 'isAdult'>,
  hasSaidSo: boolean,
): Promise<boolean> {
  if (!work.isAdult || hasSaidSo) return false
  if (viewer.kind === 'person' && (await showsAdult(db, viewer.account))) return false
  return !(await mayEdit(db, beholder, work.id))
}

/** Its title and header alone: no page that asks is given what it asks about. */
export const withheld = (work: WorkSeen): WorkSeen => ({
  ...work,
  preface: '',
  epigraph: '',
  epigraphBy: '',
  notes: '',
  header: Object.fromEntries(Object.entries(work.header).filter(([name]) => name !== 'endnotes')),
  parts: [],
  html: '',
  excerpt: '',
  link: undefined,
  places: [],
})

// Reads chapters for those who may see them; nothing that this file gives out has not been asked of the rule.
import { chapterVisibleTo } from '#src/library/works/visible.store.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import type { Reader } from '#src/platform/context.ts'

const seenBy = (db: Reader, beholder: Beholder) =>
  db
    .selectFrom('chapters')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .where((eb) => chapterVisibleTo(eb, beholder))

export function listSeen(db: Reader, beholder: Beholder, works: readonly number[]) {
  return seenBy(db, beholder)
    .select(['chapters.id', 'chapters.uid', 'chapters.title', 'chapters.state', 'chapters.words'])
    .select(['chapters.work_id as work', 'chapters.posted_at as postedAt', 'chapters.changed_at as changedAt'])
    .where('chapters.work_id', 'in', [...works])
    .orderBy('chapters.work_id')
    .orderBy('chapters.position')
    .orderBy('chapters.id')
    .execute()
}

export function listTexts(db: Reader, beholder: Beholder, ids: readonly number[]) {
  return seenBy(db, beholder)
    .select(['chapters.id', 'chapters.html', 'chapters.excerpt', 'chapters.sanitiser_version as sanitiserVersion'])
    .select(['chapters.notes_before as notesBefore', 'chapters.notes_after as notesAfter'])
    .where('chapters.id', 'in', [...ids])
    .execute()
}

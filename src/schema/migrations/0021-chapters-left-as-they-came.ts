// What a save of a chapter left as it came is kept with it. Whoever brings back a save from before gets it as it was: as its chapter is left now.
import type { MakeSchema } from './make-schema.ts'

export async function chaptersLeftAsTheyCame(make: MakeSchema): Promise<void> {
  await make.run("alter table chapter_revisions add column left_alone $text not null default ''")
  await make.run(
    'update chapter_revisions set left_alone = (select left_alone from chapters where chapters.id = chapter_revisions.chapter_id)',
  )
}

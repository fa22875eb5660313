// What its writer wants left as it came is kept with a text. Texts from before stay as they were: nobody was asked about them.
import type { MakeSchema } from './make-schema.ts'

export async function leftAsItCame(make: MakeSchema): Promise<void> {
  await make.run("alter table work_texts add column left_alone $text not null default ''")
  await make.run("update work_texts set left_alone = 'unseen,journal,office,lines,paragraphs,pauses,empty,footnotes'")
  // Asked every few seconds: which texts did an older sanitiser clean?
  await make.index('work_texts_cleaned', 'work_texts (sanitiser_version, work_id)')
}

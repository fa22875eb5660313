// What its writer wants left as it came is kept with a text. Texts from before stay as they were: nobody was asked about them.
import type { MakeSchema } from './make-schema.ts'

export async function leftAsItCame(make: MakeSchema): Promise<void> {
  await make.run("alter table chapters add column left_alone $text not null default ''")
  await make.run("update chapters set left_alone = 'unseen,journal,office,lines,paragraphs,pauses,empty,footnotes'")
}

// What each community asks for in the header of a piece; a community without a row asks for what the house does.
import type { MakeSchema } from './make-schema.ts'

export async function headerTemplates(make: MakeSchema): Promise<void> {
  await make.table(
    'header_templates',
    `id $id,
    community_id $ref not null unique references communities (id),
    template $text,
    fandom_id $ref references fandoms (id),
    adult_before $text not null,
    version $int not null check (version > 0),
    changed_by $ref references accounts (id),
    changed_at $instant not null`,
  )
}

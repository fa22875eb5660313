// Fandoms and the timelines of their canon.
import type { MakeSchema } from './make-schema.ts'

export async function canon(make: MakeSchema): Promise<void> {
  await make.table(
    'fandoms',
    `id $id,
    uid $text not null unique,
    slug $text not null unique,
    name $text not null,
    name_key $text not null unique,
    created_at $instant not null`,
  )
  await make.table(
    'canon_parts',
    `id $id,
    uid $text not null unique,
    fandom_id $ref not null references fandoms (id),
    parent_id $ref references canon_parts (id),
    kind $text not null,
    code $text not null,
    title $text not null,
    position $int not null,
    unique (fandom_id, code)`,
  )
  await make.index('canon_parts_position', 'canon_parts (fandom_id, position)')
  await make.table(
    'canon_aliases',
    `id $id,
    part_id $ref not null references canon_parts (id) on delete cascade,
    alias $text not null`,
  )
  await make.index('canon_aliases_part', 'canon_aliases (part_id)')
}

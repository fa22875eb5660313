// How each person reads, the colour of a round, and pictures: files with their bytes, and the banners made of them.
import type { MakeSchema } from './make-schema.ts'

export async function peopleAndLooks(make: MakeSchema): Promise<void> {
  await make.run("alter table accounts add column reading $text not null default ''")
  await make.run("alter table rounds add column ink $text not null default ''")
  await make.table(
    'files',
    `id $id,
     uid $text not null unique,
     media_type $text not null,
     bytes $bytes not null,
     width $int not null check (width > 0),
     height $int not null check (height > 0),
     made_of $ref references files (id),
     created_at $instant not null`,
  )
  await make.index('files_made_of', 'files (made_of)')
  await make.table(
    'banners',
    `id $id,
     round_id $ref not null unique references rounds (id),
     source_id $ref not null references files (id),
     alt $text not null check (alt <> ''),
     artist $text not null check (artist <> ''),
     state $text not null check (state in ('making', 'shown', 'unreadable')),
     brought_by $ref not null references accounts (id),
     brought_at $instant not null`,
  )
  await make.index('banners_source', 'banners (source_id)')
}

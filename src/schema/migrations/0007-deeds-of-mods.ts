// What mods decide about pieces, with the reason, and the corrections they make to headers.
import type { MakeSchema } from './make-schema.ts'

export async function deedsOfMods(make: MakeSchema): Promise<void> {
  await make.table(
    'corrections',
    `id $id,
    work_id $ref not null references works (id) on delete cascade,
    version $int not null,
    line $text not null,
    made_by $ref references accounts (id),
    made_at $instant not null,
    put_back_at $instant,
    unique (work_id, version)`,
  )
  await make.table(
    'rulings',
    `id $id,
    work_id $ref not null references works (id) on delete cascade,
    kind $text not null check (kind in ('hidden', 'not-counted')),
    reason $text not null,
    was_role $text check (was_role in ('main', 'part', 'stand-in', 'extra')),
    made_by $ref references accounts (id),
    made_at $instant not null,
    lifted_by $ref references accounts (id),
    lifted_at $instant`,
  )
  await make.index('rulings_open', 'rulings (work_id, kind) where lifted_at is null', 'unique')
  await make.index('rulings_work', 'rulings (work_id)')
}

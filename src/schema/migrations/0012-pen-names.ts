// Several names for one person: which is the first, which are put away, and which are left behind for ever.
import type { MakeSchema } from './make-schema.ts'

export async function penNames(make: MakeSchema): Promise<void> {
  await make.run('alter table pen_names add column is_first $flag not null default 0')
  await make.run('alter table pen_names add column retired_at $instant')
  await make.run('alter table pen_names add column left_at $instant')
  await make.run('alter table pen_names add column stands_for $ref references pen_names (id)')
  await make.run(
    'update pen_names set is_first = 1 where id in (select min(id) from pen_names where account_id is not null group by account_id)',
  )
  await make.index('pen_names_first', 'pen_names (account_id) where is_first = 1', 'unique')
  await make.index('pen_names_stands_for', 'pen_names (stands_for)')
  await make.table(
    'name_links',
    `id $id,
    pen_name_id $ref not null references pen_names (id),
    community_id $ref not null references communities (id),
    token_hash $text not null unique,
    made_by $ref references accounts (id),
    made_at $instant not null,
    expires_at $instant not null,
    used_at $instant,
    used_by $ref references accounts (id)`,
  )
  await make.index('name_links_name', 'name_links (pen_name_id)')
}

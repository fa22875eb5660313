// Letters between somebody and the mods of a community, and the page from which somebody asked to join it.
import type { MakeSchema } from './make-schema.ts'

export async function letters(make: MakeSchema): Promise<void> {
  await make.run("alter table join_requests add column came_from $text not null default ''")
  await make.table(
    'letter_threads',
    `id $id,
    community_id $ref not null references communities (id),
    account_id $ref not null references accounts (id),
    pen_name_id $ref not null references pen_names (id),
    subject $text not null,
    waits_for_mods $flag not null,
    begun_at $instant not null,
    last_at $instant not null`,
  )
  await make.index('letter_threads_community', 'letter_threads (community_id, last_at)')
  await make.index('letter_threads_account', 'letter_threads (account_id)')
  await make.table(
    'letters',
    `id $id,
    thread_id $ref not null references letter_threads (id),
    side $text not null check (side in ('person', 'mods')),
    account_id $ref references accounts (id),
    pen_name_id $ref references pen_names (id),
    body $text not null,
    once_key $text not null unique,
    written_at $instant not null`,
  )
  await make.index('letters_thread', 'letters (thread_id, id)')
}

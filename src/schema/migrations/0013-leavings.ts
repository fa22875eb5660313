// Who has left the site, what they chose for their works, and when what was theirs was erased.
import type { MakeSchema } from './make-schema.ts'

export async function leavings(make: MakeSchema): Promise<void> {
  await make.table(
    'leavings',
    `id $id,
    account_id $ref not null unique references accounts (id),
    works $text not null check (works in ('deleted', 'named', 'nameless')),
    left_at $instant not null,
    erased_at $instant`,
  )
  await make.index('leavings_due', 'leavings (left_at) where erased_at is null')
}

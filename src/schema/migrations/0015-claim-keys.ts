// Key links: whose claim can be answered by whoever reads the mail of an address, the secrets that were mailed there, and what was
// written with one.
import type { MakeSchema } from './make-schema.ts'

export async function claimKeys(make: MakeSchema): Promise<void> {
  await make.table(
    'claim_keys',
    `id $id,
    claim_id $ref not null unique references claims (id),
    email $text not null check (email <> ''),
    asked_by $text not null check (asked_by in ('mod', 'guest')),
    made_by $ref references accounts (id),
    made_at $instant not null,
    confirmed_at $instant`,
  )
  await make.index('claim_keys_unconfirmed', "claim_keys (made_at) where asked_by = 'guest' and confirmed_at is null")
  await make.table(
    'claim_key_links',
    `id $id,
    key_id $ref not null references claim_keys (id),
    token_hash $text not null unique,
    made_at $instant not null`,
  )
  await make.index('claim_key_links_key', 'claim_key_links (key_id)')
  await make.run('alter table pieces add column by_key $flag not null default 0')
}

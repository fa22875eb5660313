// Accounts for strangers: whether the address is known to be theirs, links that are mailed, and where a session began.
import type { MakeSchema } from './make-schema.ts'

export async function strangers(make: MakeSchema): Promise<void> {
  for (const column of [
    'confirmed_at $instant',
    'vouched_at $instant',
    'vouched_by $ref references accounts (id)',
    'unconfirmed_key $text',
  ]) {
    await make.run(`alter table accounts add column ${column}`)
  }
  // Whoever is here already came by an invitation, and nothing is asked of them.
  await make.run('update accounts set confirmed_at = created_at')
  await make.index('accounts_unconfirmed', 'accounts (unconfirmed_key)')
  await make.run("alter table sessions add column signed_in_from $text not null default ''")
  await make.table(
    'mailed_links',
    `id $id,
    purpose $text not null check (purpose in ('confirm', 'sign-in', 'reset', 'new-address')),
    token_hash $text not null unique,
    account_id $ref not null references accounts (id) on delete cascade,
    email $text not null,
    made_at $instant not null,
    expires_at $instant not null,
    used_at $instant`,
  )
  await make.index('mailed_links_account', 'mailed_links (account_id)')
}

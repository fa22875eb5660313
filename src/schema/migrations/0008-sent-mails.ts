// Mails are sent: what each needs for it, what became of it, addresses that are refused, and what somebody does not want.
import type { MakeSchema } from './make-schema.ts'

const columns = [
  'heading $text',
  'link_label $text',
  'link_path $text',
  'link_purpose $text',
  'to_address $text',
  'next_at $instant',
  'attempts $int not null default 0',
  'lease_until $instant',
  'given_up_at $instant',
  'given_up_why $text',
  'last_answer $text',
]

export async function sentMails(make: MakeSchema): Promise<void> {
  for (const column of columns) await make.run(`alter table mails add column ${column}`)
  await make.run('update mails set next_at = made_at')
  await make.index('mails_waiting', 'mails (next_at) where sent_at is null and given_up_at is null')
  await make.table(
    'refused_addresses',
    `id $id,
    address_hash $text not null unique,
    answer $text not null,
    refused_at $instant not null`,
  )
  await make.table(
    'mail_stops',
    `id $id,
    account_id $ref not null references accounts (id) on delete cascade,
    topic $text not null,
    stopped_at $instant not null,
    unique (account_id, topic)`,
  )
}

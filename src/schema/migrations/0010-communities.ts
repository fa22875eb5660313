// Communities as people know them: how one joins, who may post, rules, invitations, bans, announcements, and a log of it all.
import type { MakeSchema } from './make-schema.ts'

export async function communities(make: MakeSchema): Promise<void> {
  await theirChoices(make)
  await theirDoors(make)
  await theirAnnouncements(make)
}

async function theirChoices(make: MakeSchema): Promise<void> {
  const columns = [
    "joining $text not null default 'open' check (joining in ('open', 'approval', 'invitation'))",
    "posting $text not null default 'members' check (posting in ('members', 'approved', 'mods'))",
    "rules $text not null default ''",
    "rules_html $text not null default ''",
    'rules_version $int not null default 0',
  ]
  for (const column of columns) await make.run(`alter table communities add column ${column}`)
  await make.run('alter table memberships add column is_approved $flag not null default 0')
}

async function theirDoors(make: MakeSchema): Promise<void> {
  await make.table(
    'join_requests',
    `id $id,
    community_id $ref not null references communities (id),
    account_id $ref not null references accounts (id),
    state $text not null check (state in ('waiting', 'accepted', 'declined')),
    says $text not null,
    asked_at $instant not null,
    answered_at $instant,
    answer $text not null,
    unique (community_id, account_id)`,
  )
  await make.table(
    'community_invitations',
    `id $id,
    community_id $ref not null references communities (id),
    token_hash $text not null unique,
    made_by $ref references accounts (id),
    made_at $instant not null,
    expires_at $instant not null,
    used_at $instant,
    used_by $ref references accounts (id)`,
  )
  await make.table(
    'bans',
    `id $id,
    community_id $ref not null references communities (id),
    account_id $ref not null references accounts (id),
    pen_name_id $ref not null references pen_names (id),
    made_at $instant not null,
    unique (community_id, account_id)`,
  )
  await make.table(
    'member_turns',
    `id $id,
    community_id $ref not null references communities (id),
    account_id $ref not null references accounts (id),
    pen_name_id $ref not null references pen_names (id),
    what $text not null check (what in ('joined', 'left', 'removed', 'banned', 'ban-lifted', 'made-mod', 'unmade-mod',
      'asked', 'accepted', 'declined', 'approved', 'unapproved')),
    by_account $ref references accounts (id),
    says $text not null,
    made_at $instant not null`,
  )
  await make.index('member_turns_community', 'member_turns (community_id, id)')
}

async function theirAnnouncements(make: MakeSchema): Promise<void> {
  await make.table(
    'announcements',
    `id $id,
    uid $text not null unique,
    community_id $ref not null references communities (id),
    pen_name_id $ref not null references pen_names (id),
    state $text not null check (state in ('draft', 'posted', 'withdrawn')),
    is_pinned $flag not null,
    title $text not null,
    source $text not null,
    source_form $text not null check (source_form in ('html', 'markdown', 'plain')),
    html $text not null,
    excerpt $text not null,
    sanitiser_version $int not null,
    once_key $text not null unique,
    made_at $instant not null,
    posted_at $instant,
    edited_at $instant`,
  )
  await make.index('announcements_community', 'announcements (community_id, posted_at)')
}

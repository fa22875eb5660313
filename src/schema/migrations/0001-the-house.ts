// The first tables: people, communities, rounds with days and claims, and what the house itself keeps.
import type { MakeSchema } from './make-schema.ts'

export async function theHouse(make: MakeSchema): Promise<void> {
  await people(make)
  await communities(make)
  await rounds(make)
  await claims(make)
  await house(make)
}

async function people(make: MakeSchema): Promise<void> {
  await make.table(
    'accounts',
    `id $id,
    uid $text not null unique,
    email $text not null,
    email_key $text not null unique,
    password_hash $text,
    time_zone $text,
    admin_since $instant,
    created_at $instant not null,
    closed_at $instant`,
  )
  await make.table(
    'pen_names',
    `id $id,
    uid $text not null unique,
    account_id $ref references accounts (id),
    name $text not null,
    name_key $text not null unique,
    created_at $instant not null`,
  )
  await make.index('pen_names_account', 'pen_names (account_id)')
  await make.table(
    'sessions',
    `id $id,
    account_id $ref not null references accounts (id) on delete cascade,
    token_hash $text not null unique,
    device $text not null,
    created_at $instant not null,
    seen_at $instant not null,
    expires_at $instant not null`,
  )
  await make.index('sessions_account', 'sessions (account_id)')
  await make.index('sessions_expiry', 'sessions (expires_at)')
  await make.table(
    'one_time_links',
    `id $id,
    purpose $text not null check (purpose in ('set-up', 'join')),
    token_hash $text not null unique,
    made_by $ref references accounts (id),
    made_at $instant not null,
    expires_at $instant not null,
    used_at $instant,
    used_by $ref references accounts (id)`,
  )
}

async function communities(make: MakeSchema): Promise<void> {
  await make.table(
    'communities',
    `id $id,
    uid $text not null unique,
    slug $text not null unique,
    name $text not null,
    about $text not null,
    time_zone $text not null,
    founded_by $ref not null references accounts (id),
    created_at $instant not null`,
  )
  await make.table(
    'memberships',
    `id $id,
    community_id $ref not null references communities (id),
    account_id $ref not null references accounts (id),
    pen_name_id $ref not null references pen_names (id),
    role $text not null check (role in ('member', 'mod')),
    joined_at $instant not null,
    unique (community_id, account_id)`,
  )
  await make.index('memberships_account', 'memberships (account_id)')
}

async function rounds(make: MakeSchema): Promise<void> {
  await make.table(
    'rounds',
    `id $id,
    uid $text not null unique,
    community_id $ref not null references communities (id),
    slug $text not null,
    name $text not null,
    theme $text not null,
    midnight $text not null check (midnight in ('poster', 'round', 'everywhere')),
    time_zone $text not null,
    grace_days $int not null check (grace_days between 0 and 14),
    days_per_person $int check (days_per_person between 1 and 366),
    claims_open_wall $text,
    claims_open_zone $text,
    claims_open_at $instant,
    opened_at $instant,
    created_by $ref not null references accounts (id),
    created_at $instant not null,
    deleted_at $instant,
    deleted_by $ref references accounts (id),
    unique (community_id, slug)`,
  )
  await make.table(
    'days',
    `id $id,
    uid $text not null unique,
    round_id $ref not null references rounds (id),
    on_day $day not null,
    kind $text not null check (kind in ('open', 'free', 'closed')),
    places $int not null check (places between 0 and 1000),
    note $text not null,
    unique (round_id, on_day)`,
  )
}

async function claims(make: MakeSchema): Promise<void> {
  await make.table(
    'claims',
    `id $id,
    uid $text not null unique,
    round_id $ref not null references rounds (id),
    day_id $ref not null references days (id),
    pen_name_id $ref not null references pen_names (id),
    state $text not null check (state in ('waiting', 'offered', 'held', 'later', 'kept', 'given-back', 'taken-over', 'closed')),
    place $int check (place >= 1),
    time_zone $text not null,
    starts_wall $text not null, starts_zone $text not null, starts_at $instant not null,
    ends_wall $text not null, ends_zone $text not null, ends_at $instant not null,
    grace_wall $text not null, grace_zone $text not null, grace_at $instant not null,
    round_wall $text not null, round_zone $text not null, round_at $instant not null,
    made_by $ref references accounts (id),
    made_at $instant not null,
    changed_at $instant not null,
    unique (day_id, place)`,
  )
  // Two holds of one person on one day cannot be, whatever the code does; a claim given back has no place.
  await make.index('claims_one_each', 'claims (day_id, pen_name_id) where place is not null', 'unique')
  await make.index('claims_round', 'claims (round_id, state)')
  await make.index('claims_pen_name', 'claims (pen_name_id)')
  await make.index('claims_due', 'claims (state, grace_at)')
  await make.table(
    'claim_turns',
    `id $id,
    claim_id $ref not null references claims (id),
    row_number $int not null,
    event $text not null,
    from_state $text not null,
    to_state $text not null,
    from_day_id $ref references days (id),
    to_day_id $ref references days (id),
    by_whom $text not null check (by_whom in ('holder', 'mod', 'clock')),
    by_account $ref references accounts (id),
    reason $text,
    counts_at $instant not null,
    made_at $instant not null`,
  )
  await make.index('claim_turns_claim', 'claim_turns (claim_id)')
}

async function house(make: MakeSchema): Promise<void> {
  await make.table('settings', `name $text primary key not null, value $text not null, changed_at $instant not null`)
  await make.table(
    'changes',
    `seq $id,
    at $instant not null,
    name $text not null,
    data $text not null,
    touched $text not null`,
  )
  await make.table(
    'jobs',
    `id $id,
    kind $text not null,
    payload $text not null,
    once_key $text unique,
    run_at $instant not null,
    attempts $int not null,
    lease_until $instant,
    leased_by $text,
    failed_at $instant,
    last_error $text,
    created_at $instant not null`,
  )
  await make.index('jobs_due', 'jobs (run_at) where failed_at is null')
  await make.table(
    'mails',
    `id $id,
    account_id $ref references accounts (id),
    kind $text not null,
    subject $text not null,
    body $text not null,
    once_key $text unique,
    made_at $instant not null,
    sent_at $instant`,
  )
}

// Works with their texts, saves, creators and tags; pieces of rounds; and what claims know of their pieces.
import type { MakeSchema } from './make-schema.ts'

export async function works(make: MakeSchema): Promise<void> {
  await theWorks(make)
  await theirTexts(make)
  await theirTags(make)
  await thePieces(make)
}

async function theWorks(make: MakeSchema): Promise<void> {
  await make.table(
    'works',
    `id $id,
    uid $text not null unique,
    title $text not null,
    title_key $text not null,
    state $text not null check (state in ('draft', 'scheduled', 'posted', 'withdrawn')),
    audience $text not null check (audience in ('everyone', 'members')),
    community_id $ref references communities (id),
    is_unrevealed $flag not null,
    is_anonymous $flag not null,
    is_adult $flag not null,
    hidden_at $instant,
    deleted_at $instant,
    form $text not null,
    header $text not null,
    summary $text not null,
    preface $text not null,
    epigraph $text not null,
    epigraph_by $text not null,
    notes $text not null,
    fandom_id $ref references fandoms (id),
    timing $text not null,
    timing_from $int,
    timing_to $int,
    timing_confidence $int check (timing_confidence between 0 and 100),
    link_url $text,
    words $int not null check (words >= 0),
    goes_up_at $instant,
    posted_at $instant,
    revealed_at $instant,
    version $int not null,
    once_key $text unique,
    created_by $ref references accounts (id),
    created_at $instant not null,
    changed_at $instant not null`,
  )
  await make.index('works_revealed', 'works (revealed_at)')
  await make.index('works_community', 'works (community_id, revealed_at)')
  await make.index('works_due', "works (goes_up_at) where state = 'scheduled'")
  await make.index('works_timing', 'works (fandom_id, timing_from)')
  await make.table(
    'work_creators',
    `id $id,
    work_id $ref not null references works (id) on delete cascade,
    pen_name_id $ref not null references pen_names (id),
    position $int not null,
    unique (work_id, pen_name_id)`,
  )
  await make.index('work_creators_name', 'work_creators (pen_name_id)')
  await make.table(
    'work_places',
    `id $id,
    work_id $ref not null references works (id) on delete cascade,
    url $text not null`,
  )
  await make.index('work_places_work', 'work_places (work_id)')
}

async function theirTexts(make: MakeSchema): Promise<void> {
  await make.table(
    'work_texts',
    `id $id,
    work_id $ref not null unique references works (id) on delete cascade,
    source $bytes not null,
    source_form $text not null check (source_form in ('html', 'markdown', 'plain')),
    html $text not null,
    excerpt $text not null,
    sanitiser_version $int not null`,
  )
  await make.index('work_texts_version', 'work_texts (sanitiser_version)')
  await make.table(
    'work_revisions',
    `id $id,
    work_id $ref not null references works (id) on delete cascade,
    version $int not null,
    fields $text not null,
    source $bytes not null,
    source_form $text not null check (source_form in ('html', 'markdown', 'plain')),
    by_account $ref references accounts (id),
    made_at $instant not null,
    unique (work_id, version)`,
  )
}

async function theirTags(make: MakeSchema): Promise<void> {
  await make.table(
    'tags',
    `id $id,
    uid $text not null unique,
    kind $text not null check (kind in ('character', 'pairing', 'free', 'rating', 'warning')),
    name $text not null,
    name_key $text not null,
    unique (kind, name_key)`,
  )
  await make.table(
    'work_tags',
    `id $id,
    work_id $ref not null references works (id) on delete cascade,
    tag_id $ref not null references tags (id),
    position $int not null,
    unique (work_id, tag_id)`,
  )
  await make.index('work_tags_tag', 'work_tags (tag_id)')
}

async function thePieces(make: MakeSchema): Promise<void> {
  await make.table(
    'pieces',
    `id $id,
    work_id $ref not null unique references works (id) on delete cascade,
    round_id $ref not null references rounds (id),
    claim_id $ref references claims (id),
    day_id $ref references days (id),
    role $text not null check (role in ('main', 'part', 'stand-in', 'extra')),
    handed_in_at $instant,
    came_on $day,
    made_by $ref references accounts (id)`,
  )
  await make.index('pieces_round', 'pieces (round_id, day_id)')
  await make.index('pieces_claim', 'pieces (claim_id)')
  for (const life of ['main_life', 'part_life']) {
    await make.run(
      `alter table claims add column ${life} $text not null default 'none' check (${life} in ('none', 'scheduled', 'up'))`,
    )
  }
  for (const flag of ['has_stand_in', 'said_later']) {
    await make.run(`alter table claims add column ${flag} $int not null default 0 check (${flag} in (0, 1))`)
  }
}

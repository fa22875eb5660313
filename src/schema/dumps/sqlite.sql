CREATE TABLE accounts (id integer primary key autoincrement,
    uid text not null unique,
    email text not null,
    email_key text not null unique,
    password_hash text,
    time_zone text,
    admin_since text check (length(admin_since) = 24),
    created_at text check (length(created_at) = 24) not null,
    closed_at text check (length(closed_at) = 24), confirmed_at text check (length(confirmed_at) = 24), vouched_at text check (length(vouched_at) = 24), vouched_by integer references accounts (id), unconfirmed_key text, shows_adult integer check (shows_adult in (0, 1)) not null default 0, reading text not null default '') strict;
CREATE INDEX accounts_unconfirmed on accounts (unconfirmed_key);
CREATE TABLE announcements (id integer primary key autoincrement,
    uid text not null unique,
    community_id integer not null references communities (id),
    pen_name_id integer not null references pen_names (id),
    state text not null check (state in ('draft', 'posted', 'withdrawn')),
    is_pinned integer check (is_pinned in (0, 1)) not null,
    title text not null,
    source text not null,
    source_form text not null check (source_form in ('html', 'markdown', 'plain')),
    html text not null,
    excerpt text not null,
    sanitiser_version integer not null,
    once_key text not null unique,
    made_at text check (length(made_at) = 24) not null,
    posted_at text check (length(posted_at) = 24),
    edited_at text check (length(edited_at) = 24)) strict;
CREATE INDEX announcements_community on announcements (community_id, posted_at);
CREATE TABLE banners (id integer primary key autoincrement,
     round_id integer not null unique references rounds (id),
     source_id integer not null references files (id),
     alt text not null check (alt <> ''),
     artist text not null check (artist <> ''),
     state text not null check (state in ('making', 'shown', 'unreadable')),
     brought_by integer not null references accounts (id),
     brought_at text check (length(brought_at) = 24) not null) strict;
CREATE INDEX banners_source on banners (source_id);
CREATE TABLE bans (id integer primary key autoincrement,
    community_id integer not null references communities (id),
    account_id integer not null references accounts (id),
    pen_name_id integer not null references pen_names (id),
    made_at text check (length(made_at) = 24) not null,
    unique (community_id, account_id)) strict;
CREATE TABLE canon_aliases (id integer primary key autoincrement,
    part_id integer not null references canon_parts (id) on delete cascade,
    alias text not null) strict;
CREATE INDEX canon_aliases_part on canon_aliases (part_id);
CREATE TABLE canon_parts (id integer primary key autoincrement,
    uid text not null unique,
    fandom_id integer not null references fandoms (id),
    parent_id integer references canon_parts (id),
    kind text not null,
    code text not null,
    title text not null,
    position integer not null,
    unique (fandom_id, code)) strict;
CREATE INDEX canon_parts_position on canon_parts (fandom_id, position);
CREATE TABLE canon_seen (id integer primary key autoincrement,
     account_id integer not null references accounts (id),
     fandom_id integer not null references fandoms (id),
     part_id integer not null references canon_parts (id),
     unique (account_id, fandom_id)) strict;
CREATE INDEX canon_seen_fandom on canon_seen (fandom_id);
CREATE INDEX canon_seen_part on canon_seen (part_id);
CREATE TABLE changes (seq integer primary key autoincrement,
    at text check (length(at) = 24) not null,
    name text not null,
    data text not null,
    touched text not null) strict;
CREATE TABLE chapter_revisions (id integer primary key autoincrement,
    chapter_id integer not null references chapters (id) on delete cascade,
    version integer not null,
    title text not null,
    notes_before text not null,
    notes_after text not null,
    words integer not null,
    source blob not null,
    source_form text not null check (source_form in ('html', 'markdown', 'plain')),
    by_account integer references accounts (id),
    made_at text check (length(made_at) = 24) not null, left_alone text not null default '',
    unique (chapter_id, version)) strict;
CREATE TABLE chapters (id integer primary key autoincrement,
    uid text not null unique,
    work_id integer not null references works (id) on delete cascade,
    position integer not null,
    came_with_work integer check (came_with_work in (0, 1)) not null,
    title text not null,
    notes_before text not null,
    notes_after text not null,
    state text not null check (state in ('draft', 'posted', 'withdrawn')),
    posted_at text check (length(posted_at) = 24),
    words integer not null check (words >= 0),
    version integer not null,
    once_key text unique,
    created_at text check (length(created_at) = 24) not null,
    changed_at text check (length(changed_at) = 24) not null,
    deleted_at text check (length(deleted_at) = 24),
    sanitiser_version integer not null,
    source_form text not null check (source_form in ('html', 'markdown', 'plain')),
    excerpt text not null,
    source blob not null,
    html text not null, left_alone text not null default '') strict;
CREATE UNIQUE INDEX chapters_came_with_work on chapters (work_id) where came_with_work = 1;
CREATE INDEX chapters_deleted on chapters (deleted_at) where deleted_at is not null;
CREATE INDEX chapters_sanitiser on chapters (sanitiser_version);
CREATE INDEX chapters_work on chapters (work_id, position);
CREATE TABLE claim_key_links (id integer primary key autoincrement,
    key_id integer not null references claim_keys (id),
    token_hash text not null unique,
    made_at text check (length(made_at) = 24) not null) strict;
CREATE INDEX claim_key_links_key on claim_key_links (key_id);
CREATE TABLE claim_keys (id integer primary key autoincrement,
    claim_id integer not null unique references claims (id),
    email text not null check (email <> ''),
    asked_by text not null check (asked_by in ('mod', 'guest')),
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    confirmed_at text check (length(confirmed_at) = 24)) strict;
CREATE INDEX claim_keys_unconfirmed on claim_keys (made_at) where asked_by = 'guest' and confirmed_at is null;
CREATE TABLE claim_turns (id integer primary key autoincrement,
    claim_id integer not null references claims (id),
    row_number integer not null,
    event text not null,
    from_state text not null,
    to_state text not null,
    from_day_id integer references days (id),
    to_day_id integer references days (id),
    by_whom text not null check (by_whom in ('holder', 'mod', 'clock')),
    by_account integer references accounts (id),
    reason text,
    counts_at text check (length(counts_at) = 24) not null,
    made_at text check (length(made_at) = 24) not null) strict;
CREATE INDEX claim_turns_claim on claim_turns (claim_id);
CREATE TABLE claims (id integer primary key autoincrement,
    uid text not null unique,
    round_id integer not null references rounds (id),
    day_id integer not null references days (id),
    pen_name_id integer not null references pen_names (id),
    state text not null check (state in ('waiting', 'offered', 'held', 'later', 'kept', 'given-back', 'taken-over', 'closed')),
    place integer check (place >= 1),
    time_zone text not null,
    starts_wall text not null, starts_zone text not null, starts_at text check (length(starts_at) = 24) not null,
    ends_wall text not null, ends_zone text not null, ends_at text check (length(ends_at) = 24) not null,
    grace_wall text not null, grace_zone text not null, grace_at text check (length(grace_at) = 24) not null,
    round_wall text not null, round_zone text not null, round_at text check (length(round_at) = 24) not null,
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    changed_at text check (length(changed_at) = 24) not null, main_life text not null default 'none' check (main_life in ('none', 'scheduled', 'up')), part_life text not null default 'none' check (part_life in ('none', 'scheduled', 'up')), has_stand_in integer not null default 0 check (has_stand_in in (0, 1)), said_later integer not null default 0 check (said_later in (0, 1)),
    unique (day_id, place)) strict;
CREATE INDEX claims_due on claims (state, grace_at);
CREATE UNIQUE INDEX claims_one_each on claims (day_id, pen_name_id) where place is not null;
CREATE INDEX claims_pen_name on claims (pen_name_id);
CREATE INDEX claims_round on claims (round_id, state);
CREATE TABLE communities (id integer primary key autoincrement,
    uid text not null unique,
    slug text not null unique,
    name text not null,
    about text not null,
    time_zone text not null,
    founded_by integer not null references accounts (id),
    created_at text check (length(created_at) = 24) not null, joining text not null default 'open' check (joining in ('open', 'approval', 'invitation')), posting text not null default 'members' check (posting in ('members', 'approved', 'mods')), rules text not null default '', rules_html text not null default '', rules_version integer not null default 0) strict;
CREATE TABLE community_invitations (id integer primary key autoincrement,
    community_id integer not null references communities (id),
    token_hash text not null unique,
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    expires_at text check (length(expires_at) = 24) not null,
    used_at text check (length(used_at) = 24),
    used_by integer references accounts (id)) strict;
CREATE TABLE corrections (id integer primary key autoincrement,
    work_id integer not null references works (id) on delete cascade,
    version integer not null,
    line text not null,
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    put_back_at text check (length(put_back_at) = 24),
    unique (work_id, version)) strict;
CREATE TABLE days (id integer primary key autoincrement,
    uid text not null unique,
    round_id integer not null references rounds (id),
    on_day text check (length(on_day) = 10) not null,
    kind text not null check (kind in ('open', 'free', 'closed')),
    places integer not null check (places between 0 and 1000),
    note text not null,
    unique (round_id, on_day)) strict;
CREATE TABLE fandoms (id integer primary key autoincrement,
    uid text not null unique,
    slug text not null unique,
    name text not null,
    name_key text not null unique,
    created_at text check (length(created_at) = 24) not null) strict;
CREATE TABLE files (id integer primary key autoincrement,
     uid text not null unique,
     media_type text not null,
     bytes blob not null,
     width integer not null check (width > 0),
     height integer not null check (height > 0),
     made_of integer references files (id),
     created_at text check (length(created_at) = 24) not null) strict;
CREATE INDEX files_made_of on files (made_of);
CREATE TABLE header_templates (id integer primary key autoincrement,
    community_id integer not null unique references communities (id),
    template text,
    fandom_id integer references fandoms (id),
    adult_before text not null,
    version integer not null check (version > 0),
    changed_by integer references accounts (id),
    changed_at text check (length(changed_at) = 24) not null) strict;
CREATE TABLE jobs (id integer primary key autoincrement,
    kind text not null,
    payload text not null,
    once_key text unique,
    run_at text check (length(run_at) = 24) not null,
    attempts integer not null,
    lease_until text check (length(lease_until) = 24),
    leased_by text,
    failed_at text check (length(failed_at) = 24),
    last_error text,
    created_at text check (length(created_at) = 24) not null) strict;
CREATE INDEX jobs_due on jobs (run_at) where failed_at is null;
CREATE TABLE join_requests (id integer primary key autoincrement,
    community_id integer not null references communities (id),
    account_id integer not null references accounts (id),
    state text not null check (state in ('waiting', 'accepted', 'declined')),
    says text not null,
    asked_at text check (length(asked_at) = 24) not null,
    answered_at text check (length(answered_at) = 24),
    answer text not null, came_from text not null default '',
    unique (community_id, account_id)) strict;
CREATE TABLE leavings (id integer primary key autoincrement,
    account_id integer not null unique references accounts (id),
    works text not null check (works in ('deleted', 'named', 'nameless')),
    left_at text check (length(left_at) = 24) not null,
    erased_at text check (length(erased_at) = 24)) strict;
CREATE INDEX leavings_due on leavings (left_at) where erased_at is null;
CREATE TABLE letter_threads (id integer primary key autoincrement,
    community_id integer not null references communities (id),
    account_id integer not null references accounts (id),
    pen_name_id integer not null references pen_names (id),
    subject text not null,
    waits_for_mods integer check (waits_for_mods in (0, 1)) not null,
    begun_at text check (length(begun_at) = 24) not null,
    last_at text check (length(last_at) = 24) not null) strict;
CREATE INDEX letter_threads_account on letter_threads (account_id);
CREATE INDEX letter_threads_community on letter_threads (community_id, last_at);
CREATE TABLE letters (id integer primary key autoincrement,
    thread_id integer not null references letter_threads (id),
    side text not null check (side in ('person', 'mods')),
    account_id integer references accounts (id),
    pen_name_id integer references pen_names (id),
    body text not null,
    once_key text not null unique,
    written_at text check (length(written_at) = 24) not null) strict;
CREATE INDEX letters_thread on letters (thread_id, id);
CREATE TABLE mail_stops (id integer primary key autoincrement,
    account_id integer not null references accounts (id) on delete cascade,
    topic text not null,
    stopped_at text check (length(stopped_at) = 24) not null,
    unique (account_id, topic)) strict;
CREATE TABLE mailed_links (id integer primary key autoincrement,
    purpose text not null check (purpose in ('confirm', 'sign-in', 'reset', 'new-address')),
    token_hash text not null unique,
    account_id integer not null references accounts (id) on delete cascade,
    email text not null,
    made_at text check (length(made_at) = 24) not null,
    expires_at text check (length(expires_at) = 24) not null,
    used_at text check (length(used_at) = 24)) strict;
CREATE INDEX mailed_links_account on mailed_links (account_id);
CREATE TABLE mails (id integer primary key autoincrement,
    account_id integer references accounts (id),
    kind text not null,
    subject text not null,
    body text not null,
    once_key text unique,
    made_at text check (length(made_at) = 24) not null,
    sent_at text check (length(sent_at) = 24), heading text, link_label text, link_path text, link_purpose text, to_address text, next_at text check (length(next_at) = 24), attempts integer not null default 0, lease_until text check (length(lease_until) = 24), given_up_at text check (length(given_up_at) = 24), given_up_why text, last_answer text) strict;
CREATE INDEX mails_waiting on mails (next_at) where sent_at is null and given_up_at is null;
CREATE TABLE member_turns (id integer primary key autoincrement,
    community_id integer not null references communities (id),
    account_id integer not null references accounts (id),
    pen_name_id integer not null references pen_names (id),
    what text not null check (what in ('joined', 'left', 'removed', 'banned', 'ban-lifted', 'made-mod', 'unmade-mod',
      'asked', 'accepted', 'declined', 'approved', 'unapproved')),
    by_account integer references accounts (id),
    says text not null,
    made_at text check (length(made_at) = 24) not null) strict;
CREATE INDEX member_turns_community on member_turns (community_id, id);
CREATE TABLE memberships (id integer primary key autoincrement,
    community_id integer not null references communities (id),
    account_id integer not null references accounts (id),
    pen_name_id integer not null references pen_names (id),
    role text not null check (role in ('member', 'mod')),
    joined_at text check (length(joined_at) = 24) not null, is_approved integer check (is_approved in (0, 1)) not null default 0,
    unique (community_id, account_id)) strict;
CREATE INDEX memberships_account on memberships (account_id);
CREATE TABLE name_links (id integer primary key autoincrement,
    pen_name_id integer not null references pen_names (id),
    community_id integer not null references communities (id),
    token_hash text not null unique,
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    expires_at text check (length(expires_at) = 24) not null,
    used_at text check (length(used_at) = 24),
    used_by integer references accounts (id)) strict;
CREATE INDEX name_links_name on name_links (pen_name_id);
CREATE TABLE one_time_links (id integer primary key autoincrement,
    purpose text not null check (purpose in ('set-up', 'join')),
    token_hash text not null unique,
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    expires_at text check (length(expires_at) = 24) not null,
    used_at text check (length(used_at) = 24),
    used_by integer references accounts (id)) strict;
CREATE TABLE pen_names (id integer primary key autoincrement,
    uid text not null unique,
    account_id integer references accounts (id),
    name text not null,
    name_key text not null unique,
    created_at text check (length(created_at) = 24) not null, is_first integer check (is_first in (0, 1)) not null default 0, retired_at text check (length(retired_at) = 24), left_at text check (length(left_at) = 24), stands_for integer references pen_names (id)) strict;
CREATE INDEX pen_names_account on pen_names (account_id);
CREATE UNIQUE INDEX pen_names_first on pen_names (account_id) where is_first = 1;
CREATE INDEX pen_names_stands_for on pen_names (stands_for);
CREATE TABLE pieces (id integer primary key autoincrement,
    work_id integer not null unique references works (id) on delete cascade,
    round_id integer not null references rounds (id),
    claim_id integer references claims (id),
    day_id integer references days (id),
    role text not null check (role in ('main', 'part', 'stand-in', 'extra')),
    handed_in_at text check (length(handed_in_at) = 24),
    came_on text check (length(came_on) = 10),
    made_by integer references accounts (id), answers_claim_id integer references claims (id), by_key integer check (by_key in (0, 1)) not null default 0) strict;
CREATE INDEX pieces_answers on pieces (answers_claim_id);
CREATE INDEX pieces_claim on pieces (claim_id);
CREATE INDEX pieces_round on pieces (round_id, day_id);
CREATE TABLE refused_addresses (id integer primary key autoincrement,
    address_hash text not null unique,
    answer text not null,
    refused_at text check (length(refused_at) = 24) not null) strict;
CREATE TABLE rounds (id integer primary key autoincrement,
    uid text not null unique,
    community_id integer not null references communities (id),
    slug text not null,
    name text not null,
    theme text not null,
    midnight text not null check (midnight in ('poster', 'round', 'everywhere')),
    time_zone text not null,
    grace_days integer not null check (grace_days between 0 and 14),
    days_per_person integer check (days_per_person between 1 and 366),
    claims_open_wall text,
    claims_open_zone text,
    claims_open_at text check (length(claims_open_at) = 24),
    opened_at text check (length(opened_at) = 24),
    created_by integer not null references accounts (id),
    created_at text check (length(created_at) = 24) not null,
    deleted_at text check (length(deleted_at) = 24),
    deleted_by integer references accounts (id), allows_early integer not null default 0 check (allows_early in (0, 1)), later_rule text not null default 'waits' check (later_rule in ('waits', 'at-once')), after_round text not null default 'always' check (after_round in ('always', 'until-next', 'ask-mods')), ink text not null default '',
    unique (community_id, slug)) strict;
CREATE TABLE rulings (id integer primary key autoincrement,
    work_id integer not null references works (id) on delete cascade,
    kind text not null check (kind in ('hidden', 'not-counted')),
    reason text not null,
    was_role text check (was_role in ('main', 'part', 'stand-in', 'extra')),
    made_by integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    lifted_by integer references accounts (id),
    lifted_at text check (length(lifted_at) = 24)) strict;
CREATE UNIQUE INDEX rulings_open on rulings (work_id, kind) where lifted_at is null;
CREATE INDEX rulings_work on rulings (work_id);
CREATE TABLE series (id integer primary key autoincrement,
    uid text not null unique,
    pen_name_id integer not null references pen_names (id) on delete cascade,
    title text not null,
    title_key text not null,
    summary text not null,
    created_at text check (length(created_at) = 24) not null,
    changed_at text check (length(changed_at) = 24) not null,
    deleted_at text check (length(deleted_at) = 24)) strict;
CREATE INDEX series_name on series (pen_name_id);
CREATE TABLE series_works (id integer primary key autoincrement,
    series_id integer not null references series (id) on delete cascade,
    work_id integer not null references works (id) on delete cascade,
    position integer not null,
    unique (series_id, work_id)) strict;
CREATE INDEX series_works_work on series_works (work_id);
CREATE TABLE sessions (id integer primary key autoincrement,
    account_id integer not null references accounts (id) on delete cascade,
    token_hash text not null unique,
    device text not null,
    created_at text check (length(created_at) = 24) not null,
    seen_at text check (length(seen_at) = 24) not null,
    expires_at text check (length(expires_at) = 24) not null, signed_in_from text not null default '') strict;
CREATE INDEX sessions_account on sessions (account_id);
CREATE INDEX sessions_expiry on sessions (expires_at);
CREATE TABLE settings (name text primary key not null, value text not null, changed_at text check (length(changed_at) = 24) not null) strict;
CREATE TABLE tags (id integer primary key autoincrement,
    uid text not null unique,
    kind text not null check (kind in ('character', 'pairing', 'free', 'rating', 'warning')),
    name text not null,
    name_key text not null,
    unique (kind, name_key)) strict;
CREATE TABLE typings (id integer primary key autoincrement,
     account_id integer not null references accounts (id) on delete cascade,
     place text not null,
     work_id integer references works (id) on delete cascade,
     number integer not null check (number > 0),
     entries blob not null,
     is_open integer check (is_open in (0, 1)) not null,
     began_at text check (length(began_at) = 24) not null,
     changed_at text check (length(changed_at) = 24) not null,
     unique (account_id, place, number)) strict;
CREATE UNIQUE INDEX typings_open on typings (account_id, place) where is_open = 1;
CREATE INDEX typings_work on typings (work_id);
CREATE TABLE work_asks (id integer primary key autoincrement,
    uid text not null unique,
    work_id integer not null references works (id) on delete cascade,
    kind text not null check (kind in ('co-author', 'credit', 'gift', 'inspired-by', 'remix', 'translation', 'podfic')),
    role text not null,
    to_pen_name_id integer references pen_names (id) on delete cascade,
    to_work_id integer references works (id) on delete cascade,
    to_words text not null,
    to_url text,
    state text not null check (state in ('open', 'agreed', 'declined', 'plain', 'stepped-out')),
    asked_by integer references accounts (id),
    asked_at text check (length(asked_at) = 24) not null,
    answered_at text check (length(answered_at) = 24),
    unique (work_id, kind, to_pen_name_id),
    unique (work_id, kind, to_work_id),
    check ((state = 'plain') = (to_pen_name_id is null and to_work_id is null))) strict;
CREATE INDEX work_asks_name on work_asks (to_pen_name_id);
CREATE INDEX work_asks_work on work_asks (to_work_id);
CREATE TABLE work_creators (id integer primary key autoincrement,
    work_id integer not null references works (id) on delete cascade,
    pen_name_id integer not null references pen_names (id),
    position integer not null,
    unique (work_id, pen_name_id)) strict;
CREATE INDEX work_creators_name on work_creators (pen_name_id);
CREATE TABLE work_pictures (id integer primary key autoincrement,
     uid text not null unique,
     work_id integer not null references works (id) on delete cascade,
     source_id integer not null unique references files (id),
     position integer not null,
     stands text not null check (stands in ('before', 'inside')),
     state text not null check (state in ('making', 'shown', 'unreadable')),
     alt text not null,
     is_decoration integer check (is_decoration in (0, 1)) not null,
     caption text not null,
     size integer not null check (size >= 0),
     brought_by integer references accounts (id),
     brought_at text check (length(brought_at) = 24) not null,
     deleted_at text check (length(deleted_at) = 24)) strict;
CREATE INDEX work_pictures_brought_by on work_pictures (brought_by);
CREATE INDEX work_pictures_work on work_pictures (work_id);
CREATE TABLE work_places (id integer primary key autoincrement,
    work_id integer not null references works (id) on delete cascade,
    url text not null) strict;
CREATE INDEX work_places_work on work_places (work_id);
CREATE TABLE work_recordings (id integer primary key autoincrement,
     work_id integer not null references works (id) on delete cascade,
     position integer not null,
     kind text not null check (kind in ('audio', 'video')),
     url text not null,
     label text not null,
     lasts text not null) strict;
CREATE INDEX work_recordings_work on work_recordings (work_id);
CREATE TABLE work_revisions (id integer primary key autoincrement,
    work_id integer not null references works (id) on delete cascade,
    version integer not null,
    fields text not null,
    source blob not null,
    source_form text not null check (source_form in ('html', 'markdown', 'plain')),
    by_account integer references accounts (id),
    made_at text check (length(made_at) = 24) not null,
    unique (work_id, version)) strict;
CREATE TABLE work_tags (id integer primary key autoincrement,
    work_id integer not null references works (id) on delete cascade,
    tag_id integer not null references tags (id),
    position integer not null,
    unique (work_id, tag_id)) strict;
CREATE INDEX work_tags_tag on work_tags (tag_id);
CREATE TABLE works (id integer primary key autoincrement,
    uid text not null unique,
    title text not null,
    title_key text not null,
    state text not null check (state in ('draft', 'scheduled', 'posted', 'withdrawn')),
    audience text not null check (audience in ('everyone', 'members')),
    community_id integer references communities (id),
    is_unrevealed integer check (is_unrevealed in (0, 1)) not null,
    is_anonymous integer check (is_anonymous in (0, 1)) not null,
    is_adult integer check (is_adult in (0, 1)) not null,
    hidden_at text check (length(hidden_at) = 24),
    deleted_at text check (length(deleted_at) = 24),
    form text not null,
    header text not null,
    summary text not null,
    preface text not null,
    epigraph text not null,
    epigraph_by text not null,
    notes text not null,
    fandom_id integer references fandoms (id),
    timing text not null,
    timing_from integer,
    timing_to integer,
    timing_confidence integer check (timing_confidence between 0 and 100),
    link_url text,
    words integer not null check (words >= 0),
    goes_up_at text check (length(goes_up_at) = 24),
    posted_at text check (length(posted_at) = 24),
    revealed_at text check (length(revealed_at) = 24),
    version integer not null,
    once_key text unique,
    created_by integer references accounts (id),
    created_at text check (length(created_at) = 24) not null,
    changed_at text check (length(changed_at) = 24) not null, chapters_posted integer not null default 1, chapters_planned integer default 1 check (chapters_planned > 0), last_chapter_at text check (length(last_chapter_at) = 24), first_posted_on text check (length(first_posted_on) = 10), wishes text not null default '{}', timing_relation text not null default 'during' check (timing_relation in ('before', 'during', 'after', 'between')), timing_off integer, timing_statement text not null default '', timing_choice text not null default '', spoilers_to integer, spoilers_by text not null default '' check (spoilers_by in ('', 'said', 'setting')), timing_reader integer not null default 0) strict;
CREATE INDEX works_community on works (community_id, revealed_at);
CREATE INDEX works_due on works (goes_up_at) where state = 'scheduled';
CREATE INDEX works_revealed on works (revealed_at);
CREATE INDEX works_timing on works (fandom_id, timing_from);
CREATE INDEX works_timing_reader on works (timing_reader);

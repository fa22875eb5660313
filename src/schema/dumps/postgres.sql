accounts.id bigint not null identity by default
accounts.uid text collate "C" not null
accounts.email text collate "C" not null
accounts.email_key text collate "C" not null
accounts.password_hash text collate "C"
accounts.time_zone text collate "C"
accounts.admin_since text collate "C"
accounts.created_at text collate "C" not null
accounts.closed_at text collate "C"
accounts.confirmed_at text collate "C"
accounts.vouched_at text collate "C"
accounts.vouched_by bigint
accounts.unconfirmed_key text collate "C"
accounts.shows_adult bigint not null
accounts.reading text collate "C" not null
announcements.id bigint not null identity by default
announcements.uid text collate "C" not null
announcements.community_id bigint not null
announcements.pen_name_id bigint not null
announcements.state text collate "C" not null
announcements.is_pinned bigint not null
announcements.title text collate "C" not null
announcements.source text collate "C" not null
announcements.source_form text collate "C" not null
announcements.html text collate "C" not null
announcements.excerpt text collate "C" not null
announcements.sanitiser_version bigint not null
announcements.once_key text collate "C" not null
announcements.made_at text collate "C" not null
announcements.posted_at text collate "C"
announcements.edited_at text collate "C"
banners.id bigint not null identity by default
banners.round_id bigint not null
banners.source_id bigint not null
banners.alt text collate "C" not null
banners.artist text collate "C" not null
banners.state text collate "C" not null
banners.brought_by bigint not null
banners.brought_at text collate "C" not null
bans.id bigint not null identity by default
bans.community_id bigint not null
bans.account_id bigint not null
bans.pen_name_id bigint not null
bans.made_at text collate "C" not null
canon_aliases.id bigint not null identity by default
canon_aliases.part_id bigint not null
canon_aliases.alias text collate "C" not null
canon_parts.id bigint not null identity by default
canon_parts.uid text collate "C" not null
canon_parts.fandom_id bigint not null
canon_parts.parent_id bigint
canon_parts.kind text collate "C" not null
canon_parts.code text collate "C" not null
canon_parts.title text collate "C" not null
canon_parts.position bigint not null
canon_seen.id bigint not null identity by default
canon_seen.account_id bigint not null
canon_seen.fandom_id bigint not null
canon_seen.part_id bigint not null
changes.seq bigint not null identity by default
changes.at text collate "C" not null
changes.name text collate "C" not null
changes.data text collate "C" not null
changes.touched text collate "C" not null
chapter_revisions.id bigint not null identity by default
chapter_revisions.chapter_id bigint not null
chapter_revisions.version bigint not null
chapter_revisions.title text collate "C" not null
chapter_revisions.notes_before text collate "C" not null
chapter_revisions.notes_after text collate "C" not null
chapter_revisions.words bigint not null
chapter_revisions.source bytea not null
chapter_revisions.source_form text collate "C" not null
chapter_revisions.by_account bigint
chapter_revisions.made_at text collate "C" not null
chapter_revisions.left_alone text collate "C" not null
chapters.id bigint not null identity by default
chapters.uid text collate "C" not null
chapters.work_id bigint not null
chapters.position bigint not null
chapters.came_with_work bigint not null
chapters.title text collate "C" not null
chapters.notes_before text collate "C" not null
chapters.notes_after text collate "C" not null
chapters.state text collate "C" not null
chapters.posted_at text collate "C"
chapters.words bigint not null
chapters.version bigint not null
chapters.once_key text collate "C"
chapters.created_at text collate "C" not null
chapters.changed_at text collate "C" not null
chapters.deleted_at text collate "C"
chapters.sanitiser_version bigint not null
chapters.source_form text collate "C" not null
chapters.excerpt text collate "C" not null
chapters.source bytea not null
chapters.html text collate "C" not null
chapters.left_alone text collate "C" not null
claim_key_links.id bigint not null identity by default
claim_key_links.key_id bigint not null
claim_key_links.token_hash text collate "C" not null
claim_key_links.made_at text collate "C" not null
claim_keys.id bigint not null identity by default
claim_keys.claim_id bigint not null
claim_keys.email text collate "C" not null
claim_keys.asked_by text collate "C" not null
claim_keys.made_by bigint
claim_keys.made_at text collate "C" not null
claim_keys.confirmed_at text collate "C"
claim_turns.id bigint not null identity by default
claim_turns.claim_id bigint not null
claim_turns.row_number bigint not null
claim_turns.event text collate "C" not null
claim_turns.from_state text collate "C" not null
claim_turns.to_state text collate "C" not null
claim_turns.from_day_id bigint
claim_turns.to_day_id bigint
claim_turns.by_whom text collate "C" not null
claim_turns.by_account bigint
claim_turns.reason text collate "C"
claim_turns.counts_at text collate "C" not null
claim_turns.made_at text collate "C" not null
claims.id bigint not null identity by default
claims.uid text collate "C" not null
claims.round_id bigint not null
claims.day_id bigint not null
claims.pen_name_id bigint not null
claims.state text collate "C" not null
claims.place bigint
claims.time_zone text collate "C" not null
claims.starts_wall text collate "C" not null
claims.starts_zone text collate "C" not null
claims.starts_at text collate "C" not null
claims.ends_wall text collate "C" not null
claims.ends_zone text collate "C" not null
claims.ends_at text collate "C" not null
claims.grace_wall text collate "C" not null
claims.grace_zone text collate "C" not null
claims.grace_at text collate "C" not null
claims.round_wall text collate "C" not null
claims.round_zone text collate "C" not null
claims.round_at text collate "C" not null
claims.made_by bigint
claims.made_at text collate "C" not null
claims.changed_at text collate "C" not null
claims.main_life text collate "C" not null
claims.part_life text collate "C" not null
claims.has_stand_in bigint not null
claims.said_later bigint not null
communities.id bigint not null identity by default
communities.uid text collate "C" not null
communities.slug text collate "C" not null
communities.name text collate "C" not null
communities.about text collate "C" not null
communities.time_zone text collate "C" not null
communities.founded_by bigint not null
communities.created_at text collate "C" not null
communities.joining text collate "C" not null
communities.posting text collate "C" not null
communities.rules text collate "C" not null
communities.rules_html text collate "C" not null
communities.rules_version bigint not null
community_invitations.id bigint not null identity by default
community_invitations.community_id bigint not null
community_invitations.token_hash text collate "C" not null
community_invitations.made_by bigint
community_invitations.made_at text collate "C" not null
community_invitations.expires_at text collate "C" not null
community_invitations.used_at text collate "C"
community_invitations.used_by bigint
corrections.id bigint not null identity by default
corrections.work_id bigint not null
corrections.version bigint not null
corrections.line text collate "C" not null
corrections.made_by bigint
corrections.made_at text collate "C" not null
corrections.put_back_at text collate "C"
days.id bigint not null identity by default
days.uid text collate "C" not null
days.round_id bigint not null
days.on_day text collate "C" not null
days.kind text collate "C" not null
days.places bigint not null
days.note text collate "C" not null
fandoms.id bigint not null identity by default
fandoms.uid text collate "C" not null
fandoms.slug text collate "C" not null
fandoms.name text collate "C" not null
fandoms.name_key text collate "C" not null
fandoms.created_at text collate "C" not null
files.id bigint not null identity by default
files.uid text collate "C" not null
files.media_type text collate "C" not null
files.bytes bytea not null
files.width bigint not null
files.height bigint not null
files.made_of bigint
files.created_at text collate "C" not null
header_templates.id bigint not null identity by default
header_templates.community_id bigint not null
header_templates.template text collate "C"
header_templates.fandom_id bigint
header_templates.adult_before text collate "C" not null
header_templates.version bigint not null
header_templates.changed_by bigint
header_templates.changed_at text collate "C" not null
jobs.id bigint not null identity by default
jobs.kind text collate "C" not null
jobs.payload text collate "C" not null
jobs.once_key text collate "C"
jobs.run_at text collate "C" not null
jobs.attempts bigint not null
jobs.lease_until text collate "C"
jobs.leased_by text collate "C"
jobs.failed_at text collate "C"
jobs.last_error text collate "C"
jobs.created_at text collate "C" not null
join_requests.id bigint not null identity by default
join_requests.community_id bigint not null
join_requests.account_id bigint not null
join_requests.state text collate "C" not null
join_requests.says text collate "C" not null
join_requests.asked_at text collate "C" not null
join_requests.answered_at text collate "C"
join_requests.answer text collate "C" not null
join_requests.came_from text collate "C" not null
leavings.id bigint not null identity by default
leavings.account_id bigint not null
leavings.works text collate "C" not null
leavings.left_at text collate "C" not null
leavings.erased_at text collate "C"
letter_threads.id bigint not null identity by default
letter_threads.community_id bigint not null
letter_threads.account_id bigint not null
letter_threads.pen_name_id bigint not null
letter_threads.subject text collate "C" not null
letter_threads.waits_for_mods bigint not null
letter_threads.begun_at text collate "C" not null
letter_threads.last_at text collate "C" not null
letters.id bigint not null identity by default
letters.thread_id bigint not null
letters.side text collate "C" not null
letters.account_id bigint
letters.pen_name_id bigint
letters.body text collate "C" not null
letters.once_key text collate "C" not null
letters.written_at text collate "C" not null
mail_stops.id bigint not null identity by default
mail_stops.account_id bigint not null
mail_stops.topic text collate "C" not null
mail_stops.stopped_at text collate "C" not null
mailed_links.id bigint not null identity by default
mailed_links.purpose text collate "C" not null
mailed_links.token_hash text collate "C" not null
mailed_links.account_id bigint not null
mailed_links.email text collate "C" not null
mailed_links.made_at text collate "C" not null
mailed_links.expires_at text collate "C" not null
mailed_links.used_at text collate "C"
mails.id bigint not null identity by default
mails.account_id bigint
mails.kind text collate "C" not null
mails.subject text collate "C" not null
mails.body text collate "C" not null
mails.once_key text collate "C"
mails.made_at text collate "C" not null
mails.sent_at text collate "C"
mails.heading text collate "C"
mails.link_label text collate "C"
mails.link_path text collate "C"
mails.link_purpose text collate "C"
mails.to_address text collate "C"
mails.next_at text collate "C"
mails.attempts bigint not null
mails.lease_until text collate "C"
mails.given_up_at text collate "C"
mails.given_up_why text collate "C"
mails.last_answer text collate "C"
member_turns.id bigint not null identity by default
member_turns.community_id bigint not null
member_turns.account_id bigint not null
member_turns.pen_name_id bigint not null
member_turns.what text collate "C" not null
member_turns.by_account bigint
member_turns.says text collate "C" not null
member_turns.made_at text collate "C" not null
memberships.id bigint not null identity by default
memberships.community_id bigint not null
memberships.account_id bigint not null
memberships.pen_name_id bigint not null
memberships.role text collate "C" not null
memberships.joined_at text collate "C" not null
memberships.is_approved bigint not null
name_links.id bigint not null identity by default
name_links.pen_name_id bigint not null
name_links.community_id bigint not null
name_links.token_hash text collate "C" not null
name_links.made_by bigint
name_links.made_at text collate "C" not null
name_links.expires_at text collate "C" not null
name_links.used_at text collate "C"
name_links.used_by bigint
one_time_links.id bigint not null identity by default
one_time_links.purpose text collate "C" not null
one_time_links.token_hash text collate "C" not null
one_time_links.made_by bigint
one_time_links.made_at text collate "C" not null
one_time_links.expires_at text collate "C" not null
one_time_links.used_at text collate "C"
one_time_links.used_by bigint
pen_names.id bigint not null identity by default
pen_names.uid text collate "C" not null
pen_names.account_id bigint
pen_names.name text collate "C" not null
pen_names.name_key text collate "C" not null
pen_names.created_at text collate "C" not null
pen_names.is_first bigint not null
pen_names.retired_at text collate "C"
pen_names.left_at text collate "C"
pen_names.stands_for bigint
pieces.id bigint not null identity by default
pieces.work_id bigint not null
pieces.round_id bigint not null
pieces.claim_id bigint
pieces.day_id bigint
pieces.role text collate "C" not null
pieces.handed_in_at text collate "C"
pieces.came_on text collate "C"
pieces.made_by bigint
pieces.answers_claim_id bigint
pieces.by_key bigint not null
refused_addresses.id bigint not null identity by default
refused_addresses.address_hash text collate "C" not null
refused_addresses.answer text collate "C" not null
refused_addresses.refused_at text collate "C" not null
rounds.id bigint not null identity by default
rounds.uid text collate "C" not null
rounds.community_id bigint not null
rounds.slug text collate "C" not null
rounds.name text collate "C" not null
rounds.theme text collate "C" not null
rounds.midnight text collate "C" not null
rounds.time_zone text collate "C" not null
rounds.grace_days bigint not null
rounds.days_per_person bigint
rounds.claims_open_wall text collate "C"
rounds.claims_open_zone text collate "C"
rounds.claims_open_at text collate "C"
rounds.opened_at text collate "C"
rounds.created_by bigint not null
rounds.created_at text collate "C" not null
rounds.deleted_at text collate "C"
rounds.deleted_by bigint
rounds.allows_early bigint not null
rounds.later_rule text collate "C" not null
rounds.after_round text collate "C" not null
rounds.ink text collate "C" not null
rulings.id bigint not null identity by default
rulings.work_id bigint not null
rulings.kind text collate "C" not null
rulings.reason text collate "C" not null
rulings.was_role text collate "C"
rulings.made_by bigint
rulings.made_at text collate "C" not null
rulings.lifted_by bigint
rulings.lifted_at text collate "C"
series.id bigint not null identity by default
series.uid text collate "C" not null
series.pen_name_id bigint not null
series.title text collate "C" not null
series.title_key text collate "C" not null
series.summary text collate "C" not null
series.created_at text collate "C" not null
series.changed_at text collate "C" not null
series.deleted_at text collate "C"
series_works.id bigint not null identity by default
series_works.series_id bigint not null
series_works.work_id bigint not null
series_works.position bigint not null
sessions.id bigint not null identity by default
sessions.account_id bigint not null
sessions.token_hash text collate "C" not null
sessions.device text collate "C" not null
sessions.created_at text collate "C" not null
sessions.seen_at text collate "C" not null
sessions.expires_at text collate "C" not null
sessions.signed_in_from text collate "C" not null
settings.name text collate "C" not null
settings.value text collate "C" not null
settings.changed_at text collate "C" not null
tags.id bigint not null identity by default
tags.uid text collate "C" not null
tags.kind text collate "C" not null
tags.name text collate "C" not null
tags.name_key text collate "C" not null
typings.id bigint not null identity by default
typings.account_id bigint not null
typings.place text collate "C" not null
typings.work_id bigint
typings.number bigint not null
typings.entries bytea not null
typings.is_open bigint not null
typings.began_at text collate "C" not null
typings.changed_at text collate "C" not null
work_asks.id bigint not null identity by default
work_asks.uid text collate "C" not null
work_asks.work_id bigint not null
work_asks.kind text collate "C" not null
work_asks.role text collate "C" not null
work_asks.to_pen_name_id bigint
work_asks.to_work_id bigint
work_asks.to_words text collate "C" not null
work_asks.to_url text collate "C"
work_asks.state text collate "C" not null
work_asks.asked_by bigint
work_asks.asked_at text collate "C" not null
work_asks.answered_at text collate "C"
work_creators.id bigint not null identity by default
work_creators.work_id bigint not null
work_creators.pen_name_id bigint not null
work_creators.position bigint not null
work_pictures.id bigint not null identity by default
work_pictures.uid text collate "C" not null
work_pictures.work_id bigint not null
work_pictures.source_id bigint not null
work_pictures.position bigint not null
work_pictures.stands text collate "C" not null
work_pictures.state text collate "C" not null
work_pictures.alt text collate "C" not null
work_pictures.is_decoration bigint not null
work_pictures.caption text collate "C" not null
work_pictures.size bigint not null
work_pictures.brought_by bigint
work_pictures.brought_at text collate "C" not null
work_pictures.deleted_at text collate "C"
work_places.id bigint not null identity by default
work_places.work_id bigint not null
work_places.url text collate "C" not null
work_recordings.id bigint not null identity by default
work_recordings.work_id bigint not null
work_recordings.position bigint not null
work_recordings.kind text collate "C" not null
work_recordings.url text collate "C" not null
work_recordings.label text collate "C" not null
work_recordings.lasts text collate "C" not null
work_revisions.id bigint not null identity by default
work_revisions.work_id bigint not null
work_revisions.version bigint not null
work_revisions.fields text collate "C" not null
work_revisions.source bytea not null
work_revisions.source_form text collate "C" not null
work_revisions.by_account bigint
work_revisions.made_at text collate "C" not null
work_tags.id bigint not null identity by default
work_tags.work_id bigint not null
work_tags.tag_id bigint not null
work_tags.position bigint not null
works.id bigint not null identity by default
works.uid text collate "C" not null
works.title text collate "C" not null
works.title_key text collate "C" not null
works.state text collate "C" not null
works.audience text collate "C" not null
works.community_id bigint
works.is_unrevealed bigint not null
works.is_anonymous bigint not null
works.is_adult bigint not null
works.hidden_at text collate "C"
works.deleted_at text collate "C"
works.form text collate "C" not null
works.header text collate "C" not null
works.summary text collate "C" not null
works.preface text collate "C" not null
works.epigraph text collate "C" not null
works.epigraph_by text collate "C" not null
works.notes text collate "C" not null
works.fandom_id bigint
works.timing text collate "C" not null
works.timing_from bigint
works.timing_to bigint
works.timing_confidence bigint
works.link_url text collate "C"
works.words bigint not null
works.goes_up_at text collate "C"
works.posted_at text collate "C"
works.revealed_at text collate "C"
works.version bigint not null
works.once_key text collate "C"
works.created_by bigint
works.created_at text collate "C" not null
works.changed_at text collate "C" not null
works.chapters_posted bigint not null
works.chapters_planned bigint
works.last_chapter_at text collate "C"
works.first_posted_on text collate "C"
works.wishes text collate "C" not null
works.timing_relation text collate "C" not null
works.timing_off bigint
works.timing_statement text collate "C" not null
works.timing_choice text collate "C" not null
works.spoilers_to bigint
works.spoilers_by text collate "C" not null
works.timing_reader bigint not null

accounts CHECK ((length(admin_since) = 24))
accounts CHECK ((length(closed_at) = 24))
accounts CHECK ((length(confirmed_at) = 24))
accounts CHECK ((length(created_at) = 24))
accounts CHECK ((length(vouched_at) = 24))
accounts CHECK ((shows_adult = ANY (ARRAY[(0)::bigint, (1)::bigint])))
accounts FOREIGN KEY (vouched_by) REFERENCES accounts(id)
accounts PRIMARY KEY (id)
accounts UNIQUE (email_key)
accounts UNIQUE (uid)
announcements CHECK ((is_pinned = ANY (ARRAY[(0)::bigint, (1)::bigint])))
announcements CHECK ((length(edited_at) = 24))
announcements CHECK ((length(made_at) = 24))
announcements CHECK ((length(posted_at) = 24))
announcements CHECK ((source_form = ANY (ARRAY['html'::text, 'markdown'::text, 'plain'::text])))
announcements CHECK ((state = ANY (ARRAY['draft'::text, 'posted'::text, 'withdrawn'::text])))
announcements FOREIGN KEY (community_id) REFERENCES communities(id)
announcements FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
announcements PRIMARY KEY (id)
announcements UNIQUE (once_key)
announcements UNIQUE (uid)
banners CHECK ((alt <> ''::text))
banners CHECK ((artist <> ''::text))
banners CHECK ((length(brought_at) = 24))
banners CHECK ((state = ANY (ARRAY['making'::text, 'shown'::text, 'unreadable'::text])))
banners FOREIGN KEY (brought_by) REFERENCES accounts(id)
banners FOREIGN KEY (round_id) REFERENCES rounds(id)
banners FOREIGN KEY (source_id) REFERENCES files(id)
banners PRIMARY KEY (id)
banners UNIQUE (round_id)
bans CHECK ((length(made_at) = 24))
bans FOREIGN KEY (account_id) REFERENCES accounts(id)
bans FOREIGN KEY (community_id) REFERENCES communities(id)
bans FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
bans PRIMARY KEY (id)
bans UNIQUE (community_id, account_id)
canon_aliases FOREIGN KEY (part_id) REFERENCES canon_parts(id) ON DELETE CASCADE
canon_aliases PRIMARY KEY (id)
canon_parts FOREIGN KEY (fandom_id) REFERENCES fandoms(id)
canon_parts FOREIGN KEY (parent_id) REFERENCES canon_parts(id)
canon_parts PRIMARY KEY (id)
canon_parts UNIQUE (fandom_id, code)
canon_parts UNIQUE (uid)
canon_seen FOREIGN KEY (account_id) REFERENCES accounts(id)
canon_seen FOREIGN KEY (fandom_id) REFERENCES fandoms(id)
canon_seen FOREIGN KEY (part_id) REFERENCES canon_parts(id)
canon_seen PRIMARY KEY (id)
canon_seen UNIQUE (account_id, fandom_id)
changes CHECK ((length(at) = 24))
changes PRIMARY KEY (seq)
chapter_revisions CHECK ((length(made_at) = 24))
chapter_revisions CHECK ((source_form = ANY (ARRAY['html'::text, 'markdown'::text, 'plain'::text])))
chapter_revisions FOREIGN KEY (by_account) REFERENCES accounts(id)
chapter_revisions FOREIGN KEY (chapter_id) REFERENCES chapters(id) ON DELETE CASCADE
chapter_revisions PRIMARY KEY (id)
chapter_revisions UNIQUE (chapter_id, version)
chapters CHECK ((came_with_work = ANY (ARRAY[(0)::bigint, (1)::bigint])))
chapters CHECK ((length(changed_at) = 24))
chapters CHECK ((length(created_at) = 24))
chapters CHECK ((length(deleted_at) = 24))
chapters CHECK ((length(posted_at) = 24))
chapters CHECK ((source_form = ANY (ARRAY['html'::text, 'markdown'::text, 'plain'::text])))
chapters CHECK ((state = ANY (ARRAY['draft'::text, 'posted'::text, 'withdrawn'::text])))
chapters CHECK ((words >= 0))
chapters FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
chapters PRIMARY KEY (id)
chapters UNIQUE (once_key)
chapters UNIQUE (uid)
claim_key_links CHECK ((length(made_at) = 24))
claim_key_links FOREIGN KEY (key_id) REFERENCES claim_keys(id)
claim_key_links PRIMARY KEY (id)
claim_key_links UNIQUE (token_hash)
claim_keys CHECK ((asked_by = ANY (ARRAY['mod'::text, 'guest'::text])))
claim_keys CHECK ((email <> ''::text))
claim_keys CHECK ((length(confirmed_at) = 24))
claim_keys CHECK ((length(made_at) = 24))
claim_keys FOREIGN KEY (claim_id) REFERENCES claims(id)
claim_keys FOREIGN KEY (made_by) REFERENCES accounts(id)
claim_keys PRIMARY KEY (id)
claim_keys UNIQUE (claim_id)
claim_turns CHECK ((by_whom = ANY (ARRAY['holder'::text, 'mod'::text, 'clock'::text])))
claim_turns CHECK ((length(counts_at) = 24))
claim_turns CHECK ((length(made_at) = 24))
claim_turns FOREIGN KEY (by_account) REFERENCES accounts(id)
claim_turns FOREIGN KEY (claim_id) REFERENCES claims(id)
claim_turns FOREIGN KEY (from_day_id) REFERENCES days(id)
claim_turns FOREIGN KEY (to_day_id) REFERENCES days(id)
claim_turns PRIMARY KEY (id)
claims CHECK ((has_stand_in = ANY (ARRAY[(0)::bigint, (1)::bigint])))
claims CHECK ((length(changed_at) = 24))
claims CHECK ((length(ends_at) = 24))
claims CHECK ((length(grace_at) = 24))
claims CHECK ((length(made_at) = 24))
claims CHECK ((length(round_at) = 24))
claims CHECK ((length(starts_at) = 24))
claims CHECK ((main_life = ANY (ARRAY['none'::text, 'scheduled'::text, 'up'::text])))
claims CHECK ((part_life = ANY (ARRAY['none'::text, 'scheduled'::text, 'up'::text])))
claims CHECK ((place >= 1))
claims CHECK ((said_later = ANY (ARRAY[(0)::bigint, (1)::bigint])))
claims CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'held'::text, 'later'::text, 'kept'::text, 'given-back'::text, 'taken-over'::text, 'closed'::text])))
claims FOREIGN KEY (day_id) REFERENCES days(id)
claims FOREIGN KEY (made_by) REFERENCES accounts(id)
claims FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
claims FOREIGN KEY (round_id) REFERENCES rounds(id)
claims PRIMARY KEY (id)
claims UNIQUE (day_id, place)
claims UNIQUE (uid)
communities CHECK ((joining = ANY (ARRAY['open'::text, 'approval'::text, 'invitation'::text])))
communities CHECK ((length(created_at) = 24))
communities CHECK ((posting = ANY (ARRAY['members'::text, 'approved'::text, 'mods'::text])))
communities FOREIGN KEY (founded_by) REFERENCES accounts(id)
communities PRIMARY KEY (id)
communities UNIQUE (slug)
communities UNIQUE (uid)
community_invitations CHECK ((length(expires_at) = 24))
community_invitations CHECK ((length(made_at) = 24))
community_invitations CHECK ((length(used_at) = 24))
community_invitations FOREIGN KEY (community_id) REFERENCES communities(id)
community_invitations FOREIGN KEY (made_by) REFERENCES accounts(id)
community_invitations FOREIGN KEY (used_by) REFERENCES accounts(id)
community_invitations PRIMARY KEY (id)
community_invitations UNIQUE (token_hash)
corrections CHECK ((length(made_at) = 24))
corrections CHECK ((length(put_back_at) = 24))
corrections FOREIGN KEY (made_by) REFERENCES accounts(id)
corrections FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
corrections PRIMARY KEY (id)
corrections UNIQUE (work_id, version)
days CHECK (((places >= 0) AND (places <= 1000)))
days CHECK ((kind = ANY (ARRAY['open'::text, 'free'::text, 'closed'::text])))
days CHECK ((length(on_day) = 10))
days FOREIGN KEY (round_id) REFERENCES rounds(id)
days PRIMARY KEY (id)
days UNIQUE (round_id, on_day)
days UNIQUE (uid)
fandoms CHECK ((length(created_at) = 24))
fandoms PRIMARY KEY (id)
fandoms UNIQUE (name_key)
fandoms UNIQUE (slug)
fandoms UNIQUE (uid)
files CHECK ((height > 0))
files CHECK ((length(created_at) = 24))
files CHECK ((width > 0))
files FOREIGN KEY (made_of) REFERENCES files(id)
files PRIMARY KEY (id)
files UNIQUE (uid)
header_templates CHECK ((length(changed_at) = 24))
header_templates CHECK ((version > 0))
header_templates FOREIGN KEY (changed_by) REFERENCES accounts(id)
header_templates FOREIGN KEY (community_id) REFERENCES communities(id)
header_templates FOREIGN KEY (fandom_id) REFERENCES fandoms(id)
header_templates PRIMARY KEY (id)
header_templates UNIQUE (community_id)
jobs CHECK ((length(created_at) = 24))
jobs CHECK ((length(failed_at) = 24))
jobs CHECK ((length(lease_until) = 24))
jobs CHECK ((length(run_at) = 24))
jobs PRIMARY KEY (id)
jobs UNIQUE (once_key)
join_requests CHECK ((length(answered_at) = 24))
join_requests CHECK ((length(asked_at) = 24))
join_requests CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text])))
join_requests FOREIGN KEY (account_id) REFERENCES accounts(id)
join_requests FOREIGN KEY (community_id) REFERENCES communities(id)
join_requests PRIMARY KEY (id)
join_requests UNIQUE (community_id, account_id)
leavings CHECK ((length(erased_at) = 24))
leavings CHECK ((length(left_at) = 24))
leavings CHECK ((works = ANY (ARRAY['deleted'::text, 'named'::text, 'nameless'::text])))
leavings FOREIGN KEY (account_id) REFERENCES accounts(id)
leavings PRIMARY KEY (id)
leavings UNIQUE (account_id)
letter_threads CHECK ((length(begun_at) = 24))
letter_threads CHECK ((length(last_at) = 24))
letter_threads CHECK ((waits_for_mods = ANY (ARRAY[(0)::bigint, (1)::bigint])))
letter_threads FOREIGN KEY (account_id) REFERENCES accounts(id)
letter_threads FOREIGN KEY (community_id) REFERENCES communities(id)
letter_threads FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
letter_threads PRIMARY KEY (id)
letters CHECK ((length(written_at) = 24))
letters CHECK ((side = ANY (ARRAY['person'::text, 'mods'::text])))
letters FOREIGN KEY (account_id) REFERENCES accounts(id)
letters FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
letters FOREIGN KEY (thread_id) REFERENCES letter_threads(id)
letters PRIMARY KEY (id)
letters UNIQUE (once_key)
mail_stops CHECK ((length(stopped_at) = 24))
mail_stops FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
mail_stops PRIMARY KEY (id)
mail_stops UNIQUE (account_id, topic)
mailed_links CHECK ((length(expires_at) = 24))
mailed_links CHECK ((length(made_at) = 24))
mailed_links CHECK ((length(used_at) = 24))
mailed_links CHECK ((purpose = ANY (ARRAY['confirm'::text, 'sign-in'::text, 'reset'::text, 'new-address'::text])))
mailed_links FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
mailed_links PRIMARY KEY (id)
mailed_links UNIQUE (token_hash)
mails CHECK ((length(given_up_at) = 24))
mails CHECK ((length(lease_until) = 24))
mails CHECK ((length(made_at) = 24))
mails CHECK ((length(next_at) = 24))
mails CHECK ((length(sent_at) = 24))
mails FOREIGN KEY (account_id) REFERENCES accounts(id)
mails PRIMARY KEY (id)
mails UNIQUE (once_key)
member_turns CHECK ((length(made_at) = 24))
member_turns CHECK ((what = ANY (ARRAY['joined'::text, 'left'::text, 'removed'::text, 'banned'::text, 'ban-lifted'::text, 'made-mod'::text, 'unmade-mod'::text, 'asked'::text, 'accepted'::text, 'declined'::text, 'approved'::text, 'unapproved'::text])))
member_turns FOREIGN KEY (account_id) REFERENCES accounts(id)
member_turns FOREIGN KEY (by_account) REFERENCES accounts(id)
member_turns FOREIGN KEY (community_id) REFERENCES communities(id)
member_turns FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
member_turns PRIMARY KEY (id)
memberships CHECK ((is_approved = ANY (ARRAY[(0)::bigint, (1)::bigint])))
memberships CHECK ((length(joined_at) = 24))
memberships CHECK ((role = ANY (ARRAY['member'::text, 'mod'::text])))
memberships FOREIGN KEY (account_id) REFERENCES accounts(id)
memberships FOREIGN KEY (community_id) REFERENCES communities(id)
memberships FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
memberships PRIMARY KEY (id)
memberships UNIQUE (community_id, account_id)
name_links CHECK ((length(expires_at) = 24))
name_links CHECK ((length(made_at) = 24))
name_links CHECK ((length(used_at) = 24))
name_links FOREIGN KEY (community_id) REFERENCES communities(id)
name_links FOREIGN KEY (made_by) REFERENCES accounts(id)
name_links FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
name_links FOREIGN KEY (used_by) REFERENCES accounts(id)
name_links PRIMARY KEY (id)
name_links UNIQUE (token_hash)
one_time_links CHECK ((length(expires_at) = 24))
one_time_links CHECK ((length(made_at) = 24))
one_time_links CHECK ((length(used_at) = 24))
one_time_links CHECK ((purpose = ANY (ARRAY['set-up'::text, 'join'::text])))
one_time_links FOREIGN KEY (made_by) REFERENCES accounts(id)
one_time_links FOREIGN KEY (used_by) REFERENCES accounts(id)
one_time_links PRIMARY KEY (id)
one_time_links UNIQUE (token_hash)
pen_names CHECK ((is_first = ANY (ARRAY[(0)::bigint, (1)::bigint])))
pen_names CHECK ((length(created_at) = 24))
pen_names CHECK ((length(left_at) = 24))
pen_names CHECK ((length(retired_at) = 24))
pen_names FOREIGN KEY (account_id) REFERENCES accounts(id)
pen_names FOREIGN KEY (stands_for) REFERENCES pen_names(id)
pen_names PRIMARY KEY (id)
pen_names UNIQUE (name_key)
pen_names UNIQUE (uid)
pieces CHECK ((by_key = ANY (ARRAY[(0)::bigint, (1)::bigint])))
pieces CHECK ((length(came_on) = 10))
pieces CHECK ((length(handed_in_at) = 24))
pieces CHECK ((role = ANY (ARRAY['main'::text, 'part'::text, 'stand-in'::text, 'extra'::text])))
pieces FOREIGN KEY (answers_claim_id) REFERENCES claims(id)
pieces FOREIGN KEY (claim_id) REFERENCES claims(id)
pieces FOREIGN KEY (day_id) REFERENCES days(id)
pieces FOREIGN KEY (made_by) REFERENCES accounts(id)
pieces FOREIGN KEY (round_id) REFERENCES rounds(id)
pieces FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
pieces PRIMARY KEY (id)
pieces UNIQUE (work_id)
refused_addresses CHECK ((length(refused_at) = 24))
refused_addresses PRIMARY KEY (id)
refused_addresses UNIQUE (address_hash)
rounds CHECK (((days_per_person >= 1) AND (days_per_person <= 366)))
rounds CHECK (((grace_days >= 0) AND (grace_days <= 14)))
rounds CHECK ((after_round = ANY (ARRAY['always'::text, 'until-next'::text, 'ask-mods'::text])))
rounds CHECK ((allows_early = ANY (ARRAY[(0)::bigint, (1)::bigint])))
rounds CHECK ((later_rule = ANY (ARRAY['waits'::text, 'at-once'::text])))
rounds CHECK ((length(claims_open_at) = 24))
rounds CHECK ((length(created_at) = 24))
rounds CHECK ((length(deleted_at) = 24))
rounds CHECK ((length(opened_at) = 24))
rounds CHECK ((midnight = ANY (ARRAY['poster'::text, 'round'::text, 'everywhere'::text])))
rounds FOREIGN KEY (community_id) REFERENCES communities(id)
rounds FOREIGN KEY (created_by) REFERENCES accounts(id)
rounds FOREIGN KEY (deleted_by) REFERENCES accounts(id)
rounds PRIMARY KEY (id)
rounds UNIQUE (community_id, slug)
rounds UNIQUE (uid)
rulings CHECK ((kind = ANY (ARRAY['hidden'::text, 'not-counted'::text])))
rulings CHECK ((length(lifted_at) = 24))
rulings CHECK ((length(made_at) = 24))
rulings CHECK ((was_role = ANY (ARRAY['main'::text, 'part'::text, 'stand-in'::text, 'extra'::text])))
rulings FOREIGN KEY (lifted_by) REFERENCES accounts(id)
rulings FOREIGN KEY (made_by) REFERENCES accounts(id)
rulings FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
rulings PRIMARY KEY (id)
series CHECK ((length(changed_at) = 24))
series CHECK ((length(created_at) = 24))
series CHECK ((length(deleted_at) = 24))
series FOREIGN KEY (pen_name_id) REFERENCES pen_names(id) ON DELETE CASCADE
series PRIMARY KEY (id)
series UNIQUE (uid)
series_works FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE CASCADE
series_works FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
series_works PRIMARY KEY (id)
series_works UNIQUE (series_id, work_id)
sessions CHECK ((length(created_at) = 24))
sessions CHECK ((length(expires_at) = 24))
sessions CHECK ((length(seen_at) = 24))
sessions FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
sessions PRIMARY KEY (id)
sessions UNIQUE (token_hash)
settings CHECK ((length(changed_at) = 24))
settings PRIMARY KEY (name)
tags CHECK ((kind = ANY (ARRAY['character'::text, 'pairing'::text, 'free'::text, 'rating'::text, 'warning'::text])))
tags PRIMARY KEY (id)
tags UNIQUE (kind, name_key)
tags UNIQUE (uid)
typings CHECK ((is_open = ANY (ARRAY[(0)::bigint, (1)::bigint])))
typings CHECK ((length(began_at) = 24))
typings CHECK ((length(changed_at) = 24))
typings CHECK ((number > 0))
typings FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
typings FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
typings PRIMARY KEY (id)
typings UNIQUE (account_id, place, number)
work_asks CHECK (((state = 'plain'::text) = ((to_pen_name_id IS NULL) AND (to_work_id IS NULL))))
work_asks CHECK ((kind = ANY (ARRAY['co-author'::text, 'credit'::text, 'gift'::text, 'inspired-by'::text, 'remix'::text, 'translation'::text, 'podfic'::text])))
work_asks CHECK ((length(answered_at) = 24))
work_asks CHECK ((length(asked_at) = 24))
work_asks CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'declined'::text, 'plain'::text, 'stepped-out'::text])))
work_asks FOREIGN KEY (asked_by) REFERENCES accounts(id)
work_asks FOREIGN KEY (to_pen_name_id) REFERENCES pen_names(id) ON DELETE CASCADE
work_asks FOREIGN KEY (to_work_id) REFERENCES works(id) ON DELETE CASCADE
work_asks FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_asks PRIMARY KEY (id)
work_asks UNIQUE (uid)
work_asks UNIQUE (work_id, kind, to_pen_name_id)
work_asks UNIQUE (work_id, kind, to_work_id)
work_creators FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
work_creators FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_creators PRIMARY KEY (id)
work_creators UNIQUE (work_id, pen_name_id)
work_pictures CHECK ((is_decoration = ANY (ARRAY[(0)::bigint, (1)::bigint])))
work_pictures CHECK ((length(brought_at) = 24))
work_pictures CHECK ((length(deleted_at) = 24))
work_pictures CHECK ((size >= 0))
work_pictures CHECK ((stands = ANY (ARRAY['before'::text, 'inside'::text])))
work_pictures CHECK ((state = ANY (ARRAY['making'::text, 'shown'::text, 'unreadable'::text])))
work_pictures FOREIGN KEY (brought_by) REFERENCES accounts(id)
work_pictures FOREIGN KEY (source_id) REFERENCES files(id)
work_pictures FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_pictures PRIMARY KEY (id)
work_pictures UNIQUE (source_id)
work_pictures UNIQUE (uid)
work_places FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_places PRIMARY KEY (id)
work_recordings CHECK ((kind = ANY (ARRAY['audio'::text, 'video'::text])))
work_recordings FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_recordings PRIMARY KEY (id)
work_revisions CHECK ((length(made_at) = 24))
work_revisions CHECK ((source_form = ANY (ARRAY['html'::text, 'markdown'::text, 'plain'::text])))
work_revisions FOREIGN KEY (by_account) REFERENCES accounts(id)
work_revisions FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_revisions PRIMARY KEY (id)
work_revisions UNIQUE (work_id, version)
work_tags FOREIGN KEY (tag_id) REFERENCES tags(id)
work_tags FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE
work_tags PRIMARY KEY (id)
work_tags UNIQUE (work_id, tag_id)
works CHECK (((timing_confidence >= 0) AND (timing_confidence <= 100)))
works CHECK ((audience = ANY (ARRAY['everyone'::text, 'members'::text])))
works CHECK ((chapters_planned > 0))
works CHECK ((is_adult = ANY (ARRAY[(0)::bigint, (1)::bigint])))
works CHECK ((is_anonymous = ANY (ARRAY[(0)::bigint, (1)::bigint])))
works CHECK ((is_unrevealed = ANY (ARRAY[(0)::bigint, (1)::bigint])))
works CHECK ((length(changed_at) = 24))
works CHECK ((length(created_at) = 24))
works CHECK ((length(deleted_at) = 24))
works CHECK ((length(first_posted_on) = 10))
works CHECK ((length(goes_up_at) = 24))
works CHECK ((length(hidden_at) = 24))
works CHECK ((length(last_chapter_at) = 24))
works CHECK ((length(posted_at) = 24))
works CHECK ((length(revealed_at) = 24))
works CHECK ((spoilers_by = ANY (ARRAY[''::text, 'said'::text, 'setting'::text])))
works CHECK ((state = ANY (ARRAY['draft'::text, 'scheduled'::text, 'posted'::text, 'withdrawn'::text])))
works CHECK ((timing_relation = ANY (ARRAY['before'::text, 'during'::text, 'after'::text, 'between'::text])))
works CHECK ((words >= 0))
works FOREIGN KEY (community_id) REFERENCES communities(id)
works FOREIGN KEY (created_by) REFERENCES accounts(id)
works FOREIGN KEY (fandom_id) REFERENCES fandoms(id)
works PRIMARY KEY (id)
works UNIQUE (once_key)
works UNIQUE (uid)

CREATE UNIQUE INDEX accounts_email_key_key ON accounts USING btree (email_key)
CREATE UNIQUE INDEX accounts_pkey ON accounts USING btree (id)
CREATE UNIQUE INDEX accounts_uid_key ON accounts USING btree (uid)
CREATE INDEX accounts_unconfirmed ON accounts USING btree (unconfirmed_key)
CREATE INDEX announcements_community ON announcements USING btree (community_id, posted_at)
CREATE UNIQUE INDEX announcements_once_key_key ON announcements USING btree (once_key)
CREATE UNIQUE INDEX announcements_pkey ON announcements USING btree (id)
CREATE UNIQUE INDEX announcements_uid_key ON announcements USING btree (uid)
CREATE UNIQUE INDEX banners_pkey ON banners USING btree (id)
CREATE UNIQUE INDEX banners_round_id_key ON banners USING btree (round_id)
CREATE INDEX banners_source ON banners USING btree (source_id)
CREATE UNIQUE INDEX bans_community_id_account_id_key ON bans USING btree (community_id, account_id)
CREATE UNIQUE INDEX bans_pkey ON bans USING btree (id)
CREATE INDEX canon_aliases_part ON canon_aliases USING btree (part_id)
CREATE UNIQUE INDEX canon_aliases_pkey ON canon_aliases USING btree (id)
CREATE UNIQUE INDEX canon_parts_fandom_id_code_key ON canon_parts USING btree (fandom_id, code)
CREATE UNIQUE INDEX canon_parts_pkey ON canon_parts USING btree (id)
CREATE INDEX canon_parts_position ON canon_parts USING btree (fandom_id, "position")
CREATE UNIQUE INDEX canon_parts_uid_key ON canon_parts USING btree (uid)
CREATE UNIQUE INDEX canon_seen_account_id_fandom_id_key ON canon_seen USING btree (account_id, fandom_id)
CREATE INDEX canon_seen_fandom ON canon_seen USING btree (fandom_id)
CREATE INDEX canon_seen_part ON canon_seen USING btree (part_id)
CREATE UNIQUE INDEX canon_seen_pkey ON canon_seen USING btree (id)
CREATE UNIQUE INDEX changes_pkey ON changes USING btree (seq)
CREATE UNIQUE INDEX chapter_revisions_chapter_id_version_key ON chapter_revisions USING btree (chapter_id, version)
CREATE UNIQUE INDEX chapter_revisions_pkey ON chapter_revisions USING btree (id)
CREATE UNIQUE INDEX chapters_came_with_work ON chapters USING btree (work_id) WHERE (came_with_work = 1)
CREATE INDEX chapters_deleted ON chapters USING btree (deleted_at) WHERE (deleted_at IS NOT NULL)
CREATE UNIQUE INDEX chapters_once_key_key ON chapters USING btree (once_key)
CREATE UNIQUE INDEX chapters_pkey ON chapters USING btree (id)
CREATE INDEX chapters_sanitiser ON chapters USING btree (sanitiser_version)
CREATE UNIQUE INDEX chapters_uid_key ON chapters USING btree (uid)
CREATE INDEX chapters_work ON chapters USING btree (work_id, "position")
CREATE INDEX claim_key_links_key ON claim_key_links USING btree (key_id)
CREATE UNIQUE INDEX claim_key_links_pkey ON claim_key_links USING btree (id)
CREATE UNIQUE INDEX claim_key_links_token_hash_key ON claim_key_links USING btree (token_hash)
CREATE UNIQUE INDEX claim_keys_claim_id_key ON claim_keys USING btree (claim_id)
CREATE UNIQUE INDEX claim_keys_pkey ON claim_keys USING btree (id)
CREATE INDEX claim_keys_unconfirmed ON claim_keys USING btree (made_at) WHERE ((asked_by = 'guest'::text) AND (confirmed_at IS NULL))
CREATE INDEX claim_turns_claim ON claim_turns USING btree (claim_id)
CREATE UNIQUE INDEX claim_turns_pkey ON claim_turns USING btree (id)
CREATE UNIQUE INDEX claims_day_id_place_key ON claims USING btree (day_id, place)
CREATE INDEX claims_due ON claims USING btree (state, grace_at)
CREATE UNIQUE INDEX claims_one_each ON claims USING btree (day_id, pen_name_id) WHERE (place IS NOT NULL)
CREATE INDEX claims_pen_name ON claims USING btree (pen_name_id)
CREATE UNIQUE INDEX claims_pkey ON claims USING btree (id)
CREATE INDEX claims_round ON claims USING btree (round_id, state)
CREATE UNIQUE INDEX claims_uid_key ON claims USING btree (uid)
CREATE UNIQUE INDEX communities_pkey ON communities USING btree (id)
CREATE UNIQUE INDEX communities_slug_key ON communities USING btree (slug)
CREATE UNIQUE INDEX communities_uid_key ON communities USING btree (uid)
CREATE UNIQUE INDEX community_invitations_pkey ON community_invitations USING btree (id)
CREATE UNIQUE INDEX community_invitations_token_hash_key ON community_invitations USING btree (token_hash)
CREATE UNIQUE INDEX corrections_pkey ON corrections USING btree (id)
CREATE UNIQUE INDEX corrections_work_id_version_key ON corrections USING btree (work_id, version)
CREATE UNIQUE INDEX days_pkey ON days USING btree (id)
CREATE UNIQUE INDEX days_round_id_on_day_key ON days USING btree (round_id, on_day)
CREATE UNIQUE INDEX days_uid_key ON days USING btree (uid)
CREATE UNIQUE INDEX fandoms_name_key_key ON fandoms USING btree (name_key)
CREATE UNIQUE INDEX fandoms_pkey ON fandoms USING btree (id)
CREATE UNIQUE INDEX fandoms_slug_key ON fandoms USING btree (slug)
CREATE UNIQUE INDEX fandoms_uid_key ON fandoms USING btree (uid)
CREATE INDEX files_made_of ON files USING btree (made_of)
CREATE UNIQUE INDEX files_pkey ON files USING btree (id)
CREATE UNIQUE INDEX files_uid_key ON files USING btree (uid)
CREATE UNIQUE INDEX header_templates_community_id_key ON header_templates USING btree (community_id)
CREATE UNIQUE INDEX header_templates_pkey ON header_templates USING btree (id)
CREATE INDEX jobs_due ON jobs USING btree (run_at) WHERE (failed_at IS NULL)
CREATE UNIQUE INDEX jobs_once_key_key ON jobs USING btree (once_key)
CREATE UNIQUE INDEX jobs_pkey ON jobs USING btree (id)
CREATE UNIQUE INDEX join_requests_community_id_account_id_key ON join_requests USING btree (community_id, account_id)
CREATE UNIQUE INDEX join_requests_pkey ON join_requests USING btree (id)
CREATE UNIQUE INDEX leavings_account_id_key ON leavings USING btree (account_id)
CREATE INDEX leavings_due ON leavings USING btree (left_at) WHERE (erased_at IS NULL)
CREATE UNIQUE INDEX leavings_pkey ON leavings USING btree (id)
CREATE INDEX letter_threads_account ON letter_threads USING btree (account_id)
CREATE INDEX letter_threads_community ON letter_threads USING btree (community_id, last_at)
CREATE UNIQUE INDEX letter_threads_pkey ON letter_threads USING btree (id)
CREATE UNIQUE INDEX letters_once_key_key ON letters USING btree (once_key)
CREATE UNIQUE INDEX letters_pkey ON letters USING btree (id)
CREATE INDEX letters_thread ON letters USING btree (thread_id, id)
CREATE UNIQUE INDEX mail_stops_account_id_topic_key ON mail_stops USING btree (account_id, topic)
CREATE UNIQUE INDEX mail_stops_pkey ON mail_stops USING btree (id)
CREATE INDEX mailed_links_account ON mailed_links USING btree (account_id)
CREATE UNIQUE INDEX mailed_links_pkey ON mailed_links USING btree (id)
CREATE UNIQUE INDEX mailed_links_token_hash_key ON mailed_links USING btree (token_hash)
CREATE UNIQUE INDEX mails_once_key_key ON mails USING btree (once_key)
CREATE UNIQUE INDEX mails_pkey ON mails USING btree (id)
CREATE INDEX mails_waiting ON mails USING btree (next_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL))
CREATE INDEX member_turns_community ON member_turns USING btree (community_id, id)
CREATE UNIQUE INDEX member_turns_pkey ON member_turns USING btree (id)
CREATE INDEX memberships_account ON memberships USING btree (account_id)
CREATE UNIQUE INDEX memberships_community_id_account_id_key ON memberships USING btree (community_id, account_id)
CREATE UNIQUE INDEX memberships_pkey ON memberships USING btree (id)
CREATE INDEX name_links_name ON name_links USING btree (pen_name_id)
CREATE UNIQUE INDEX name_links_pkey ON name_links USING btree (id)
CREATE UNIQUE INDEX name_links_token_hash_key ON name_links USING btree (token_hash)
CREATE UNIQUE INDEX one_time_links_pkey ON one_time_links USING btree (id)
CREATE UNIQUE INDEX one_time_links_token_hash_key ON one_time_links USING btree (token_hash)
CREATE INDEX pen_names_account ON pen_names USING btree (account_id)
CREATE UNIQUE INDEX pen_names_first ON pen_names USING btree (account_id) WHERE (is_first = 1)
CREATE UNIQUE INDEX pen_names_name_key_key ON pen_names USING btree (name_key)
CREATE UNIQUE INDEX pen_names_pkey ON pen_names USING btree (id)
CREATE INDEX pen_names_stands_for ON pen_names USING btree (stands_for)
CREATE UNIQUE INDEX pen_names_uid_key ON pen_names USING btree (uid)
CREATE INDEX pieces_answers ON pieces USING btree (answers_claim_id)
CREATE INDEX pieces_claim ON pieces USING btree (claim_id)
CREATE UNIQUE INDEX pieces_pkey ON pieces USING btree (id)
CREATE INDEX pieces_round ON pieces USING btree (round_id, day_id)
CREATE UNIQUE INDEX pieces_work_id_key ON pieces USING btree (work_id)
CREATE UNIQUE INDEX refused_addresses_address_hash_key ON refused_addresses USING btree (address_hash)
CREATE UNIQUE INDEX refused_addresses_pkey ON refused_addresses USING btree (id)
CREATE UNIQUE INDEX rounds_community_id_slug_key ON rounds USING btree (community_id, slug)
CREATE UNIQUE INDEX rounds_pkey ON rounds USING btree (id)
CREATE UNIQUE INDEX rounds_uid_key ON rounds USING btree (uid)
CREATE UNIQUE INDEX rulings_open ON rulings USING btree (work_id, kind) WHERE (lifted_at IS NULL)
CREATE UNIQUE INDEX rulings_pkey ON rulings USING btree (id)
CREATE INDEX rulings_work ON rulings USING btree (work_id)
CREATE INDEX series_name ON series USING btree (pen_name_id)
CREATE UNIQUE INDEX series_pkey ON series USING btree (id)
CREATE UNIQUE INDEX series_uid_key ON series USING btree (uid)
CREATE UNIQUE INDEX series_works_pkey ON series_works USING btree (id)
CREATE UNIQUE INDEX series_works_series_id_work_id_key ON series_works USING btree (series_id, work_id)
CREATE INDEX series_works_work ON series_works USING btree (work_id)
CREATE INDEX sessions_account ON sessions USING btree (account_id)
CREATE INDEX sessions_expiry ON sessions USING btree (expires_at)
CREATE UNIQUE INDEX sessions_pkey ON sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_hash_key ON sessions USING btree (token_hash)
CREATE UNIQUE INDEX settings_pkey ON settings USING btree (name)
CREATE UNIQUE INDEX tags_kind_name_key_key ON tags USING btree (kind, name_key)
CREATE UNIQUE INDEX tags_pkey ON tags USING btree (id)
CREATE UNIQUE INDEX tags_uid_key ON tags USING btree (uid)
CREATE UNIQUE INDEX typings_account_id_place_number_key ON typings USING btree (account_id, place, number)
CREATE UNIQUE INDEX typings_open ON typings USING btree (account_id, place) WHERE (is_open = 1)
CREATE UNIQUE INDEX typings_pkey ON typings USING btree (id)
CREATE INDEX typings_work ON typings USING btree (work_id)
CREATE INDEX work_asks_name ON work_asks USING btree (to_pen_name_id)
CREATE UNIQUE INDEX work_asks_pkey ON work_asks USING btree (id)
CREATE UNIQUE INDEX work_asks_uid_key ON work_asks USING btree (uid)
CREATE INDEX work_asks_work ON work_asks USING btree (to_work_id)
CREATE UNIQUE INDEX work_asks_work_id_kind_to_pen_name_id_key ON work_asks USING btree (work_id, kind, to_pen_name_id)
CREATE UNIQUE INDEX work_asks_work_id_kind_to_work_id_key ON work_asks USING btree (work_id, kind, to_work_id)
CREATE INDEX work_creators_name ON work_creators USING btree (pen_name_id)
CREATE UNIQUE INDEX work_creators_pkey ON work_creators USING btree (id)
CREATE UNIQUE INDEX work_creators_work_id_pen_name_id_key ON work_creators USING btree (work_id, pen_name_id)
CREATE INDEX work_pictures_brought_by ON work_pictures USING btree (brought_by)
CREATE UNIQUE INDEX work_pictures_pkey ON work_pictures USING btree (id)
CREATE UNIQUE INDEX work_pictures_source_id_key ON work_pictures USING btree (source_id)
CREATE UNIQUE INDEX work_pictures_uid_key ON work_pictures USING btree (uid)
CREATE INDEX work_pictures_work ON work_pictures USING btree (work_id)
CREATE UNIQUE INDEX work_places_pkey ON work_places USING btree (id)
CREATE INDEX work_places_work ON work_places USING btree (work_id)
CREATE UNIQUE INDEX work_recordings_pkey ON work_recordings USING btree (id)
CREATE INDEX work_recordings_work ON work_recordings USING btree (work_id)
CREATE UNIQUE INDEX work_revisions_pkey ON work_revisions USING btree (id)
CREATE UNIQUE INDEX work_revisions_work_id_version_key ON work_revisions USING btree (work_id, version)
CREATE UNIQUE INDEX work_tags_pkey ON work_tags USING btree (id)
CREATE INDEX work_tags_tag ON work_tags USING btree (tag_id)
CREATE UNIQUE INDEX work_tags_work_id_tag_id_key ON work_tags USING btree (work_id, tag_id)
CREATE INDEX works_community ON works USING btree (community_id, revealed_at)
CREATE INDEX works_due ON works USING btree (goes_up_at) WHERE (state = 'scheduled'::text)
CREATE UNIQUE INDEX works_once_key_key ON works USING btree (once_key)
CREATE UNIQUE INDEX works_pkey ON works USING btree (id)
CREATE INDEX works_revealed ON works USING btree (revealed_at)
CREATE INDEX works_timing ON works USING btree (fandom_id, timing_from)
CREATE INDEX works_timing_reader ON works USING btree (timing_reader)
CREATE UNIQUE INDEX works_uid_key ON works USING btree (uid)

accounts.id bigint not null identity by default
accounts.uid text collate "C" not null
accounts.email text collate "C" not null
accounts.email_key text collate "C" not null
accounts.password_hash text collate "C"
accounts.time_zone text collate "C"
accounts.admin_since text collate "C"
accounts.created_at text collate "C" not null
accounts.closed_at text collate "C"
changes.seq bigint not null identity by default
changes.at text collate "C" not null
changes.name text collate "C" not null
changes.data text collate "C" not null
changes.touched text collate "C" not null
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
communities.id bigint not null identity by default
communities.uid text collate "C" not null
communities.slug text collate "C" not null
communities.name text collate "C" not null
communities.about text collate "C" not null
communities.time_zone text collate "C" not null
communities.founded_by bigint not null
communities.created_at text collate "C" not null
days.id bigint not null identity by default
days.uid text collate "C" not null
days.round_id bigint not null
days.on_day text collate "C" not null
days.kind text collate "C" not null
days.places bigint not null
days.note text collate "C" not null
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
mails.id bigint not null identity by default
mails.account_id bigint
mails.kind text collate "C" not null
mails.subject text collate "C" not null
mails.body text collate "C" not null
mails.once_key text collate "C"
mails.made_at text collate "C" not null
mails.sent_at text collate "C"
memberships.id bigint not null identity by default
memberships.community_id bigint not null
memberships.account_id bigint not null
memberships.pen_name_id bigint not null
memberships.role text collate "C" not null
memberships.joined_at text collate "C" not null
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
sessions.id bigint not null identity by default
sessions.account_id bigint not null
sessions.token_hash text collate "C" not null
sessions.device text collate "C" not null
sessions.created_at text collate "C" not null
sessions.seen_at text collate "C" not null
sessions.expires_at text collate "C" not null
settings.name text collate "C" not null
settings.value text collate "C" not null
settings.changed_at text collate "C" not null

accounts CHECK ((length(admin_since) = 24))
accounts CHECK ((length(closed_at) = 24))
accounts CHECK ((length(created_at) = 24))
accounts PRIMARY KEY (id)
accounts UNIQUE (email_key)
accounts UNIQUE (uid)
changes CHECK ((length(at) = 24))
changes PRIMARY KEY (seq)
claim_turns CHECK ((by_whom = ANY (ARRAY['holder'::text, 'mod'::text, 'clock'::text])))
claim_turns CHECK ((length(counts_at) = 24))
claim_turns CHECK ((length(made_at) = 24))
claim_turns FOREIGN KEY (by_account) REFERENCES accounts(id)
claim_turns FOREIGN KEY (claim_id) REFERENCES claims(id)
claim_turns FOREIGN KEY (from_day_id) REFERENCES days(id)
claim_turns FOREIGN KEY (to_day_id) REFERENCES days(id)
claim_turns PRIMARY KEY (id)
claims CHECK ((length(changed_at) = 24))
claims CHECK ((length(ends_at) = 24))
claims CHECK ((length(grace_at) = 24))
claims CHECK ((length(made_at) = 24))
claims CHECK ((length(round_at) = 24))
claims CHECK ((length(starts_at) = 24))
claims CHECK ((place >= 1))
claims CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text, 'held'::text, 'later'::text, 'kept'::text, 'given-back'::text, 'taken-over'::text, 'closed'::text])))
claims FOREIGN KEY (day_id) REFERENCES days(id)
claims FOREIGN KEY (made_by) REFERENCES accounts(id)
claims FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
claims FOREIGN KEY (round_id) REFERENCES rounds(id)
claims PRIMARY KEY (id)
claims UNIQUE (day_id, place)
claims UNIQUE (uid)
communities CHECK ((length(created_at) = 24))
communities FOREIGN KEY (founded_by) REFERENCES accounts(id)
communities PRIMARY KEY (id)
communities UNIQUE (slug)
communities UNIQUE (uid)
days CHECK (((places >= 0) AND (places <= 1000)))
days CHECK ((kind = ANY (ARRAY['open'::text, 'free'::text, 'closed'::text])))
days CHECK ((length(on_day) = 10))
days FOREIGN KEY (round_id) REFERENCES rounds(id)
days PRIMARY KEY (id)
days UNIQUE (round_id, on_day)
days UNIQUE (uid)
jobs CHECK ((length(created_at) = 24))
jobs CHECK ((length(failed_at) = 24))
jobs CHECK ((length(lease_until) = 24))
jobs CHECK ((length(run_at) = 24))
jobs PRIMARY KEY (id)
jobs UNIQUE (once_key)
mails CHECK ((length(made_at) = 24))
mails CHECK ((length(sent_at) = 24))
mails FOREIGN KEY (account_id) REFERENCES accounts(id)
mails PRIMARY KEY (id)
mails UNIQUE (once_key)
memberships CHECK ((length(joined_at) = 24))
memberships CHECK ((role = ANY (ARRAY['member'::text, 'mod'::text])))
memberships FOREIGN KEY (account_id) REFERENCES accounts(id)
memberships FOREIGN KEY (community_id) REFERENCES communities(id)
memberships FOREIGN KEY (pen_name_id) REFERENCES pen_names(id)
memberships PRIMARY KEY (id)
memberships UNIQUE (community_id, account_id)
one_time_links CHECK ((length(expires_at) = 24))
one_time_links CHECK ((length(made_at) = 24))
one_time_links CHECK ((length(used_at) = 24))
one_time_links CHECK ((purpose = ANY (ARRAY['set-up'::text, 'join'::text])))
one_time_links FOREIGN KEY (made_by) REFERENCES accounts(id)
one_time_links FOREIGN KEY (used_by) REFERENCES accounts(id)
one_time_links PRIMARY KEY (id)
one_time_links UNIQUE (token_hash)
pen_names CHECK ((length(created_at) = 24))
pen_names FOREIGN KEY (account_id) REFERENCES accounts(id)
pen_names PRIMARY KEY (id)
pen_names UNIQUE (name_key)
pen_names UNIQUE (uid)
rounds CHECK (((days_per_person >= 1) AND (days_per_person <= 366)))
rounds CHECK (((grace_days >= 0) AND (grace_days <= 14)))
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
sessions CHECK ((length(created_at) = 24))
sessions CHECK ((length(expires_at) = 24))
sessions CHECK ((length(seen_at) = 24))
sessions FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
sessions PRIMARY KEY (id)
sessions UNIQUE (token_hash)
settings CHECK ((length(changed_at) = 24))
settings PRIMARY KEY (name)

CREATE UNIQUE INDEX accounts_email_key_key ON accounts USING btree (email_key)
CREATE UNIQUE INDEX accounts_pkey ON accounts USING btree (id)
CREATE UNIQUE INDEX accounts_uid_key ON accounts USING btree (uid)
CREATE UNIQUE INDEX changes_pkey ON changes USING btree (seq)
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
CREATE UNIQUE INDEX days_pkey ON days USING btree (id)
CREATE UNIQUE INDEX days_round_id_on_day_key ON days USING btree (round_id, on_day)
CREATE UNIQUE INDEX days_uid_key ON days USING btree (uid)
CREATE INDEX jobs_due ON jobs USING btree (run_at) WHERE (failed_at IS NULL)
CREATE UNIQUE INDEX jobs_once_key_key ON jobs USING btree (once_key)
CREATE UNIQUE INDEX jobs_pkey ON jobs USING btree (id)
CREATE UNIQUE INDEX mails_once_key_key ON mails USING btree (once_key)
CREATE UNIQUE INDEX mails_pkey ON mails USING btree (id)
CREATE INDEX memberships_account ON memberships USING btree (account_id)
CREATE UNIQUE INDEX memberships_community_id_account_id_key ON memberships USING btree (community_id, account_id)
CREATE UNIQUE INDEX memberships_pkey ON memberships USING btree (id)
CREATE UNIQUE INDEX one_time_links_pkey ON one_time_links USING btree (id)
CREATE UNIQUE INDEX one_time_links_token_hash_key ON one_time_links USING btree (token_hash)
CREATE INDEX pen_names_account ON pen_names USING btree (account_id)
CREATE UNIQUE INDEX pen_names_name_key_key ON pen_names USING btree (name_key)
CREATE UNIQUE INDEX pen_names_pkey ON pen_names USING btree (id)
CREATE UNIQUE INDEX pen_names_uid_key ON pen_names USING btree (uid)
CREATE UNIQUE INDEX rounds_community_id_slug_key ON rounds USING btree (community_id, slug)
CREATE UNIQUE INDEX rounds_pkey ON rounds USING btree (id)
CREATE UNIQUE INDEX rounds_uid_key ON rounds USING btree (uid)
CREATE INDEX sessions_account ON sessions USING btree (account_id)
CREATE INDEX sessions_expiry ON sessions USING btree (expires_at)
CREATE UNIQUE INDEX sessions_pkey ON sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_hash_key ON sessions USING btree (token_hash)
CREATE UNIQUE INDEX settings_pkey ON settings USING btree (name)

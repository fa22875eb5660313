// The text of a work becomes the first of its chapters; works get people who are asked, series, and the day they came elsewhere.
import type { MakeSchema } from './make-schema.ts'

export async function chapters(make: MakeSchema): Promise<void> {
  await theChapters(make)
  await theirSaves(make)
  await textsBecomeChapters(make)
  await theAsks(make)
  await theSeries(make)
}

async function theChapters(make: MakeSchema): Promise<void> {
  await make.run('alter table works add column chapters_posted $int not null default 1')
  await make.run('alter table works add column chapters_planned $int default 1 check (chapters_planned > 0)')
  await make.run('alter table works add column last_chapter_at $instant')
  await make.run('alter table works add column first_posted_on $day')
  await make.run("alter table works add column wishes $text not null default '{}'")
  // What lists need stands before what is long: SQLite reads a row from its beginning.
  await make.table(
    'chapters',
    `id $id,
    uid $text not null unique,
    work_id $ref not null references works (id) on delete cascade,
    position $int not null,
    came_with_work $flag not null,
    title $text not null,
    notes_before $text not null,
    notes_after $text not null,
    state $text not null check (state in ('draft', 'posted', 'withdrawn')),
    posted_at $instant,
    words $int not null check (words >= 0),
    version $int not null,
    once_key $text unique,
    created_at $instant not null,
    changed_at $instant not null,
    deleted_at $instant,
    sanitiser_version $int not null,
    source_form $text not null check (source_form in ('html', 'markdown', 'plain')),
    excerpt $text not null,
    source $bytes not null,
    html $text not null`,
  )
  await make.index('chapters_work', 'chapters (work_id, position)')
  await make.index('chapters_came_with_work', 'chapters (work_id) where came_with_work = 1', 'unique')
  await make.index('chapters_sanitiser', 'chapters (sanitiser_version)')
  await make.index('chapters_deleted', 'chapters (deleted_at) where deleted_at is not null')
}

async function theirSaves(make: MakeSchema): Promise<void> {
  await make.table(
    'chapter_revisions',
    `id $id,
    chapter_id $ref not null references chapters (id) on delete cascade,
    version $int not null,
    title $text not null,
    notes_before $text not null,
    notes_after $text not null,
    words $int not null,
    source $bytes not null,
    source_form $text not null check (source_form in ('html', 'markdown', 'plain')),
    by_account $ref references accounts (id),
    made_at $instant not null,
    unique (chapter_id, version)`,
  )
}

/** Their uid is that of the work with an 8 for its version (RFC 9562, made in a way of one's own): nobody else's, and the same wherever it is made. */
async function textsBecomeChapters(make: MakeSchema): Promise<void> {
  await make.run(
    `insert into chapters (uid, work_id, position, came_with_work, title, notes_before, notes_after, state, words, version,
      created_at, changed_at, sanitiser_version, source_form, excerpt, source, html)
    select substr(works.uid, 1, 14) || '8' || substr(works.uid, 16), works.id, 1, 1, '', '', '', 'posted', works.words, 1,
      works.created_at, works.changed_at, work_texts.sanitiser_version, work_texts.source_form, work_texts.excerpt,
      work_texts.source, work_texts.html
    from work_texts join works on works.id = work_texts.work_id order by work_texts.id`,
  )
  await make.run('drop table work_texts')
}

async function theAsks(make: MakeSchema): Promise<void> {
  await make.table(
    'work_asks',
    `id $id,
    uid $text not null unique,
    work_id $ref not null references works (id) on delete cascade,
    kind $text not null check (kind in ('co-author', 'credit', 'gift', 'inspired-by', 'remix', 'translation', 'podfic')),
    role $text not null,
    to_pen_name_id $ref references pen_names (id) on delete cascade,
    to_work_id $ref references works (id) on delete cascade,
    to_words $text not null,
    to_url $text,
    state $text not null check (state in ('open', 'agreed', 'declined', 'plain', 'stepped-out')),
    asked_by $ref references accounts (id),
    asked_at $instant not null,
    answered_at $instant,
    unique (work_id, kind, to_pen_name_id),
    unique (work_id, kind, to_work_id),
    check ((state = 'plain') = (to_pen_name_id is null and to_work_id is null))`,
  )
  await make.index('work_asks_name', 'work_asks (to_pen_name_id)')
  await make.index('work_asks_work', 'work_asks (to_work_id)')
}

async function theSeries(make: MakeSchema): Promise<void> {
  await make.table(
    'series',
    `id $id,
    uid $text not null unique,
    pen_name_id $ref not null references pen_names (id) on delete cascade,
    title $text not null,
    title_key $text not null,
    summary $text not null,
    created_at $instant not null,
    changed_at $instant not null,
    deleted_at $instant`,
  )
  await make.index('series_name', 'series (pen_name_id)')
  await make.table(
    'series_works',
    `id $id,
    series_id $ref not null references series (id) on delete cascade,
    work_id $ref not null references works (id) on delete cascade,
    position $int not null,
    unique (series_id, work_id)`,
  )
  await make.index('series_works_work', 'series_works (work_id)')
}

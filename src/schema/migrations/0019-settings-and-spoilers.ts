// On which side of a part a work is set, where it leaves canon, how far it gives canon away; and how far each reader has seen.
import type { MakeSchema } from './make-schema.ts'

/** Works that are here already are read by a sweep: none has been read by the reader that knows all this. */
export async function settingsAndSpoilers(make: MakeSchema): Promise<void> {
  await make.run(
    "alter table works add column timing_relation $text not null default 'during' check (timing_relation in ('before', 'during', 'after', 'between'))",
  )
  await make.run('alter table works add column timing_off $int')
  await make.run("alter table works add column timing_statement $text not null default ''")
  await make.run("alter table works add column timing_choice $text not null default ''")
  await make.run('alter table works add column spoilers_to $int')
  await make.run(
    "alter table works add column spoilers_by $text not null default '' check (spoilers_by in ('', 'said', 'setting'))",
  )
  await make.run('alter table works add column timing_reader $int not null default 0')
  await make.index('works_timing_reader', 'works (timing_reader)')
  await make.table(
    'canon_seen',
    `id $id,
     account_id $ref not null references accounts (id),
     fandom_id $ref not null references fandoms (id),
     part_id $ref not null references canon_parts (id),
     unique (account_id, fandom_id)`,
  )
  await make.index('canon_seen_fandom', 'canon_seen (fandom_id)')
  await make.index('canon_seen_part', 'canon_seen (part_id)')
}

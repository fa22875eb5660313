// What people have typed into a form and not saved: kept by itself, for each of them alone.
import type { MakeSchema } from './make-schema.ts'

export async function typings(make: MakeSchema): Promise<void> {
  await make.table(
    'typings',
    `id $id,
     account_id $ref not null references accounts (id) on delete cascade,
     place $text not null,
     work_id $ref references works (id) on delete cascade,
     number $int not null check (number > 0),
     entries $bytes not null,
     is_open $flag not null,
     began_at $instant not null,
     changed_at $instant not null,
     unique (account_id, place, number)`,
  )
  await make.index('typings_open', 'typings (account_id, place) where is_open = 1', 'unique')
  await make.index('typings_work', 'typings (work_id)')
}

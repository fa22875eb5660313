// Pictures of works, each with what is said of it, and the addresses of recordings that belong to a work.
import type { MakeSchema } from './make-schema.ts'

export async function picturesAndRecordings(make: MakeSchema): Promise<void> {
  await make.table(
    'work_pictures',
    `id $id,
     uid $text not null unique,
     work_id $ref not null references works (id) on delete cascade,
     source_id $ref not null unique references files (id),
     position $int not null,
     stands $text not null check (stands in ('before', 'inside')),
     state $text not null check (state in ('making', 'shown', 'unreadable')),
     alt $text not null,
     is_decoration $flag not null,
     caption $text not null,
     size $int not null check (size >= 0),
     brought_by $ref references accounts (id),
     brought_at $instant not null,
     deleted_at $instant`,
  )
  await make.index('work_pictures_work', 'work_pictures (work_id)')
  await make.index('work_pictures_brought_by', 'work_pictures (brought_by)')
  await make.table(
    'work_recordings',
    `id $id,
     work_id $ref not null references works (id) on delete cascade,
     position $int not null,
     kind $text not null check (kind in ('audio', 'video')),
     url $text not null,
     label $text not null,
     lasts $text not null`,
  )
  await make.index('work_recordings_work', 'work_recordings (work_id)')
}

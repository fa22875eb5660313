// A reader who has said so is not asked before a work for adults.
import type { MakeSchema } from './make-schema.ts'

export async function worksForAdults(make: MakeSchema): Promise<void> {
  await make.run('alter table accounts add column shows_adult $flag not null default 0')
}

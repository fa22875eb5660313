// A piece of one round can be what a claim of an earlier round was waiting for.
import type { MakeSchema } from './make-schema.ts'

export async function answeredClaims(make: MakeSchema): Promise<void> {
  await make.run('alter table pieces add column answers_claim_id $ref references claims (id)')
  await make.index('pieces_answers', 'pieces (answers_claim_id)')
}

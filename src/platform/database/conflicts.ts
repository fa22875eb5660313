// Two people wanted the same thing in the same moment: the schema decides, and its no becomes a sentence.
import type { Refusal } from '#src/kit/refusal.ts'
import type { Tx } from '../context.ts'

/** A conflict ends its operation on both engines: PostgreSQL's transaction is of no more use after it. */
export async function unlessTaken<T>(tx: Tx, write: Promise<T>, refusal: () => Refusal | Promise<Refusal>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw tx.conflictOf(error) === undefined ? error : await refusal()
  }
}

// How far somebody has seen a canon, as they said; what goes further is folded away for them.
import { type Fandom, listParts } from '#src/library/canon/fandoms.ts'
import type { Placed } from '#src/library/canon/timeline.ts'
import { isMissing } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { forgetSeen, listSeen, replaceSeen } from './seen.store.ts'
import { saySeen } from './setting-words.ts'

export type SeenAs = {
  readonly code: string
  /** The position of the last leaf of it. */
  readonly to: number
  /** "the end of Season 6" */
  readonly words: string
}

/** By their fandoms. */
export const seenCodesOf = async (db: Reader, account: number): Promise<ReadonlyMap<number, string>> =>
  new Map((await listSeen(db, account)).map(({ fandom, code }) => [fandom, code]))

/** Undefined for a code that the timeline does not have. */
export function seenAs(timeline: readonly Placed[], code: string | undefined): SeenAs | undefined {
  const part = code === undefined || code === '' ? undefined : findPart(timeline, code)
  return part && { code: part.code, to: part.to, words: saySeen(timeline, part.to) }
}

function findPart(parts: readonly Placed[], code: string): Placed | undefined {
  for (const part of parts) {
    const found = part.code === code ? part : findPart(part.parts, code)
    if (found) return found
  }
  return undefined
}

/** An empty code forgets it. Guests keep theirs in a cookie: nothing is written for them. */
export async function keepSeenAs(ctx: Ctx, fandom: Fandom, code: string): Promise<void> {
  const { viewer } = ctx
  const part = code === '' ? undefined : (await listParts(ctx.db, fandom.id)).find((each) => each.code === code)
  if (code !== '' && !part) throw isMissing('part')
  if (viewer.kind !== 'person') return
  await ctx.atomically({ accounts: viewer.account }, (tx) =>
    replaceSeen(tx, { account: viewer.account, fandom: fandom.id, part: part?.id }),
  )
}

/** Of an account that is erased. */
export const forgetSeenOf = (tx: Tx, account: number): Promise<void> => forgetSeen(tx, account)

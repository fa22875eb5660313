// What a mail about a letter needs to know when it is written: the letter, between whom, and who the mods are.
import type { Reader } from '#src/platform/context.ts'
import { type Community, communityOf, modsOf } from '../communities.ts'
import { findLetter, findThread, type Letter, type Thread } from './letters.store.ts'

export type LetterNews = {
  readonly letter: Letter
  readonly thread: Thread
  readonly home: Community
  /** The accounts of its mods as they are now, without whoever wrote it. */
  readonly mods: readonly number[]
}

export async function letterNews(db: Reader, id: number): Promise<LetterNews | undefined> {
  const letter = await findLetter(db, id)
  const thread = letter && (await findThread(db, letter.thread))
  if (!letter || !thread) return undefined
  const mods = (await modsOf(db, thread.community)).map(({ account }) => account)
  const home = await communityOf(db, thread.community)
  return { letter, thread, home, mods: mods.filter((account) => account !== letter.account) }
}

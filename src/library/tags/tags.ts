// Tags: the characters, pairings, free words, rating and warnings of a work, as rows that can be counted and found.
import { nameKey } from '#src/kit/fold.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { TagKind } from '#src/schema/library/tags.ts'
import { findOrInsertTag, listTagsOf, replaceWorkTags, type Tag } from './tags.store.ts'

export type { Tag } from './tags.store.ts'

export type NamedTag = { readonly kind: TagKind; readonly name: string }

/** A pairing keeps its signs: "Spike/Buffy" and "Spike & Buffy" are not the same. */
const keyOf = ({ kind, name }: NamedTag): string =>
  kind === 'pairing' || kind === 'rating'
    ? name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
    : nameKey(name)

/** The tags of a work are these now, in this order; said twice is said once, and a tag of signs alone is none. */
export async function tagWork(tx: Tx, work: number, tags: readonly NamedTag[]): Promise<void> {
  const ids = new Set<number>()
  for (const tag of tags) {
    const key = keyOf(tag)
    if (key !== '') ids.add(await findOrInsertTag(tx, tag.kind, tag.name.trim(), key))
  }
  await replaceWorkTags(tx, work, [...ids])
}

/** By work. Whoever asks has made sure that these works may be seen. */
export const tagsOf = (db: Reader, works: readonly number[]): Promise<Map<number, Tag[]>> => listTagsOf(db, works)

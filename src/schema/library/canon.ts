// The tables of canon: fandoms, and the ordered tree of the parts of each one's source.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['fandoms', 'canon_parts', 'canon_aliases', 'canon_seen'] as const

export type FandomsTable = {
  id: Generated<number>
  uid: string
  slug: string
  name: string
  name_key: string
  created_at: Instant
}

/** A leaf stands on the timeline at `position`; a part with parts of its own reaches from its first to its last. */
export type CanonPartsTable = {
  id: Generated<number>
  uid: string
  fandom_id: number
  parent_id: number | null
  kind: string
  code: string
  title: string
  /** 1, 2, 3 … through the whole fandom, in the order of its story. */
  position: number
}

/** Other ways to write a part: "OMWF", "6.07". */
export type CanonAliasesTable = { id: Generated<number>; part_id: number; alias: string }

/** How far somebody has seen a canon: up to the end of this part. */
export type CanonSeenTable = { id: Generated<number>; account_id: number; fandom_id: number; part_id: number }

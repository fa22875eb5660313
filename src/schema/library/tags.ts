// The tables of tags: characters, pairings, free tags, ratings and warnings as rows, so that they can be counted and merged.
import type { Generated } from 'kysely'

export const tables = ['tags', 'work_tags'] as const

export type TagKind = 'character' | 'pairing' | 'free' | 'rating' | 'warning'

export type TagsTable = { id: Generated<number>; uid: string; kind: TagKind; name: string; name_key: string }

export type WorkTagsTable = { id: Generated<number>; work_id: number; tag_id: number; position: number }

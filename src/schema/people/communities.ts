// The tables of communities and who belongs to them, under which name.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['communities', 'memberships'] as const

export type CommunitiesTable = {
  id: Generated<number>
  uid: string
  slug: string
  name: string
  about: string
  time_zone: string
  founded_by: number
  created_at: Instant
}

export type MembershipsTable = {
  id: Generated<number>
  community_id: number
  account_id: number
  pen_name_id: number
  role: 'member' | 'mod'
  joined_at: Instant
}

// Every table, composed; and the order in which a backup writes them, so that what is referred to comes first.
import type { ClaimKeyLinksTable, ClaimKeysTable, ClaimsTable, ClaimTurnsTable } from './fests/claims.ts'
import type { BannersTable, DaysTable, RoundsTable } from './fests/rounds.ts'
import type { HeaderTemplatesTable, PiecesTable, RulingsTable, TypingsTable } from './fests/posting.ts'
import type { CanonAliasesTable, CanonPartsTable, CanonSeenTable, FandomsTable } from './library/canon.ts'
import type { TagsTable, WorkTagsTable } from './library/tags.ts'
import type {
  ChapterRevisionsTable,
  ChaptersTable,
  CorrectionsTable,
  SeriesTable,
  SeriesWorksTable,
  WorkPicturesTable,
  WorkRecordingsTable,
  WorkAsksTable,
  WorkCreatorsTable,
  WorkPlacesTable,
  WorkRevisionsTable,
  WorksTable,
} from './library/works.ts'
import type {
  AnnouncementsTable,
  BansTable,
  CommunitiesTable,
  CommunityInvitationsTable,
  JoinRequestsTable,
  LettersTable,
  LetterThreadsTable,
  MembershipsTable,
  MemberTurnsTable,
} from './people/communities.ts'
import type {
  AccountsTable,
  LeavingsTable,
  MailedLinksTable,
  NameLinksTable,
  OneTimeLinksTable,
  PenNamesTable,
  SessionsTable,
} from './people/accounts.ts'
import type {
  ChangesTable,
  FilesTable,
  JobsTable,
  MailsTable,
  MailStopsTable,
  RefusedAddressesTable,
  SettingsTable,
} from './platform.ts'

export type Tables = {
  accounts: AccountsTable
  pen_names: PenNamesTable
  sessions: SessionsTable
  one_time_links: OneTimeLinksTable
  mailed_links: MailedLinksTable
  communities: CommunitiesTable
  memberships: MembershipsTable
  name_links: NameLinksTable
  leavings: LeavingsTable
  join_requests: JoinRequestsTable
  community_invitations: CommunityInvitationsTable
  bans: BansTable
  member_turns: MemberTurnsTable
  announcements: AnnouncementsTable
  letter_threads: LetterThreadsTable
  letters: LettersTable
  rounds: RoundsTable
  days: DaysTable
  banners: BannersTable
  claims: ClaimsTable
  claim_turns: ClaimTurnsTable
  claim_keys: ClaimKeysTable
  claim_key_links: ClaimKeyLinksTable
  fandoms: FandomsTable
  canon_parts: CanonPartsTable
  canon_aliases: CanonAliasesTable
  canon_seen: CanonSeenTable
  works: WorksTable
  chapters: ChaptersTable
  chapter_revisions: ChapterRevisionsTable
  work_revisions: WorkRevisionsTable
  work_creators: WorkCreatorsTable
  work_places: WorkPlacesTable
  corrections: CorrectionsTable
  work_asks: WorkAsksTable
  series: SeriesTable
  series_works: SeriesWorksTable
  work_pictures: WorkPicturesTable
  work_recordings: WorkRecordingsTable
  tags: TagsTable
  work_tags: WorkTagsTable
  pieces: PiecesTable
  rulings: RulingsTable
  header_templates: HeaderTemplatesTable
  typings: TypingsTable
  files: FilesTable
  settings: SettingsTable
  changes: ChangesTable
  jobs: JobsTable
  mails: MailsTable
  refused_addresses: RefusedAddressesTable
  mail_stops: MailStopsTable
}

/** Every table with its key column, referred-to tables first. A test compares this list with both databases. */
export const tableOrder = [
  ['settings', 'name'],
  ['accounts', 'id'],
  ['pen_names', 'id'],
  ['sessions', 'id'],
  ['one_time_links', 'id'],
  ['mailed_links', 'id'],
  ['communities', 'id'],
  ['memberships', 'id'],
  ['name_links', 'id'],
  ['leavings', 'id'],
  ['join_requests', 'id'],
  ['community_invitations', 'id'],
  ['bans', 'id'],
  ['member_turns', 'id'],
  ['announcements', 'id'],
  ['letter_threads', 'id'],
  ['letters', 'id'],
  ['fandoms', 'id'],
  ['canon_parts', 'id'],
  ['canon_aliases', 'id'],
  ['canon_seen', 'id'],
  ['rounds', 'id'],
  ['days', 'id'],
  ['files', 'id'],
  ['banners', 'id'],
  ['claims', 'id'],
  ['claim_turns', 'id'],
  ['claim_keys', 'id'],
  ['claim_key_links', 'id'],
  ['works', 'id'],
  ['chapters', 'id'],
  ['chapter_revisions', 'id'],
  ['work_revisions', 'id'],
  ['work_creators', 'id'],
  ['work_places', 'id'],
  ['corrections', 'id'],
  ['work_asks', 'id'],
  ['series', 'id'],
  ['series_works', 'id'],
  ['work_pictures', 'id'],
  ['work_recordings', 'id'],
  ['tags', 'id'],
  ['work_tags', 'id'],
  ['pieces', 'id'],
  ['rulings', 'id'],
  ['header_templates', 'id'],
  ['typings', 'id'],
  ['changes', 'seq'],
  ['jobs', 'id'],
  ['mails', 'id'],
  ['refused_addresses', 'id'],
  ['mail_stops', 'id'],
] as const satisfies readonly (readonly [keyof Tables, string])[]

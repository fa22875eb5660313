// The tables of works: what a work is and who may see it, its chapters, every save of it, its people, series, pictures and where else it stands.
import type { Generated } from 'kysely'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export const tables = [
  'works',
  'chapters',
  'chapter_revisions',
  'work_revisions',
  'work_creators',
  'work_places',
  'corrections',
  'work_asks',
  'series',
  'series_works',
  'work_pictures',
  'work_recordings',
] as const

export type TimingRelation = 'before' | 'during' | 'after' | 'between'

export type WorkState = 'draft' | 'scheduled' | 'posted' | 'withdrawn'

export type WorksTable = {
  id: Generated<number>
  uid: string
  title: string
  /** What titles are sorted by. */
  title_key: string
  state: WorkState
  audience: 'everyone' | 'members'
  community_id: number | null
  is_unrevealed: 0 | 1
  is_anonymous: 0 | 1
  is_adult: 0 | 1
  hidden_at: Instant | null
  deleted_at: Instant | null
  /** Drabble, ficlet, one-shot …; on pages "kind of piece". */
  form: string
  /** The header as its writer wrote it, as JSON: those fields that have no column or table of their own. */
  header: string
  summary: string
  preface: string
  epigraph: string
  epigraph_by: string
  notes: string
  fandom_id: number | null
  timing: string
  /** Positions on the fandom's timeline, from the first part to the last; null where nobody knows. */
  timing_from: number | null
  timing_to: number | null
  /** In hundredths. */
  timing_confidence: number | null
  /** On which side of these parts. */
  timing_relation: Generated<TimingRelation>
  /** Where it leaves canon: a position, 0 where nobody says from which part on, null for canon. */
  timing_off: number | null
  /** Which statement was followed: the timing line, the summary …, or what was chosen. */
  timing_statement: Generated<string>
  /** What its writer chose of what their words may mean; empty for what was understood. */
  timing_choice: Generated<string>
  /** The position of the last part that one must have seen, 0 for none; null where nobody knows. */
  spoilers_to: number | null
  /** Said of spoilers, or taken from where it is set. */
  spoilers_by: Generated<'' | 'said' | 'setting'>
  /** The version of the reader that read all this. */
  timing_reader: Generated<number>
  /** A piece that stands elsewhere and is only listed here. */
  link_url: string | null
  /** Of the chapters that are for readers; so is their number. */
  words: number
  chapters_posted: Generated<number>
  /** How many there will be; null where nobody knows yet. */
  chapters_planned: number | null
  /** When the last chapter came that came after the work itself. */
  last_chapter_at: Instant | null
  /** Where it stood elsewhere before: the day it came there. */
  first_posted_on: CalendarDay | null
  /** What others may make of it, as JSON: podfic, translation, remix. */
  wishes: Generated<string>
  goes_up_at: Instant | null
  posted_at: Instant | null
  /** The date by which it is sorted and new: the reveal date is the date. */
  revealed_at: Instant | null
  /** Grows by one with every save. */
  version: number
  /** A press of the button that comes twice makes one work. */
  once_key: string | null
  created_by: number | null
  created_at: Instant
  changed_at: Instant
}

export type TextForm = 'html' | 'markdown' | 'plain'

export type ChapterState = 'draft' | 'posted' | 'withdrawn'

/** A work that is no novel has one, without a title. */
export type ChaptersTable = {
  id: Generated<number>
  uid: string
  work_id: number
  position: number
  /** The text that the work was posted with, and that goes on in its composer. */
  came_with_work: 0 | 1
  title: string
  notes_before: string
  notes_after: string
  /** For readers of the work only where it is posted. */
  state: ChapterState
  /** Null for what came with the work itself. */
  posted_at: Instant | null
  words: number
  /** Grows by one with every save of its text. */
  version: number
  once_key: string | null
  created_at: Instant
  changed_at: Instant
  deleted_at: Instant | null
  sanitiser_version: number
  source_form: TextForm
  /** Kinds of tidying that its writer does not want, with commas between them. */
  left_alone: string
  excerpt: string
  source: Uint8Array
  html: string
}

export type ChapterRevisionsTable = {
  id: Generated<number>
  chapter_id: number
  version: number
  title: string
  notes_before: string
  notes_after: string
  words: number
  source: Uint8Array
  source_form: TextForm
  left_alone: string
  by_account: number | null
  made_at: Instant
}

export type WorkRevisionsTable = {
  id: Generated<number>
  work_id: number
  version: number
  /** Everything but the text, as JSON. */
  fields: string
  source: Uint8Array
  source_form: TextForm
  by_account: number | null
  made_at: Instant
}

export type WorkCreatorsTable = { id: Generated<number>; work_id: number; pen_name_id: number; position: number }

export type WorkPlacesTable = { id: Generated<number>; work_id: number; url: string }

/** A save by a mod, who put a header right: which one, and what they said to its writer. */
export type CorrectionsTable = {
  id: Generated<number>
  work_id: number
  /** The save that it made. */
  version: number
  line: string
  made_by: number | null
  made_at: Instant
  /** When its writer put back what was changed. */
  put_back_at: Instant | null
}

export type AskKind = 'co-author' | 'credit' | 'gift' | 'inspired-by' | 'remix' | 'translation' | 'podfic'

/** `plain`: there is nobody here who could be asked. */
export type AskState = 'open' | 'agreed' | 'declined' | 'plain' | 'stepped-out'

/** Something that somebody says of a work and that concerns somebody else, who is asked: a name, or another work of theirs. */
export type WorkAsksTable = {
  id: Generated<number>
  uid: string
  work_id: number
  kind: AskKind
  /** Of a credit: beta, sounding board … */
  role: string
  to_pen_name_id: number | null
  to_work_id: number | null
  /** Whoever or whatever is not of this site, in plain words. */
  to_words: string
  to_url: string | null
  state: AskState
  asked_by: number | null
  asked_at: Instant
  answered_at: Instant | null
}

export type SeriesTable = {
  id: Generated<number>
  uid: string
  /** Its works are those that bear this name. */
  pen_name_id: number
  title: string
  title_key: string
  summary: string
  created_at: Instant
  changed_at: Instant
  deleted_at: Instant | null
}

export type SeriesWorksTable = { id: Generated<number>; series_id: number; work_id: number; position: number }

export type PictureStand = 'before' | 'inside'
export type PictureState = 'making' | 'shown' | 'unreadable'

export type WorkPicturesTable = {
  id: Generated<number>
  uid: string
  work_id: number
  /** The file that came; its bytes are let go once pictures are made of it. */
  source_id: number
  position: number
  /** Above the text, or wherever the text has it. */
  stands: PictureStand
  state: PictureState
  /** What is to be seen on it; empty where its creator has not said. */
  alt: string
  is_decoration: 0 | 1
  caption: string
  /** Bytes that are kept of it. */
  size: number
  brought_by: number | null
  brought_at: Instant
  deleted_at: Instant | null
}

/** A podfic, a vid: it stands elsewhere. */
export type WorkRecordingsTable = {
  id: Generated<number>
  work_id: number
  position: number
  kind: 'audio' | 'video'
  url: string
  label: string
  /** How long it is, as its creator says it. */
  lasts: string
}

// What is said of chapters in a few words: which one, and how many of how many. Pure.
import type { ChapterTally } from '#src/library/works/works-seen.ts'
import type { ChapterSeen } from './chapters-seen.ts'

/** "3 of 7 chapters", "3 chapters of ?", "7 chapters, complete"; a work that is one text says nothing of it in lists. */
export function tallyWords({ posted, planned }: ChapterTally): string {
  const count = posted === 1 ? '1 chapter' : `${posted} chapters`
  if (planned === undefined) return `${count} of ?`
  return posted >= planned ? `${count}, complete` : `${posted} of ${planned} chapters`
}

/** The same beside the word Chapters: "3 of 7", "3 of ?", "7, complete". */
export function shortTally({ posted, planned }: ChapterTally): string {
  if (planned === undefined) return `${posted} of ?`
  return posted >= planned ? `${posted}, complete` : `${posted} of ${planned}`
}

export const isOneText = ({ posted, planned }: ChapterTally): boolean => posted <= 1 && planned === 1

/** "Chapter 3: The Bell"; what is not for readers says so. */
export function chapterName({ number, title }: Pick<ChapterSeen, 'number' | 'title'>): string {
  const which = number === undefined ? 'Only you see this' : `Chapter ${number}`
  return title === '' ? which : `${which}: ${title}`
}

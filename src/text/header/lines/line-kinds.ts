// Tells what the platform or the writer's layout makes of a line, before any label is looked for.
import type { Line } from './lines.ts'
import { readLabel } from '#src/text/header/words/label-reading.ts'
import { cutLines, dateLines, frameLines, gapLine, storyLines, turnLines } from '#src/text/header/words/frame-words.ts'

/** `text` is everything a label may stand in. `story` is where the story begins for sure. `gap` is something left out. `rule` parts sections. `table` is the head of a table whose cells follow. */
export type LineKind = 'blank' | 'text' | 'frame' | 'date' | 'cut' | 'story' | 'gap' | 'rule' | 'turn' | 'table'

const longestMark = 240

export function kindOf(line: Line): LineKind {
  if (line.isBlank) return 'blank'
  const text = line.text.trim()
  if (text.length > longestMark) return 'text'
  return markOf(text)
}

function markOf(text: string): LineKind {
  if (isRule(text) || isSectionNumber(text)) return 'rule'
  if (gapLine.test(text)) return 'gap'
  if (storyLines.some((mark) => mark.test(text))) return 'story'
  if (cutLines.some((mark) => mark.test(text))) return 'cut'
  if (dateLines.some((mark) => mark.test(text))) return 'date'
  if (frameLines.some((mark) => mark.test(text))) return 'frame'
  if (isTableHead(text)) return 'table'
  if (turnLines.some((mark) => mark.test(text))) return 'turn'
  return 'text'
}

/** "I", "ii." over a section of the story. */
const isSectionNumber = (text: string): boolean => /^[ivx]{1,5}[.)]?$/iu.test(text)

/** Stars, dashes, tildes, and no letter. */
const isRule = (text: string): boolean =>
  /^[\s*~_=#+.•·◦○●◇◆♥★☆—–-]{1,}$/u.test(text) && !/^[\s.+=_]{1,4}$|^[\s.]+$/u.test(text)

/** "Categories Author Rating Chapters Words": nothing but labels is the head of a table whose cells have run together. */
function isTableHead(text: string): boolean {
  const words = text.split(/\s+/u)
  if (words.length < 4 || words.length > 16 || !words.every((word) => /^\p{Lu}/u.test(word))) return false
  const known = words.filter((word) => readLabel(word) !== null).length
  return known >= 4 && known >= words.length - 2
}

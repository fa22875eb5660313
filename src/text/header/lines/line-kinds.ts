// Tells what the platform or the writer's layout makes of a line, before any label is looked for.
import type { Line } from './lines.ts'
import { cutLines, dateLines, frameLines, gapLine, storyLines, turnLines } from '#src/text/header/words/frame-words.ts'

/** `text` is everything a label may stand in. `story` is where the story begins for sure. `gap` is something left out. `rule` parts sections. */
export type LineKind = 'blank' | 'text' | 'frame' | 'date' | 'cut' | 'story' | 'gap' | 'rule' | 'turn'

const longestMark = 240

export function kindOf(line: Line): LineKind {
  if (line.isBlank) return 'blank'
  const text = line.text.trim()
  if (text.length > longestMark) return 'text'
  return markOf(text)
}

function markOf(text: string): LineKind {
  if (isRule(text)) return 'rule'
  if (gapLine.test(text)) return 'gap'
  if (storyLines.some((mark) => mark.test(text))) return 'story'
  if (cutLines.some((mark) => mark.test(text))) return 'cut'
  if (dateLines.some((mark) => mark.test(text))) return 'date'
  if (frameLines.some((mark) => mark.test(text))) return 'frame'
  if (turnLines.some((mark) => mark.test(text))) return 'turn'
  return 'text'
}

/** Stars, dashes, tildes: at least three marks, and no letter. */
const isRule = (text: string): boolean => /^[\s*~_=#+.•·◦○●◇◆♥★☆—–-]{3,}$/u.test(text) && !/^[\s.]+$/u.test(text)

// Which lines are no text but a pause between two scenes: * * *, ---, ~ ~ ~, # # #, oOo, ⁂ and their like.

const signs = /^[-*~#=_+:•·¤°×^☆★✦✧✩✪✶❈❉✿❀♥♡❤◊◆◇❖○●§⁂❦❧☙†‡–—|/\\.,]+$/u
const alone = /^(?:[*#~§⁂❦❧☙❖✿❀✦✧☆★◊◆◇•]|\*\*|~~|##|\+\+|==|\/\/)$/u
/** "oOo", "xXxXx", "o0o0o", with signs about them if anybody likes; "xxx" may be kisses and "ooo" a cry. */
const letters = /^[-*~#=_+]*(?:(?=.*o)(?=.*[O0])[oO0]{3,}|(?=.*x)(?=.*X)[xX]{3,}|[xXoO]{6,})[-*~#=_+]*$/u
/** "o~O~o", "x-x-x". */
const strung = /^[-*~=_+]*[xXoO0](?:[-*~=_+]+[xXoO0]){2,}[-*~=_+]*$/u
const spaced = /^(?:([xXoO0])\s+){2,}\1$/u
const angles = /^(?:<>|><|<->|>-<){2,}$|^[<>]{4,}$/u

/** Of one line. Three dots are a silence, and a single dash is somebody who was interrupted. */
export function isSceneBreak(line: string): boolean {
  const trimmed = line.trim()
  if (trimmed === '' || trimmed.length > 80) return false
  const close = trimmed.replace(/\s+/gu, '')
  if (alone.test(close) || spaced.test(trimmed) || letters.test(close)) return true
  if (strung.test(close) || angles.test(close)) return true
  return close.length >= 3 && signs.test(close) && !/^[.,:]+$/.test(close)
}

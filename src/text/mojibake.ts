// Repairs letters that went through the wrong table: UTF-8 read as cp1252 ("donâ€™t"), once or twice, and cp1252 read as
// latin1 (controls where quotation marks should be). Clean text is never touched: without clear evidence nothing happens.

/** What cp1252 has at 0x80 – 0x9F; a dot where it has nothing. */
const upper = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from(upper).flatMap((letter, index) => (letter === '.' ? [] : [[letter, 0x80 + index]])),
)

/** Letters that are one byte each in cp1252, read the wrong way round; controls stand for themselves. */
const run = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/g

/** Within a run, what could be one letter in UTF-8: the number of bytes that its first announces, and those. */
const follow = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'
const letter = new RegExp(`[\u00f0-\u00f4]${follow}{3}|[\u00e0-\u00ef]${follow}{2}|[\u00c2-\u00df]${follow}`, 'g')

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(wrong: string): string | undefined {
  try {
    return strict.decode(Uint8Array.from(wrong, (one) => byteOf.get(one) ?? one.charCodeAt(0)))
  } catch {
    return undefined
  }
}

type Evidence = { strong: number; weak: number; against: number }

/** Three bytes that fit are no accident ("â€™"); two may be ("Ã©"), above all where other accents are as they should be. */
function evidenceIn(text: string): Evidence {
  const found: Evidence = { strong: 0, weak: 0, against: 0 }
  for (const [whole] of text.matchAll(run)) {
    const rest = whole.replace(letter, (one) => {
      if (decoded(one) === undefined) return one
      if (one.length > 2) found.strong += 1
      else found.weak += 1
      return ''
    })
    if (/[\u00c0-\u00ff]/.test(rest)) found.against += 1
  }
  return found
}

const isClear = ({ strong, weak, against }: Evidence): boolean =>
  strong > 0 ? against <= 4 * (strong + weak) : weak >= 2 && against === 0

/** How many letters were put right. */
type Counting = { count: number }

function oneLayerLess(text: string, counting: Counting): string {
  const put = (wrong: string): string => {
    const right = decoded(wrong)
    if (right !== undefined) counting.count += 1
    return right ?? wrong
  }
  return text
    .replace(run, (whole) => whole.replace(letter, put))
    .replace(/â€\u009d/g, () => {
      counting.count += 1
      return '”'
    })
}

/** cp1252 read as latin1: nobody types these controls, so each is evidence by itself. */
const fromControls = (text: string, counting: Counting): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => {
    const meant = upper[control.charCodeAt(0) - 0x80] ?? '.'
    if (meant === '.') return control
    counting.count += 1
    return meant
  })

/** Somebody's program knew no apostrophe and left its sign for "unknown": what follows says that it was one. */
const lostApostrophe = /(?<=\p{L})\ufffd(?=(?:[dmst]|ll|re|ve)(?!\p{L}))/gu

const withApostrophes = (text: string, counting: Counting): string =>
  text.includes('\ufffd')
    ? text.replace(lostApostrophe, () => {
        counting.count += 1
        return '’'
      })
    : text

export type Repaired = { readonly text: string; readonly wasBroken: boolean; readonly count: number }

export function repairMojibake(text: string): Repaired {
  let repaired = text
  let counting: Counting = { count: 0 }
  for (let layer = 0; layer < 3 && isClear(evidenceIn(repaired)); layer += 1) {
    // What was broken twice is counted when it is a letter again.
    counting = { count: 0 }
    repaired = oneLayerLess(repaired, counting)
  }
  repaired = withApostrophes(fromControls(repaired, counting), counting)
  return { text: repaired, wasBroken: repaired !== text, count: counting.count }
}

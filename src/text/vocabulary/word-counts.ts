// Reads how many words a writer says there are: "2260 words", "~2800", "7.293", "1,257.", "11k+", "5,430 (39,249 total)".

export type WordsSaid = {
  /** Of this piece or part. */
  readonly words: number
  /** "about", "~", "+", "or so", or thousands by the k. */
  readonly isAbout: boolean
  /** Everything that could be the count: several pieces, a total. */
  readonly all: readonly number[]
}

type Figure = {
  readonly value: number
  readonly isAbout: boolean
  readonly isOfWords: boolean
  readonly isTotal: boolean
  readonly isThousands: boolean
}

const figure =
  /(?<about>[~≈]|(?:\b(?:approx(?:imately|\.)?|about|around|roughly|circa|ca\.?|c\.|under|over|almost|nearly|etwa|ungefähr|rund|environ|unos|circa|около|примерно)\s*))?(?<![\d\p{L}])(?<number>\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)\s?(?<k>k\b|тыс\.?|tsd\.?|mila\b)?(?<more>\+|[~≈]|ish\b|\s*or so\b)?\s*(?<unit>\p{L}+)?/giu

const wordUnits = /^(?:words?|wörter[n]?|worte[n]?|mots|parole|palabras|слов[а-я]*|słów|ord|woorden|palavras|w)$/iu
const otherUnits =
  /^(?:chapters?|parts?|sections?|pages?|kapitel|teile?|chapitres?|capitol[oi]|capítulos?|глав[а-я]*|страниц[а-я]*|seiten|bytes?|kb|mb|drabbles?)$/iu
const MOST = 12

export function readWordCount(said: string): WordsSaid | undefined {
  const figures = figuresIn(said.slice(0, 300))
  const ofWords = figures.filter(({ isOfWords }) => isOfWords)
  const parts = (ofWords.length > 0 ? ofWords : figures).filter(({ isTotal }) => !isTotal)
  const chosen = parts[0] ?? figures[0]
  return chosen && { words: chosen.value, isAbout: chosen.isAbout, all: figures.map(({ value }) => value) }
}

function figuresIn(text: string): Figure[] {
  return [...text.matchAll(figure)].slice(0, MOST).flatMap((found) => {
    const { about, number = '', k, more, unit = '' } = found.groups ?? {}
    const value = valueOf(number, k !== undefined)
    const before = text.slice(Math.max(0, found.index - 12), found.index)
    // "part 1-2399": the 1 counts the parts.
    const isLabel = /\b(?:part|teil|chapter|ch\.?|partie|глава|часть|#)\s*$/iu.test(before)
    if (otherUnits.test(unit) || isLabel || !Number.isFinite(value)) return []
    const isTotal =
      /^(?:total|altogether|overall|insgesamt|всего|in)$/iu.test(unit) || /\btotal\s*[-:=]?\s*$/iu.test(before)
    return [
      {
        value,
        isAbout: about !== undefined || more !== undefined || k !== undefined || /\bor so\b/iu.test(text),
        isOfWords: wordUnits.test(unit),
        isTotal,
        isThousands: k !== undefined,
      },
    ]
  })
}

/** A point or comma before three figures parts thousands; before a k it parts tenths. */
function valueOf(number: string, isThousands: boolean): number {
  if (isThousands) return Math.round(Number(number.replace(',', '.')) * 1_000)
  return /^\d{1,3}(?:\D\d{3})+$/u.test(number)
    ? Number(number.replaceAll(/\D/gu, ''))
    : Math.round(Number(number.replace(',', '.')))
}

const CLOSE = 0.1

/** Of several pieces it may be one, or their sum. */
export const isJustCount = ({ all }: WordsSaid, counted: number): boolean =>
  [all.reduce((whole, each) => whole + each, 0), ...all].includes(counted)

/** Whether what is said and what is counted are the same, as exactly as it was said. */
export function isSameCount(said: WordsSaid, counted: number): boolean {
  const { words, isAbout } = said
  if (isJustCount(said, counted)) return true
  return isAbout && Math.abs(words - counted) <= Math.max(words, counted) * CLOSE
}

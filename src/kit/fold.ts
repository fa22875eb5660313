// Keys by which two names are the same: case, accents, width and look-alike letters do not make a new name.

/** Letters of other scripts that a reader takes for a Latin one (a small part of Unicode's confusables, UTS 39). */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  η: 'n',
  ς: 'σ',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ſ: 's',
  '0': 'o',
  '1': 'l',
  '|': 'l',
}

/** Greek capitals whose small letters look like something else; only among Latin letters are they meant to deceive. */
const capitals: Readonly<Record<string, string>> = { Ζ: 'z', Η: 'h', Μ: 'm', Ν: 'n', Υ: 'y' }

/** More of them, for the names of people alone, where somebody may want to be taken for somebody else. */
const moreLookAlikes: Readonly<Record<string, string>> = {
  ɑ: 'a',
  ʙ: 'b',
  ƅ: 'b',
  ɡ: 'g',
  ԍ: 'g',
  ց: 'g',
  հ: 'h',
  ħ: 'h',
  ɩ: 'i',
  ɪ: 'i',
  ո: 'n',
  ŋ: 'n',
  օ: 'o',
  ѳ: 'o',
  ԥ: 'p',
  զ: 'q',
  ŧ: 't',
  ս: 'u',
  ʋ: 'v',
  ѵ: 'v',
  γ: 'y',
  ү: 'y',
  ѡ: 'w',
  ҽ: 'e',
  є: 'e',
  ӡ: '3',
  з: '3',
}

/** Only "O-r-i-e-I" is written so to be read as another name; "McIntyre" and "Henry III" are not. */
const capitalAsEll = /(?<=\p{Ll})I(?![\p{L}\p{M}\p{N}])/gu

/**
 * What remains is compared by bytes. Spaces, hyphens, underscores and dots inside a name do not tell two names apart: people
 * write "oriel finch" and "oriel_finch" for one another.
 */
export const nameKey = (name: string): string => keyWith(lookAlikes, name)

/** The key of a pen name: as other names, and stricter with letters that look alike. */
export const penNameKey = (name: string): string =>
  keyWith({ ...lookAlikes, ...moreLookAlikes }, name.normalize('NFKD').replace(capitalAsEll, 'l'))

/** Grows by one whenever the key of a pen name is made otherwise than before. */
export const PEN_NAME_KEYS = 1

function keyWith(alike: Readonly<Record<string, string>>, name: string): string {
  const apart = name.normalize('NFKD')
  const seen = /\p{Script=Latin}/u.test(apart) ? apart.replace(/[ΖΗΜΝΥ]/g, (letter) => capitals[letter] ?? '') : apart
  const plain = seen.toLowerCase().normalize('NFKD')
  const letters = Array.from(plain).filter(
    (letter) => !/[\p{Mn}\p{Me}\p{Cf}\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\s._-]/u.test(letter),
  )
  return letters.map((letter) => alike[letter] ?? letter).join('')
}

/** An address is compared without case; what stands before the @ is its owner's affair and is otherwise kept. */
export const emailKey = (address: string): string => address.trim().normalize('NFC').toLowerCase()

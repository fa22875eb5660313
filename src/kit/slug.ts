// Short names for addresses, made from titles: "Lantern Season, Autumn 2026" becomes lantern-season-autumn-2026.

/** Letters that Unicode does not take apart into a plain one and its mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

/** Empty when the title has no Latin letter or digit; the caller then uses a word of its own. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  return plain
    .replace(/[ßæœøđðþłħı]/g, (letter) => plainLetters[letter] ?? '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}

/** The wanted slug, or the first of slug-2, slug-3 … that nobody has yet. */
export function freeSlug(wanted: string, fallback: string, isTaken: (slug: string) => boolean): string {
  const base = wanted === '' ? fallback : wanted
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!isTaken(slug)) return slug
  }
}

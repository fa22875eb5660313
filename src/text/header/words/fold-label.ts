// How labels are compared. Pages ask it too, so it brings no vocabulary along.

/** Case, accents, width, apostrophes, plurals in brackets and numbers do not make another label. */
export function foldLabel(written: string): string {
  return written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`´"“”«»*_]/gu, '')
    .replace(/\((?:s|es|e|n|en|r|i|a)\)/gu, '')
    .replace(/(?<=\p{L}{3})\/(?:s|es|n)(?!\p{L})/gu, '')
    .replace(/ \([^()]*\)$/u, '')
    .replace(/and\/or/gu, '/')
    .replace(/#? ?\d+ *$/u, '')
    .replace(/[?!.]+$/u, '')
    .replace(/[-–_.]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

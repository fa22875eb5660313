// Cleaned HTML as its pieces in order: what our own sanitiser has written is so regular that it needs no parser to be walked through.
export type HtmlPiece =
  | { readonly is: 'open' | 'close'; readonly tag: string; readonly attributes: string }
  | { readonly is: 'text'; readonly text: string }

const pieceOf = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+|<)/gu

export function* htmlPieces(html: string): Generator<HtmlPiece> {
  for (const [, slash = '', tag, attributes = '', text] of html.matchAll(pieceOf)) {
    if (tag === undefined) yield { is: 'text', text: decoded(text ?? '') }
    else yield { is: slash === '/' ? 'close' : 'open', tag, attributes }
  }
}

export const attributeIn = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(attributes)?.[1]
  return found === undefined ? undefined : decoded(found)
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
}

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/giu,
        (whole, hex?: string, number?: string, name?: string) => {
          const code = hex === undefined ? Number(number ?? Number.NaN) : Number.parseInt(hex, 16)
          if (name !== undefined) return named[name] ?? whole
          return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
        },
      )
    : text

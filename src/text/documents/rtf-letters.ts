// Which letters the bytes of a .rtf are: by the table of its font, or by that of the whole document.

export type RtfFonts = { readonly decode: (bytes: readonly number[], font: number | undefined) => string }

const byCodePage: Readonly<Record<number, string>> = {
  10000: 'macintosh',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  874: 'windows-874',
  866: 'ibm866',
  65001: 'utf-8',
}

const byCharset: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

const labelOf = (page: number): string =>
  byCodePage[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')

export function rtfText(rtf: string): RtfFonts {
  const head = rtf.slice(0, 200_000)
  const own = /\\mac\b/.test(head.slice(0, 200))
    ? 'macintosh'
    : labelOf(Number(/\\ansicpg(\d{3,5})/.exec(head)?.[1] ?? 1252))
  const fonts = new Map<number, string>()
  for (const [, font, charset] of head.matchAll(/\\f(\d{1,5})(?:\\(?!f\d)[a-z]+-?\d* ?){0,4}?\\fcharset(\d{1,3})/g)) {
    const label = byCharset[Number(charset)]
    if (label !== undefined) fonts.set(Number(font), label)
  }
  const decoders = new Map<string, TextDecoder>()
  return {
    decode(bytes, font) {
      const label = (font === undefined ? undefined : fonts.get(font)) ?? own
      const decoder = decoders.get(label) ?? new TextDecoder(label)
      decoders.set(label, decoder)
      return decoder.decode(Uint8Array.from(bytes))
    },
  }
}

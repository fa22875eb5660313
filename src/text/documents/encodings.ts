// Bytes as text: by their mark, by what a page says of itself, by their look; and cp1252 where nothing else fits.

/** Every second byte of what is mostly Latin is nothing. */
export function hasUtf16Look(bytes: Uint8Array): boolean {
  if (utf16ByMark(bytes) !== undefined) return true
  return utf16ByLook(bytes) !== undefined
}

function utf16ByMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function utf16ByLook(bytes: Uint8Array): string | undefined {
  const look = bytes.subarray(0, 2_000)
  if (look.length < 4) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < look.length; at += 2) {
    if (look[at] === 0) even += 1
    if (look[at + 1] === 0) odd += 1
  }
  const half = look.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : undefined
}

/** Of an old page: `charset=iso-8859-2`. */
function saidByPage(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2_048))
  return /<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1]
}

function decodedAs(label: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

export function decoded(bytes: Uint8Array): string {
  const wide = utf16ByMark(bytes) ?? utf16ByLook(bytes)
  if (wide !== undefined) return decodedAs(wide, bytes, false) ?? ''
  // What is whole UTF-8 is UTF-8, whatever it says of itself.
  const text = decodedAs('utf-8', bytes, true)
  if (text !== undefined) return text
  const said = saidByPage(bytes)
  const asSaid = said === undefined || /^utf-?8$/i.test(said) ? undefined : decodedAs(said, bytes, false)
  return asSaid ?? decodedAs('windows-1252', bytes, false) ?? ''
}

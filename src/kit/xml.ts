// Writing XML: names and attributes as given, every text escaped, what XML cannot hold left out.

/** Characters that XML 1.0 has no way to write at all. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')

export type Attributes = Readonly<Record<string, string | undefined>>

/** An element; what is `inside` is XML already, so texts have to come through `escapeXml`. */
export function xml(name: string, attributes: Attributes = {}, ...inside: readonly string[]): string {
  const words = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  )
  const open = `${name}${words.join('')}`
  return inside.length === 0 ? `<${open}/>` : `<${open}>${inside.join('')}</${name}>`
}

export const xmlText = (name: string, text: string, attributes: Attributes = {}): string =>
  xml(name, attributes, escapeXml(text))

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`

// Which addresses a text may lead to, read as a browser reads them and not as they look.

/** `work:` and a uid is how a link between two pages of ours is kept. */
export const linkSchemes: readonly string[] = ['http', 'https', 'mailto', 'work']

/** A picture of a work, as its page gives the address; whether whoever reads may see it is asked there. */
export const isOwnFile = /^\/files\/pictures\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Browsers leave out line ends and tabs wherever they stand, and controls and spaces at both ends. */
function asRead(written: string): string {
  const address = written.replace(/[\t\n\r]/g, '')
  let from = 0
  let to = address.length
  while (from < to && address.charCodeAt(from) <= 0x20) from += 1
  while (to > from && address.charCodeAt(to - 1) <= 0x20) to -= 1
  return address.slice(from, to)
}

/** What stands before a colon, when the colon comes before anything that would make it part of a path. */
const schemeOf = (address: string): string | undefined => /^([^/?#]*?):/.exec(address)?.[1]

const uid = /^work:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The address as it is kept, or nothing when it may not stay. */
export function linkAddress(written: string): string | undefined {
  const address = asRead(written)
  const scheme = schemeOf(address)
  if (scheme === undefined) return address
  const known = scheme.toLowerCase()
  if (known === 'work') return uid.test(address) ? address.toLowerCase() : undefined
  return linkSchemes.includes(known) ? `${known}${address.slice(scheme.length)}` : undefined
}

/** Of something on the web: for sources of quotations and for images of others. */
export function webAddress(written: string): string | undefined {
  const address = linkAddress(written)
  return address !== undefined && /^https?:\/\//.test(address) ? address : undefined
}

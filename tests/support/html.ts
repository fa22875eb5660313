// Reads just enough of a page for tests: its words, and its forms with what they hold.

export type FoundForm = { readonly action: string; readonly fields: Record<string, string> }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

export function load(html: string): { text: string; forms: FoundForm[] } {
  const body = html.replace(/<(head|svg|script|style)\b[\s\S]*?<\/\1>/g, ' ')
  const text = decode(body.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => ({
    action: attribute(tag, 'action') ?? '',
    fields: fieldsOf(inner),
  }))
  return { text, forms }
}

function fieldsOf(inner: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of inner.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const isPicked = !/type="(radio|checkbox)"/.test(tag) || /\schecked/.test(tag)
    if (name !== undefined && isPicked) fields[name] = attribute(tag, 'value') ?? ''
  }
  for (const [, tag = '', value = ''] of inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    // A browser passes over one newline at the beginning.
    fields[attribute(tag, 'name') ?? ''] = decode(value.replace(/^\n/, ''))
  }
  for (const [, tag = '', options = ''] of inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b([^>]*\sselected[^>]*)>/.exec(options)?.[1] ?? /<option\b([^>]*)>/.exec(options)?.[1]
    fields[attribute(tag, 'name') ?? ''] = attribute(chosen ?? '', 'value') ?? ''
  }
  return fields
}

/** A page without the random word of its forms, in which any short word can stand by chance. */
export const unguarded = (html: string): string => html.replace(/name="_csrf" value="[^"]*"/g, '')

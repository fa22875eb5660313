// Emphasis that a page had around words which go into fields of plain text: written there as people write it, in asterisks.
import type { Place } from '#src/text/header/fields.ts'
import type { Element } from '#src/text/tree.ts'

export type Emphasis = Place & { readonly before: string; readonly after: string }

const signs: Readonly<Record<string, string>> = {
  i: '*',
  em: '*',
  b: '**',
  strong: '**',
  s: '~~',
  strike: '~~',
  del: '~~',
}

export function emphasisOf({ tagName, properties }: Element): Pick<Emphasis, 'before' | 'after'> | undefined {
  const sign = signs[tagName]
  if (sign !== undefined) return { before: sign, after: sign }
  const to = tagName === 'a' ? properties['href'] : undefined
  return typeof to === 'string' && /^https?:\/\/[^\s()<>"]{1,2000}$/iu.test(to)
    ? { before: '[', after: `](${to})` }
    : undefined
}

/** What is all in italics is so for its looks; a paragraph's emphasis ends with it. */
export function withEmphasis(text: string, place: Place, all: readonly Emphasis[]): string {
  const whole = trimmed(text, place)
  const inside = all
    .filter(({ from, to }) => from < whole.to && to > whole.from)
    .flatMap((each) =>
      paragraphsOf(text, { from: Math.max(each.from, whole.from), to: Math.min(each.to, whole.to) }).map((part) => ({
        ...each,
        ...part,
      })),
    )
    .filter(({ from, to, before }) => from < to && (before === '[' || from > whole.from || to < whole.to))
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
  const open: Emphasis[] = []
  let said = ''
  let at = place.from
  const sayUpTo = (end: number): void => {
    said += text.slice(at, end)
    at = end
  }
  const closeUpTo = (end: number): void => {
    for (let last = open.at(-1); last && last.to <= end; last = open.at(-1)) {
      sayUpTo(last.to)
      said += last.after
      open.pop()
    }
  }
  for (const each of inside) {
    closeUpTo(each.from)
    sayUpTo(each.from)
    said += each.before
    open.push(each)
  }
  closeUpTo(place.to)
  sayUpTo(place.to)
  return said
}

function trimmed(text: string, { from, to }: Place): Place {
  const said = text.slice(from, to)
  const start = from + (said.length - said.trimStart().length)
  return { from: start, to: Math.max(start, from + said.trimEnd().length) }
}

function paragraphsOf(text: string, { from, to }: Place): readonly Place[] {
  const parts: Place[] = []
  for (const { index, 0: said } of text.slice(from, to).matchAll(/[^\n]+(?:\n[^\n]+)*/gu)) {
    const part = trimmed(text, { from: from + index, to: from + index + said.length })
    if (/[\p{L}\p{N}]/u.test(text.slice(part.from, part.to))) parts.push(part)
  }
  return parts
}

// A mail as its reader gets it: one small shape, said as plain text here and as a page in letter-html.ts.

export type Letter = {
  readonly site: string
  readonly subject: string
  /** What it is about, as in the name of a round. */
  readonly heading: string | undefined
  readonly paragraphs: readonly string[]
  readonly link: { readonly label: string; readonly address: string } | undefined
  /** Why it is sent at all. */
  readonly why: string
  /** Where mails like this one can be stopped. */
  readonly stop: string | undefined
}

export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const WIDTH = 72

/** The first line of the plain text is already the news: many see no more of it. */
export function letterText(letter: Letter): string {
  const { heading, link, stop } = letter
  const parts = [
    ...letter.paragraphs,
    ...(link ? [`${link.label}:\n${link.address}`] : []),
    ['--', letter.site, ...(heading === undefined ? [] : [heading]), letter.why].join('\n'),
    ...(stop === undefined ? [] : [`Stop mails like this one:\n${stop}`]),
  ]
  return `${parts.map(wrapped).join('\n\n')}\n`
}

const wrapped = (part: string): string => part.split('\n').map(wrappedLine).join('\n')

/** A word longer than a line, as addresses are, stays whole. */
function wrappedLine(line: string): string {
  const lines: string[] = []
  for (const word of line.split(/ +/)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

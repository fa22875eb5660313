// The beginning of a text for lists and previews, ended where a word ends.

const LENGTH = 280

/** Of plain text; scene breaks and line ends become spaces. What has no spaces is cut between two letters. */
export function excerpt(plain: string, length = LENGTH): string {
  // More than enough to begin with, so that a whole book need not be looked through.
  const beginning = plain.slice(0, length * 8 + 64)
  const start = beginning.replaceAll('* * *', ' ').replace(/\s+/g, ' ').trim()
  if (start.length <= length) return start
  const space = start.lastIndexOf(' ', length)
  const end = space > length / 2 ? space : betweenLetters(start, length)
  return `${start.slice(0, end).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** Never inside what a reader sees as one letter. */
function betweenLetters(text: string, wanted: number): number {
  let end = 0
  for (const { index } of new Intl.Segmenter().segment(text.slice(0, wanted + 64))) if (index <= wanted) end = index
  return end
}

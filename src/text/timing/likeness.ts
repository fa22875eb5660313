// Whether two titles are one with a slip of the pen between them.

/** One slip in six letters, two from ten on. Letters alone: spaces are where people slip most. */
export function isAlike(said: string, known: string): boolean {
  const [one, other] = [said.replaceAll(' ', ''), known.replaceAll(' ', '')]
  const most = Math.min(one.length, other.length) >= 10 ? 2 : 1
  if (Math.abs(one.length - other.length) > most) return false
  // Numbers are never slips: the second part is not the first.
  if (one.replace(/\D/gu, '') !== other.replace(/\D/gu, '')) return false
  return strange(one, other) <= most * 2 && slips(one, other, most) <= most
}

/** How many kinds of letters the two do not have in common; each slip makes two at most. */
function strange(one: string, other: string): number {
  const [own, theirs] = [new Set(one), new Set(other)]
  const apart = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
    [...some].filter((each) => !others.has(each)).length
  return apart(own, theirs) + apart(theirs, own)
}

/** Letters left out, put in, changed, or the wrong way round. */
function slips(one: string, other: string, most: number): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1]
      const cost = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (isSame ? 0 : 1))
      const isCrossed = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      next.push(isCrossed ? Math.min(cost, (before[to - 2] ?? 0) + 1) : cost)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row[other.length] ?? most + 1
}

// Whether a statement leaves canon, and from which part on.
import type { Around } from './around.ts'
import { lexemeAt } from './lexemes.ts'
import type { Mention, Said } from './mentions.ts'

/** The number of the leaf from which on canon is left, or null where nobody says; undefined for canon is said as null altogether. */
export function divergenceOf(
  said: Said,
  mentions: readonly Mention[],
  around: readonly Around[],
): { readonly from: number | null } | null {
  const left = mentions.flatMap((mention, at) => {
    const [[target], instead] = [mention.targets, around[at]?.instead]
    if (!target || !instead) return []
    // "from the season 2 episode Passion" is from that.
    const next = mentions[at + 1]
    const inner = next && next.at - mention.end <= 2 ? next.targets[0] : undefined
    const { from, to, size } = inner && inner.from >= target.from && inner.to <= target.to ? inner : target
    return [{ from: instead === 'after' ? to : from, size }]
  })
  const [finest] = left.toSorted((one, other) => one.size - other.size)
  if (finest) return { from: finest.from }
  return saysAu(said, mentions) ? { from: pointedAt(said, mentions, around) } : null
}

function saysAu({ tokens }: Said, mentions: readonly Mention[]): boolean {
  for (let at = 0; at < tokens.length;) {
    const inside = mentions.find((mention) => at >= mention.at && at < mention.end)
    if (inside) {
      at = inside.end
      continue
    }
    const { kind, end } = lexemeAt(tokens, at)
    const isLeaving =
      kind === 'divergence' || (kind === 'instead' && /^(?:au|ua|diverg|goes|canon)/u.test(tokens[at]?.key ?? ''))
    const isDenied = /^(?:no|not|non|kein|keine|isnt|ohne|pas|sans|не|without)$/u.test(tokens[at - 1]?.key ?? '')
    if (isLeaving && !isDenied) return true
    at = end
  }
  return false
}

/** "AU from the Season 2 episode": right behind the word, with "after", "from" or "post" between. */
function pointedAt({ tokens }: Said, mentions: readonly Mention[], around: readonly Around[]): number | null {
  for (const [at, mention] of mentions.entries()) {
    const near = around[at]
    const [target] = mention.targets
    if (!near || !target || (near.relation !== 'after' && near.relation !== 'from')) continue
    const start = Math.max(mentions[at - 1]?.end ?? 0, mention.at - 8)
    for (let before = mention.at - 1; before >= start; before--) {
      const { kind } = lexemeAt(tokens, before)
      if (kind === 'hard' || kind === 'comma') break
      if (kind === 'divergence' || kind === 'instead') return near.relation === 'after' ? target.to : target.from
    }
  }
  return null
}

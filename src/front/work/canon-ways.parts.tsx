// Under a piece, besides its neighbours by day: what is set before it in canon, and what comes next.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Icon } from '#src/ui/marks.tsx'
import { PieceLink } from './stand-in.parts.tsx'
import type { WorkShown } from './work-shown.ts'

export function InCanonOrder({ shown: { home, inCanon } }: { shown: WorkShown }) {
  if (!home || !inCanon || (!inCanon.before && !inCanon.after)) return null
  const list = asking(paths.masterlist(home.community.slug, home.round.slug), { by: 'timing' })
  return (
    <nav class="work__ways" aria-label={`${home.round.name} in canon order`}>
      {inCanon.before ? <Way piece={inCanon.before} word="before it" icon="arrow-left" /> : <span></span>}
      {inCanon.after ? <Way piece={inCanon.after} word="next" icon="arrow-right" /> : <span></span>}
      <p class="work__all small">
        <a href={list}>
          <Icon name="lamp" /> The whole round in canon order
        </a>
      </p>
    </nav>
  )
}

type WayProps = { readonly piece: ListedPiece; readonly word: string; readonly icon: 'arrow-left' | 'arrow-right' }

const Way = ({ piece, word, icon }: WayProps) => (
  <p>
    <span class="soft small">
      {icon === 'arrow-left' ? <Icon name={icon} /> : null} In canon order, {word}
      {piece.work.timing === '' ? '' : `: ${piece.work.timing}`} {icon === 'arrow-right' ? <Icon name={icon} /> : null}
    </span>
    <br />
    <PieceLink piece={piece} />
  </p>
)

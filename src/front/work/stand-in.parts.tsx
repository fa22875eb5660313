// Beside a piece: what it was to its day where it is not the whole of it, and the way to what belongs to it.
import type { Child } from 'hono/jsx'
import { ForItsDayButton } from '#src/fests/claims/pieces/for-its-day.parts.tsx'
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { paths } from '#src/schema/paths.ts'
import { Slip } from '#src/ui/prose.tsx'
import type { WorkShown } from './work-shown.ts'

export const PieceLink = ({ piece }: { piece: ListedPiece }) => (
  <a href={paths.work(piece.work.id)} dir="auto">
    {piece.work.title}
  </a>
)

type ForItsDayProps = { readonly shown: WorkShown; readonly csrf: string }

export function ForItsDay({ shown: { place, mainCameIn, mayBeForItsDay, work }, csrf }: ForItsDayProps) {
  if (!place) return null
  const { role } = place.piece
  if (role === 'stand-in') {
    const button = mayBeForItsDay ? <ForItsDayButton work={work.id} title={work.title} csrf={csrf} /> : undefined
    return (
      <Told what="This is a stand-in: something small for the day." after={button}>
        <WayOn of={place} here={mainHere(mainCameIn)} ahead="The main piece is still to come." />
      </Told>
    )
  }
  if (role === 'part') {
    return (
      <Told what="This is one part.">
        <WayOn of={place} here="It goes on here:" ahead="More follows." />
      </Told>
    )
  }
  if (place.standIns.length === 0) return null
  return (
    <Told what="Before it came something small:">
      {place.standIns.map((piece, at) => (
        <>
          {at === 0 ? ' ' : ', '}
          <PieceLink piece={piece} />
        </>
      ))}
    </Told>
  )
}

const mainHere = (cameIn: WorkShown['mainCameIn']): string =>
  cameIn === undefined ? 'The main piece is here:' : `The main piece came in ${cameIn.round.name}:`

const Told = ({ what, children, after }: { what: string; children: Child; after?: Child }) => (
  <Slip tone="spot">
    <p class="small">
      <b>{what}</b>
      {children}
    </p>
    {after}
  </Slip>
)

type WayOnProps = { readonly of: NonNullable<WorkShown['place']>; readonly here: string; readonly ahead: string }

function WayOn({ of, here, ahead }: WayOnProps) {
  if (of.main) {
    return (
      <>
        {' '}
        {here} <PieceLink piece={of.main} />
      </>
    )
  }
  return of.moreToCome ? <> {ahead}</> : null
}

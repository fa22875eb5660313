// One of one's own days: how near it is, what is there of it, how it stands in words, and the next thing to do.
import { writerLine } from '#src/fests/claims/later/standing.parts.tsx'
import { SayingLater } from '#src/fests/claims/later/saying-later.parts.tsx'
import { ForItsDayButton } from '#src/fests/claims/pieces/for-its-day.parts.tsx'
import { mayStandIn, postAt, postWords, SmallLink } from '#src/fests/claims/pieces/posting-links.parts.tsx'
import type { OwnPiece } from '#src/fests/posting/own/own-pieces.ts'
import { sayDay, sayDayLong } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink, type ButtonLook } from '#src/ui/forms.tsx'
import { Entry } from '#src/ui/leaves.tsx'
import { draftWords, nearWords, pieceWords } from './day-words.ts'
import type { OwnDay } from './mine.ts'

export type Looking = {
  readonly now: Instant
  readonly zone: string | undefined
  /** Their first name: a day under another one says so. */
  readonly name?: string | undefined
  readonly csrf: string
}

type OwnDayProps = { readonly own: OwnDay; readonly looking: Looking; readonly isFirst?: boolean }

export function OwnDayEntry({ own, looking, isFirst = false }: OwnDayProps) {
  const { community, round, claim, pieces } = own
  const zone = looking.zone ?? claim.zone
  const near = nearWords(own, looking.now)
  const drafts = pieces.filter(({ card }) => card.state === 'draft')
  const handedIn = pieces.filter(({ card }) => card.state !== 'draft')
  const line = writerLine(own, zone)
  return (
    <Entry
      facts={
        <span class="it">
          <a href={paths.round(community.slug, round.slug)}>{round.name}</a>, {community.name}
          {looking.name === undefined || claim.name === looking.name ? null : `, as ${claim.name}`}
        </span>
      }
      title={
        <>
          <a href={paths.claim(community.slug, round.slug, claim.id)}>{dayName(claim.on, looking.now, zone)}</a>
          {near === undefined ? null : <span class="entry__by">, {near}</span>}
        </>
      }
      by={drafts.length === 0 ? undefined : <Drafts drafts={drafts} />}
    >
      {line === undefined ? null : <p>{line}</p>}
      {handedIn.length === 0 ? null : (
        <ul class="small">
          {handedIn.map((piece) => (
            <li>
              <a href={paths.work(piece.work)} dir="auto">
                {piece.card.title}
              </a>
              : {pieceWords(piece, zone)}
            </li>
          ))}
        </ul>
      )}
      <NextStep own={own} looking={looking} isFirst={isFirst} />
    </Entry>
  )
}

/** After the day and how near it is: " · draft, 1,240 words · open". */
const Drafts = ({ drafts }: { drafts: readonly OwnPiece[] }) => (
  <>
    {drafts.map((draft) => (
      <>
        · <Draft draft={draft} />{' '}
      </>
    ))}
  </>
)

export function Draft({ draft }: { draft: OwnPiece }) {
  return (
    <>
      {draftWords(draft)} ·{' '}
      <a href={paths.workEdit(draft.work)}>
        open <span dir="auto">“{draft.card.title}”</span>
      </a>
    </>
  )
}

/** On the day itself there are three; before and after it one. */
function NextStep({ own, looking, isFirst }: Required<OwnDayProps>) {
  const { community, round, claim, seen, standIns } = own
  const size = isFirst ? undefined : 'small'
  if (seen.state === 'given-back') {
    const to = paths.claimTakingBack(community.slug, round.slug, claim.id)
    return (
      <div class="row">
        <ButtonForm
          to={to}
          csrf={looking.csrf}
          label="Take it back"
          about={sayDay(claim.on)}
          look="plain"
          size="small"
        />
      </div>
    )
  }
  if (claim.pieces.main !== 'none' || (seen.state === 'kept' && standIns.length === 0)) return null
  return (
    <div class="row">
      {mayPost(own) ? <PostLink own={own} look={isFirst ? undefined : 'plain'} size={size} /> : null}
      {mayStandIn(own) ? <SmallLink shown={own} size={size} /> : null}
      <SayingLater shown={own} now={looking.now} csrf={looking.csrf} size={size} />
      {standIns.map(({ work, title }) => (
        <ForItsDayButton work={work} title={title} csrf={looking.csrf} />
      ))}
    </div>
  )
}

type PostLinkProps = ButtonLook & { readonly own: OwnDay }

/** A draft goes on where it was left; of several the last. */
function PostLink({ own, look, size }: PostLinkProps) {
  const draft = own.pieces.findLast(({ card }) => card.state === 'draft')
  return (
    <ButtonLink to={draft ? paths.workEdit(draft.work) : postAt(own, {})} look={look} size={size}>
      {draft ? 'Go on with the draft' : postWords(own)}
      <span class="hush"> {draft ? draft.card.title : sayDay(own.claim.on)}</span>
    </ButtonLink>
  )
}

/** With its year where that is another one: this page goes back to the first round. */
const dayName = (on: CalendarDay, now: Instant, zone: string): string =>
  on.slice(0, 4) === dayAt(now, zone).slice(0, 4) ? sayDay(on) : sayDayLong(on)

const mayPost = ({ seen, ahead }: OwnDay): boolean =>
  ['held', 'later'].includes(seen.state) || (seen.state === 'closed' && ahead.mayStillPost)

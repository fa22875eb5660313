// How a claim stands, on its own page: one line of words, what can be done next, and what is promised until when.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { whereItLands, writerFacts } from '#src/fests/claims/later/ahead.ts'
import { GivenBack } from '#src/fests/claims/later/giving-back.parts.tsx'
import { SayingLater } from '#src/fests/claims/later/saying-later.parts.tsx'
import { ForItsDay } from '#src/fests/claims/pieces/for-its-day.parts.tsx'
import { PostingLinks } from '#src/fests/claims/pieces/posting-links.parts.tsx'
import { writerWords } from '#src/fests/claims/table/claim-words.ts'
import { sayCount, sayDeadline, sayStart, sayUntil } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { placeOf } from '#src/kit/zones.ts'

export type StandingProps = {
  readonly shown: ClaimShown
  readonly zone: string
  readonly now: Instant
  readonly csrf: string
}

export function Standing({ shown, zone, now, csrf }: StandingProps) {
  if (shown.seen.state === 'given-back') return <GivenBack shown={shown} zone={zone} csrf={csrf} />
  const line = shown.seen.isMine ? writerLine(shown, zone) : undefined
  const more = moreWords(shown, now)
  return (
    <section class="stack">
      {line === undefined ? null : <p class="lede">{line}</p>}
      <p class={line === undefined ? 'lede' : undefined}>{more}</p>
      <PostingLinks shown={shown}>
        <SayingLater shown={shown} now={now} csrf={csrf} />
      </PostingLinks>
      <ForItsDay standIns={shown.standIns} csrf={csrf} />
      <Promised shown={shown} zone={zone} />
    </section>
  )
}

/** On the day itself the line is the three things that can be done, and those are the buttons. */
export function writerLine(
  { claim, seen, ahead }: Pick<ClaimShown, 'claim' | 'seen' | 'ahead'>,
  zone: string,
): string | undefined {
  const facts = writerFacts(claim, seen, ahead, zone)
  const isToday = facts.state === 'held' && facts.clock === 'today' && !facts.smallPieceUp
  return isToday ? undefined : writerWords(facts)
}

/** What is promised, until when, in the claim's own midnight and in the viewer's. */
function Promised({
  shown: {
    claim,
    round: { graceDays },
  },
  zone,
}: Pick<StandingProps, 'shown' | 'zone'>) {
  const { start, end, graceEnd, roundEnd } = claim.deadlines
  return (
    <dl class="hb">
      <Fact term="Begins" says={sayStart(start, zone)} />
      <Fact term="Ends" says={sayDeadline(end, zone)} />
      <Fact term="On time until" says={sayDeadline(graceEnd, zone)} />
      <Fact term="Round is over" says={`${sayDeadline(roundEnd, zone)}${graceAfter(graceDays)}`} />
      <Fact term="Midnight" says={`as in ${placeOf(claim.zone)}, kept from when the day was taken`} />
    </dl>
  )
}

const graceAfter = (days: number): string =>
  days === 0 ? '' : `; its last day has ${sayCount(days, 'day', 'days')} of grace, too`

function Fact({ term, says }: { term: string; says: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{says}</dd>
    </div>
  )
}

function moreWords(shown: ClaimShown, now: Instant): string {
  const { claim, seen } = shown
  const { start, end, graceEnd } = claim.deadlines
  const your = seen.isMine ? 'your' : 'their'
  if (seen.state === 'later') return laterWords(shown)
  if (seen.state === 'closed') return closedWords(shown)
  if (seen.state === 'kept') return 'The piece is in. Thank you.'
  if (seen.clock === 'before') return `It begins ${sayUntil(now, start.at)}.`
  if (seen.clock === 'today')
    return `It is ${your} day; it ends ${sayUntil(now, end.at)}, and after that grace begins by itself.`
  return `The day is over and grace has begun: a piece is still on time. Grace ends ${sayUntil(now, graceEnd.at)}.`
}

/** The line of the table has said already where it is welcome; whoever does not read that line is told here. */
function laterWords({ claim, seen, ahead }: ClaimShown): string {
  const said = seen.isMine ? 'You have said that it comes later.' : 'It is announced for later.'
  const moved = claim.saidLater ? said : 'It has moved to the free for all.'
  return `${moved} ${seen.isMine ? '' : `${whereItLands(ahead)} `}Nothing to explain.`
}

function closedWords({ round, ahead, by }: ClaimShown): string {
  if (!ahead.mayStillPost)
    return 'The round is over, and the next one has been opened: this one takes no more pieces. Drafts stay.'
  if (round.afterRound === 'ask-mods' && by === 'holder')
    return 'The round is over. Please ask its mods before you add a piece; until then it can be kept as a draft.'
  return 'The round is over. A piece is still welcome.'
}

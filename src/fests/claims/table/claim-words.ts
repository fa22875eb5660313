// What each person reads of a claim: everyone, its writer, and the mods at their desk. Undefined where there is nothing to read.

import type { ClaimDeadlines, Clock } from '#src/fests/claims/table/claim-clock.ts'
import { claimByClock, type ClaimState } from '#src/fests/claims/table/claim-states.ts'
import { sayClock, sayDayShort } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt, daysBetween } from '#src/kit/days.ts'
import { addMillis, type Instant } from '#src/kit/instants.ts'
import type { Deadline } from '#src/kit/deadline.ts'
import { offsetWords, placeOf } from '#src/kit/zones.ts'

/** A piece that is up and that this viewer may see; the visibility of works decides that, not these words. */
export type PieceSeen = {
  readonly role: 'main' | 'part' | 'stand-in'
  readonly title: string
  readonly cameOn: CalendarDay
  /** Of a part or a stand-in: the rest is still awaited. */
  readonly moreToCome: boolean
}

export type PublicFacts = {
  readonly state: ClaimState
  readonly clock: Clock
  readonly day: CalendarDay
  /** Undefined when names are hidden from this viewer. */
  readonly name: string | undefined
  /** The main piece if it can be seen, else a part, else a stand-in. */
  readonly piece: PieceSeen | undefined
  readonly freeDayAhead: boolean
  /** Who has taken the day over, if that may be shown. */
  readonly newName: string | undefined
}

export type WriterFacts = {
  readonly state: ClaimState
  readonly clock: Clock
  readonly day: CalendarDay
  readonly deadlines: ClaimDeadlines
  readonly viewerZone: string
  /** A stand-in or a part is up. */
  readonly smallPieceUp: boolean
  readonly nextFreeDay: CalendarDay | undefined
  /** The main piece is handed in and waits for that day. */
  readonly scheduledFor: CalendarDay | undefined
  /** The round still takes pieces, now or after asking its mods. */
  readonly mayStillPost: boolean
}

export type DeskFacts = {
  readonly state: ClaimState
  readonly clock: Clock
  readonly draftOrScheduled: boolean
  readonly smallPieceUp: 'none' | 'part' | 'stand-in'
  readonly onTime: boolean
  /** Who gave the day back or took it over, and when. */
  readonly ended: { readonly by: string; readonly on: CalendarDay } | undefined
}

export function publicWords(facts: PublicFacts): string | undefined {
  const { name = 'taken', piece } = facts
  switch (standingWords(facts)) {
    case 'held':
      return piece === undefined ? heldWords(facts.clock, name) : titleWords(piece, facts.day)
    case 'later':
      if (piece !== undefined) return titleWords(piece, facts.day)
      return facts.freeDayAhead ? `${name} – expected in the free for all` : `${name} – on the way`
    case 'kept':
      return piece === undefined ? name : titleWords(piece, facts.day)
    case 'taken-over':
      return facts.newName
    case 'closed':
      return piece?.title
    default:
      return undefined
  }
}

export function writerWords(facts: WriterFacts): string | undefined {
  switch (standingWords(facts)) {
    case 'held':
      return writerHeldWords(facts)
    case 'later':
      return writerLaterWords(facts)
    case 'closed':
      return facts.mayStillPost ? 'You can still post it' : undefined
    default:
      return undefined
  }
}

export function deskWords(facts: DeskFacts): string {
  switch (standingWords(facts)) {
    case 'waiting':
      return 'on the list'
    case 'offered':
      return 'offered a place'
    case 'held':
      return deskHeldWords(facts)
    case 'later':
      return deskLaterWords(facts)
    case 'kept':
      return facts.onTime ? 'on time' : 'later'
    case 'given-back':
      return `gave back${endedWords(facts)}`
    case 'taken-over':
      return `taken over${endedWords(facts)}`
    default:
      return 'no piece'
  }
}

// Nobody reads of a held day that its clock has ended, only because no sweep has been by.
function standingWords({ state, clock }: { readonly state: ClaimState; readonly clock: Clock }): ClaimState {
  if (state === 'held') return claimByClock(clock)
  return state === 'later' && clock === 'round-over' ? 'closed' : state
}

function heldWords(clock: Clock, name: string): string {
  if (clock === 'before') return name
  return clock === 'today' ? `${name} – today` : `${name} – on the way`
}

function titleWords(piece: PieceSeen, day: CalendarDay): string {
  if (piece.moreToCome) return `${piece.title}, more to come`
  return piece.cameOn === day ? piece.title : `${piece.title} (${sayDayShort(piece.cameOn)})`
}

function writerHeldWords(facts: WriterFacts): string {
  if (facts.clock === 'grace' || facts.smallPieceUp) return `Still on time until ${graceEndWords(facts)}`
  if (facts.clock === 'today') return 'Post now · something small for today · later'
  return `Your day: ${dayWords(facts)}`
}

function writerLaterWords({ nextFreeDay, scheduledFor }: WriterFacts): string {
  if (scheduledFor !== undefined) return `Handed in; it goes up on ${sayDayShort(scheduledFor)}`
  return nextFreeDay === undefined ? 'Whenever it is ready' : `Whenever it is ready; next: ${sayDayShort(nextFreeDay)}`
}

function dayWords({ day, deadlines, viewerZone }: WriterFacts): string {
  const { start, end } = deadlines
  const from = sayClock(start.at, start.zone)
  // "Until it is over everywhere": the day begins at one end of the world and ends at the other.
  const hours =
    start.zone === end.zone
      ? `${from}–24:00 in ${placeOf(start.zone)}`
      : `from ${from} in ${placeOf(start.zone)} to 24:00 in ${placeOf(end.zone)}`
  const own = `${sayDayShort(day)}, ${hours}`
  if (isSameClock(viewerZone, start) && isSameClock(viewerZone, end)) return own
  const viewerStart = `${sayDayShort(dayAt(start.at, viewerZone))}, ${sayClock(start.at, viewerZone)}`
  const viewerEnd = endOn(end.at, viewerZone)
  return `${own} (${viewerStart} to ${sayDayShort(viewerEnd.day)}, ${viewerEnd.clock} for you)`
}

function graceEndWords({ day, deadlines: { graceEnd }, viewerZone }: WriterFacts): string {
  const own = endOn(graceEnd.at, graceEnd.zone)
  // A weekday alone is clear only while no second one of its name has come.
  const isNear = daysBetween(day, own.day) < 7
  const said = (end: End) =>
    isNear ? `${weekdayShort(end.day)} ${end.clock}` : `${sayDayShort(end.day)}, ${end.clock}`
  if (isSameClock(viewerZone, graceEnd)) return said(own)
  return `${said(own)} in ${placeOf(graceEnd.zone)}, which is ${said(endOn(graceEnd.at, viewerZone))} for you`
}

type End = { readonly day: CalendarDay; readonly clock: string }

// The edge between two days is the end of the first, where something ends.
function endOn(at: Instant, zone: string): End {
  const before = dayAt(addMillis(at, -1), zone)
  return before === dayAt(at, zone) ? { day: before, clock: sayClock(at, zone) } : { day: before, clock: '24:00' }
}

function isSameClock(zone: string, deadline: Deadline): boolean {
  return offsetWords(zone, deadline.at) === offsetWords(deadline.zone, deadline.at)
}

function weekdayShort(day: CalendarDay): string {
  return sayDayShort(day).slice(0, 3)
}

function deskHeldWords({ clock, smallPieceUp, draftOrScheduled }: DeskFacts): string {
  if (smallPieceUp !== 'none') return `${smallPieceUp} up`
  if (clock === 'grace') return 'in grace'
  return clock === 'today' ? 'today' : `claimed; draft or scheduled: ${draftOrScheduled ? 'yes' : 'no'}`
}

/** Until its grace has ended nobody is late, whatever they have said. */
function deskLaterWords({ clock, smallPieceUp }: DeskFacts): string {
  if (clock === 'after-grace') return smallPieceUp === 'none' ? 'late' : `late, ${smallPieceUp} up`
  return smallPieceUp === 'none' ? 'said it comes later' : `${smallPieceUp} up, the rest comes later`
}

function endedWords({ ended }: DeskFacts): string {
  return ended === undefined ? '' : `, by ${ended.by}, on ${sayDayShort(ended.on)}`
}

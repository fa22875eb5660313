// A work with everything its page says around it: its round and neighbours, its fandom, and whether this viewer may change it.
import { standsAlone } from '#src/fests/posting/own/own-pieces.ts'
import { type Answerable, answerableBy, answeredBy } from '#src/fests/posting/answers/answering.ts'
import { placeInRound, type PlaceInRound } from '#src/fests/posting/pieces-seen.ts'
import { openRulingsOf, type Ruling } from '#src/fests/posting/mods/rulings.ts'
import { roundAtHome, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { type Fandom, listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { asksFirst, withheld } from '#src/library/works/adult/asking.ts'
import { type ChaptersShown, chaptersShown, type Wanted } from './chapters/chapters-shown.ts'
import { type CanonWays, canonWays } from './canon-ways.ts'
import { type PeopleSeen, seePeople } from '#src/library/works/asks/asks-seen.ts'
import { seriesWith, type StandsIn } from '#src/library/works/series/series-seen.ts'
import { changedByOthers, type Correction } from '#src/library/works/correcting/corrections.ts'
import { picturesBefore, type PictureSeen } from '#src/library/works/pictures/pictures-seen.ts'
import { type Recording, recordingsOf } from '#src/library/works/recordings/recordings.ts'
import { mayCorrect, mayEdit } from '#src/library/works/work-access.ts'
import { sayWork, type SettingSaid } from './setting-said.ts'
import { seeWork, type WorkSeen } from '#src/library/works/works-seen.ts'
import type { Ctx } from '#src/platform/context.ts'

export type WorkShown = {
  /** Without its text while this viewer is asked whether they are an adult. */
  readonly work: WorkSeen
  readonly isAsked: boolean
  /** Of its chapters those that this page is about. */
  readonly chapters: ChaptersShown
  /** Other people and other works, as far as this viewer may know. */
  readonly people: PeopleSeen
  readonly series: readonly StandsIn[]
  /** Those that stand above the text. */
  readonly pictures: readonly PictureSeen[]
  /** Podfics, vids: links to where they stand. */
  readonly recordings: readonly Recording[]
  readonly fandom: Fandom | undefined
  /** Where it is set and how far it gives canon away, in words. */
  readonly said: SettingSaid
  /** None where the round is deleted, or not open to this viewer. */
  readonly home: RoundAtHome | undefined
  readonly place: PlaceInRound | undefined
  /** Its neighbours in the round in the order of the story. */
  readonly inCanon: CanonWays | undefined
  readonly mayEdit: boolean
  /** What mods decided about it, for those who are told; and what they may decide. */
  readonly rulings: readonly Ruling[]
  readonly mayCorrect: boolean
  /** What mods have changed of it lately, for whoever may put it back. */
  readonly changed: readonly Correction[]
  /** A stand-in of the viewer's whose main piece has not come. */
  readonly mayBeForItsDay: boolean
  /** The round in which the piece came that this one stood for, where that is a later one. */
  readonly mainCameIn: RoundAtHome | undefined
  /** The day of an earlier round for which this is the piece. */
  readonly answered: AnsweredDay | undefined
  /** For its creators: days of earlier rounds for which it could be. */
  readonly answerable: readonly AnsweredDay[]
}

export type AnsweredDay = { readonly claim: number; readonly on: CalendarDay; readonly home: RoundAtHome }

/** `hasSaidAdult`: on this visit. */
export async function showWork(
  ctx: Ctx,
  id: number,
  { hasSaidAdult, wanted }: { readonly hasSaidAdult: boolean; readonly wanted: Wanted },
): Promise<WorkShown> {
  const beholder = await beholderOf(ctx.db, ctx.viewer)
  const seen = await seeWork(ctx.db, beholder, id)
  const isAsked = await asksFirst(ctx, beholder, seen, hasSaidAdult)
  const work = isAsked ? withheld(seen) : seen
  const place = await placeInRound(ctx, beholder, id)
  const home = place && (await roundAtHome(ctx, place.piece.round))
  const isMod = await mayCorrect(ctx.db, beholder, id)
  const fandoms = work.fandom === undefined ? [] : await listFandoms(ctx.db)
  const mayChange = await mayEdit(ctx.db, beholder, id)
  const isNamed = work.byline.kind === 'named'
  const answered = isNamed ? await daysAtHome(ctx, [await answeredBy(ctx.db, id)]) : []
  const open = mayChange && work.state === 'posted' && answered.length === 0
  const mainCameIn = place?.main?.cameIn
  return {
    work,
    isAsked,
    chapters: await chaptersShown(ctx.db, beholder, work, wanted),
    people: await seePeople(ctx.db, beholder, id),
    series: await seriesWith(ctx.db, beholder, id),
    recordings: isAsked ? [] : await recordingsOf(ctx.db, id),
    pictures: isAsked ? [] : await picturesBefore(ctx.db, id),
    fandom: fandoms.find((fandom) => fandom.id === work.fandom),
    said: await sayWork(ctx.db, work),
    home,
    place: home && place,
    rulings: mayChange || isMod ? await openRulingsOf(ctx.db, id) : [],
    mayCorrect: isMod,
    changed: mayChange ? await changedByOthers(ctx, [id]) : [],
    inCanon: home && place && (await canonWays(ctx.db, place.listed, work)),
    mayEdit: mayChange,
    mayBeForItsDay: mayChange && place !== undefined && home !== undefined && (await standsAlone(ctx.db, place.piece)),
    mainCameIn: mainCameIn === undefined ? undefined : await roundAtHome(ctx, mainCameIn),
    answered: answered[0],
    answerable: open ? await daysAtHome(ctx, await answerableBy(ctx.db, id)) : [],
  }
}

/** Rounds that this viewer does not see are left out. */
async function daysAtHome(ctx: Ctx, days: readonly (Answerable | undefined)[]): Promise<AnsweredDay[]> {
  const found: AnsweredDay[] = []
  for (const day of days) {
    const home = day && (await roundAtHome(ctx, day.round))
    if (home) found.push({ claim: day.claim, on: day.on, home })
  }
  return found
}

// Changing a round while it runs: its name, its measures and its choices. Nothing that was promised to a claim gets earlier by it.
import { Refusal } from '#src/kit/refusal.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { findRound, listDays, mustBeInReach, type Round, roundById } from '#src/fests/rounds/rounds.ts'
import { type RoundChange, updateRound, updateStart } from '#src/fests/rounds/rounds.store.ts'
import { dayStart, deadlineAt } from '#src/kit/deadline.ts'
import { type Ink, inkOf, inkOfHue } from '#src/kit/colours/inks.ts'
import { hueOf } from '#src/kit/colours/own-ink.ts'

/** `was` is what the round was, in one line, when whoever changes it looked at it. */
export type ChangeOfRound = RoundChange & {
  readonly was?: string | undefined
  /** Only while nobody but the mods sees the round. */
  readonly start?: StartOfRound | undefined
}

/** `claimsOpen` is a wall time in the zone; undefined is at once. */
export type StartOfRound = {
  readonly midnight: Round['midnight']
  readonly zone: string
  readonly claimsOpen: string | undefined
}

/** What was chosen: an ink, the house's own, or the hue of a colour. Refuses a colour that has no hue (`colour`). */
export function inkChosen({ ink, colour }: { readonly ink: string; readonly colour: string }): Ink | undefined {
  if (ink !== 'own') return inkOf(ink)
  const hue = hueOf(colour)
  if (hue !== undefined) return inkOfHue(hue)
  throw new Refusal(
    'forbidden',
    'round/no-hue',
    'This is a grey, and only the hue of a colour is taken. Choose one with some colour in it; Slate is the quietest of the inks.',
    { about: 'colour' },
  )
}

/** A round in one line, by which two who change it at once are told apart. */
export const outlineOfRound = (round: Round): string =>
  JSON.stringify([
    round.name,
    round.theme,
    round.graceDays,
    round.daysPerPerson ?? null,
    round.allowsEarly,
    round.laterRule,
    round.afterRound,
    round.ink ?? null,
    round.midnight,
    round.timeZone,
    round.claimsOpen?.wall ?? null,
  ])

/**
 * Its address stays. Refuses others than mods, a change that another mod has overtaken, less grace once the first day has begun
 * (`graceDays`), and another start once it is open (`round/open`): people go by what they were told.
 */
export async function changeRound(ctx: Ctx, community: string, slug: string, change: ChangeOfRound): Promise<Round> {
  const { round } = await findRound(ctx, community, slug)
  await mustMod(ctx.db, round.community, ctx.viewer)
  return ctx.atomically({ rounds: round.id }, async (tx) => {
    const current = await roundById(tx.db, round.id)
    if (change.was !== undefined && change.was !== outlineOfRound(current)) throw changedMeanwhile(current)
    if (change.graceDays < current.graceDays && (await hasBegun(tx, current))) throw noLessGrace(current)
    await updateRound(tx, round.id, change)
    if (change.start) await changeStart(tx, current, change.start)
    tx.announce({ name: 'round.changed', round: round.id })
    return roundById(tx.db, round.id)
  })
}

async function changeStart(tx: Tx, { id, name, openedAt }: Round, start: StartOfRound): Promise<void> {
  if (openedAt !== undefined) throw alreadyOpen(name)
  const { midnight, zone, claimsOpen } = start
  if (claimsOpen !== undefined) mustBeInReach(claimsOpen, 'claimsOpen')
  const opens = claimsOpen === undefined ? undefined : deadlineAt(claimsOpen, zone)
  await updateStart(tx, id, { midnight, timeZone: zone, claimsOpen: opens })
}

const alreadyOpen = (name: string): Refusal =>
  new Refusal(
    'closed',
    'round/open',
    `${name} has been opened meanwhile: its midnight, its time zone and the opening of claiming stay. Nothing was changed.`,
    { about: 'midnight' },
  )

/** Somewhere on earth: fourteen hours before Greenwich is where days begin first. */
async function hasBegun({ db, now }: Pick<Ctx, 'db' | 'now'>, round: Round): Promise<boolean> {
  const [first] = await listDays(db, round.id)
  return first !== undefined && now() >= dayStart(first.on, 'Etc/GMT-14').at
}

const noLessGrace = ({ graceDays }: Round): Refusal =>
  new Refusal(
    'closed',
    'round/less-grace',
    `The round has begun, and people go by the grace they were told: it can become longer than ${graceDays}, not shorter.`,
    { about: 'graceDays' },
  )

const changedMeanwhile = ({ name }: Round): Refusal =>
  new Refusal(
    'taken',
    'round/changed',
    `Another mod has changed ${name} meanwhile. Open this page anew to see what it is now; nothing was changed.`,
    { about: 'name' },
  )

// What a database says of a scripted round after a kill: nothing that was told is lost, and nothing was done twice.
import assert from 'node:assert/strict'
import type { Instant } from '#src/kit/instants.ts'
import { unpack } from '#src/platform/text/pack.ts'
import type { ProcessGround } from './process-ground.ts'
import type { Player, Posted, Round } from './process-round.ts'

type Standing = Awaited<ReturnType<typeof standingOf>>

function standingOf(ground: ProcessGround) {
  return ground.look(async (db) => ({
    claims: await db
      .selectFrom('claims')
      .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
      .select(['claims.id', 'claims.day_id as day', 'claims.state', 'claims.place', 'claims.main_life as mainLife'])
      .select(['claims.grace_at as graceAt', 'claims.round_at as roundAt'])
      .select(['pen_names.account_id as account', 'pen_names.name'])
      .execute(),
    turns: await db.selectFrom('claim_turns').selectAll().orderBy('id').execute(),
    works: await db
      .selectFrom('works')
      .innerJoin('chapters', 'chapters.work_id', 'works.id')
      .innerJoin('pieces', 'pieces.work_id', 'works.id')
      .select(['works.id', 'works.once_key as onceKey', 'works.state', 'works.version', 'works.goes_up_at as goesUpAt'])
      .select(['works.posted_at as postedAt', 'works.revealed_at as revealedAt', 'chapters.source'])
      .select(['pieces.claim_id as claim', 'pieces.role', 'pieces.handed_in_at as handedInAt'])
      .execute(),
    saves: await db.selectFrom('work_revisions').select('work_id as work').execute(),
    pieces: await db.selectFrom('pieces').select('work_id as work').execute(),
    changes: await db.selectFrom('changes').select(['name', 'data']).orderBy('seq').execute(),
    mails: await db.selectFrom('mails').select('once_key as key').execute(),
  }))
}

/** The minutes that scheduled pieces were promised, by work, as they were last seen. */
export type Minutes = Map<number, string>

/** After every kill, and at the end; `now` is where the clock has been moved to. Learns which scheduled pieces have which minute. */
export async function assertRoundStands(
  ground: ProcessGround,
  round: Round,
  minutes: Minutes,
  now: Instant,
): Promise<Standing> {
  const standing = await standingOf(ground)
  for (const player of round.players) {
    assertHolds(standing, player)
    assertPosted(standing, player, now)
  }
  assertEntered(standing, round)
  assertTurnsFollow(standing)
  assertClockOnce(standing)
  assertMinutesKept(standing, minutes)
  assertToldOnce(standing)
  return standing
}

const turnsOf = ({ turns }: Standing, claim: number, event: string) =>
  turns.filter((turn) => turn.claim_id === claim && turn.event === event)

function assertHolds(standing: Standing, { name, account, book }: Player): void {
  const { asked } = book
  const mine = standing.claims.filter((claim) => claim.account === account)
  const days = mine.map(({ day }) => day)
  assert.equal(new Set(days).size, days.length, `${name} has a day twice`)
  for (const day of book.days) assert.ok(days.includes(day), `${name} was told they have day ${day}`)
  for (const day of days) assert.ok(book.days.has(day) || (asked && 'day' in asked && asked.day === day))
  for (const { id, day } of mine) {
    const backs = turnsOf(standing, id, 'give-back').length
    const isAsked = asked !== undefined && 'givingBack' in asked && asked.givingBack === id
    assert.ok(
      book.givenBack.has(id) ? backs === 1 : isAsked ? backs <= 1 : backs === 0,
      `${name} gave ${id} back ${backs} times`,
    )
    if (backs === 1) book.givenBack.add(id)
    book.days.add(day)
  }
}

function assertPosted(standing: Standing, { name, account, book }: Player, now: Instant): void {
  const { asked } = book
  const open = asked && 'posting' in asked ? asked.posting : undefined
  const found = standing.works.filter(({ onceKey }) => onceKey?.startsWith(`${account}/`) === true)
  const told = new Map(book.posted.map((posted) => [posted.onceKey, posted]))
  assert.equal(new Set(found.map(({ onceKey }) => onceKey)).size, found.length, `${name} has a piece twice`)
  for (const posted of told.values()) {
    const work = found.find(({ onceKey }) => onceKey === posted.onceKey)
    assert.ok(work, `${name} was told of a piece for claim ${posted.claim}`)
    assert.equal(work.id, posted.work)
  }
  for (const work of found) {
    const posted = told.get(work.onceKey ?? '') ?? (open?.onceKey === work.onceKey ? open : undefined)
    assert.ok(posted, `${name} has a piece that was refused or never asked for`)
    assertWhole(standing, work, posted)
  }
  for (const { claim } of told.values()) assertHandedIn(standing, claim, [...told.values()], { open, now })
}

function assertWhole(standing: Standing, work: Standing['works'][number], posted: Posted): void {
  const about = `work ${work.id}, ${posted.role} for claim ${posted.claim}`
  assert.equal(unpack(work.source), posted.story, `${about}: the text as it was typed`)
  assert.equal(standing.saves.filter((save) => save.work === work.id).length, work.version, about)
  assert.equal(work.version, 1, `${about}: the same form sent again is no new save`)
  assert.equal(standing.pieces.filter((piece) => piece.work === work.id).length, 1, about)
  assert.equal(work.role, posted.role)
  const isBack = turnsOf(standing, posted.claim, 'give-back').length > 0
  assert.ok(['posted', 'scheduled', ...(isBack ? ['draft'] : [])].includes(work.state), `${about} is ${work.state}`)
  if (work.state === 'draft') return
  assert.equal(work.claim, posted.claim, about)
  assert.notEqual(work.handedInAt, null, about)
  if (work.role === 'main' && !isBack) {
    const claim = standing.claims.find(({ id }) => id === posted.claim)
    assert.equal(claim?.mainLife, work.state === 'posted' ? 'up' : 'scheduled', about)
  }
}

/**
 * As many turns of handing in as there are pieces. The clock jumps while pieces are under way: something small that came through
 * when the round was over turns nothing any more.
 */
function assertHandedIn(standing: Standing, claim: number, told: readonly Posted[], life: Life): void {
  const turns = turnsOf(standing, claim, 'hand-in').length
  const pieces = told.filter((posted) => posted.claim === claim)
  const roundAt = standing.claims.find(({ id }) => id === claim)?.roundAt
  const isOver = roundAt !== undefined && life.now >= roundAt
  const least = pieces.filter(({ role }) => role !== 'stand-in' || !isOver).length
  const most = pieces.length + (life.open?.claim === claim ? 1 : 0)
  assert.ok(turns >= least && turns <= most, `claim ${claim}: ${pieces.length} pieces and ${turns} turns`)
}

/** What somebody had asked for when it ended, and the latest that it can have been. */
type Life = { readonly open: Posted | undefined; readonly now: Instant }

function assertEntered({ claims }: Standing, { mod }: Round): void {
  for (const { name, day } of mod.entered) {
    const found = claims.filter((claim) => claim.name === name)
    assert.deepEqual(
      found.map((claim) => claim.day),
      [day],
      name,
    )
  }
  const reserved = claims.filter(({ account }) => account === null)
  assert.ok(reserved.length <= mod.entered.length + (mod.asked ? 1 : 0))
}

/** Each turn begins where the one before it ended, and the claim is where the last one ended; a place has one holder. */
function assertTurnsFollow({ claims, turns }: Standing): void {
  const ends = new Map<number, string>()
  for (const turn of turns) {
    assert.equal(turn.from_state, ends.get(turn.claim_id) ?? 'none', `turn ${turn.id} of claim ${turn.claim_id}`)
    ends.set(turn.claim_id, turn.to_state)
  }
  for (const { id, state } of claims) assert.equal(state, ends.get(id), `claim ${id}`)
  const places = claims.flatMap(({ day, place }) => (place === null ? [] : [`${day}/${place}`]))
  assert.equal(new Set(places).size, places.length)
}

/** What the clock does it does once for each passing, and stamps it with the moment that was promised. */
function assertClockOnce({ claims, turns }: Standing): void {
  const seen = new Set<string>()
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  for (const turn of turns.filter(({ by_whom: by }) => by === 'clock')) {
    const { claim_id: id, event, counts_at: countsAt } = turn
    // A main piece goes live once, so no event of the clock comes twice to a claim here.
    const key = `${id} ${turn.row_number} ${event}`
    assert.ok(!seen.has(key), `twice: claim, row and event ${key}`)
    seen.add(key)
    const claim = byId.get(id)
    if (event === 'grace-passes') assert.equal(countsAt, claim?.graceAt, key)
    if (event === 'round-ends') assert.equal(countsAt, claim?.roundAt, key)
    assert.ok(turn.made_at >= countsAt, `${key} came before its moment`)
  }
}

/** A piece goes up with the minute it was promised, and its claim turns at that same minute. */
function assertMinutesKept({ works, turns }: Standing, minutes: Minutes): void {
  for (const work of works) {
    if (work.state === 'scheduled' && work.goesUpAt !== null) minutes.set(work.id, work.goesUpAt)
    const promised = minutes.get(work.id)
    if (work.state !== 'posted' || promised === undefined) continue
    assert.deepEqual([work.postedAt, work.revealedAt], [promised, promised], `work ${work.id}`)
    const live = turns.filter(({ claim_id: claim, event }) => claim === work.claim && event === 'goes-live')
    if (work.role === 'main') assert.deepEqual([live.length, live[0]?.counts_at], [1, promised], `work ${work.id}`)
  }
}

function assertToldOnce({ changes, turns, works, mails }: Standing): void {
  const told = changes.flatMap(({ name, data }) => (name.startsWith('claim.') ? [Number(JSON.parse(data).turn)] : []))
  assert.deepEqual(
    told.toSorted((one, other) => one - other),
    turns.map(({ id }) => id),
  )
  const posted = changes.flatMap(({ name, data }) => (name === 'work.posted' ? [Number(JSON.parse(data).work)] : []))
  assert.equal(new Set(posted).size, posted.length, 'a piece went up twice')
  assert.deepEqual(
    posted.toSorted((one, other) => one - other),
    works.flatMap(({ id, state }) => (state === 'posted' ? [id] : [])).toSorted((one, other) => one - other),
  )
  const keys = mails.map(({ key }) => key)
  assert.equal(new Set(keys).size, keys.length, 'a mail was written twice')
}

/** When the round is over and the jobs are done nothing is left that a clock owes, and everybody was written to. */
export function assertNothingOwed({ claims, turns, works, mails }: Standing, now: string): void {
  for (const { id, state } of claims) assert.ok(['kept', 'given-back', 'closed'].includes(state), `${id} is ${state}`)
  for (const { id, state, goesUpAt } of works)
    assert.ok(state !== 'scheduled' || (goesUpAt ?? '') > now, `work ${id} should be up`)
  const keys = new Set(mails.map(({ key }) => key))
  for (const claim of claims) {
    const last = turns.findLast((turn) => turn.claim_id === claim.id)
    if (last?.event === 'give-back' && claim.account !== null)
      assert.ok(keys.has(`claim turn ${last.id}`), `nobody was told of turn ${last.id}`)
  }
}

// The mods' desk through its page: every word of the table of claims for mods, what waits, what the clock will do and did, and who sees it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepDraft } from '#src/fests/posting/posting.ts'
import { withdrawPiece } from '#src/fests/posting/taking-down.ts'
import { hidePiece } from '#src/fests/posting/mods/rulings.ts'
import { setClaim } from '#src/fests/claims/mods/setting-right.ts'
import { claimDay } from '#src/fests/claims/claims.ts'
import { openSession } from '#src/people/accounts/sign-in.ts'
import { paths } from '#src/schema/paths.ts'
import { unguarded } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { makeVisitor } from '#tests/support/visitor.ts'
import { makeCrowd, gathering } from '#tests/world/crowd.ts'
import { type Claimed, enter, giveBack, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import type { PersonName } from '#tests/world/people.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'
import { workFor } from '#tests/support/work-done.ts'

const at = paths.desk(where.community)

const deskOf = async (house: TestHouse, who: PersonName = 'mara') => (await house.as(who)).visit(at)

/** The cells of the line of one claim, in whichever list it stands. */
async function lineOf(house: TestHouse, name: string, day: string): Promise<string[]> {
  const { html } = await deskOf(house)
  const rows = [...html.matchAll(/<tr role="row">(?:(?!<\/tr>)[\s\S])*<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td\b[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
      cell
        .replace(/<svg[\s\S]*?<\/svg>/g, '')
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  )
  return rows.find(([on, who]) => on === day && who?.startsWith(name)) ?? []
}

const draftFor = (house: TestHouse, who: PersonName, claim: Claimed) =>
  house.act(who, (ctx) =>
    keepDraft(ctx, where, {
      said: saidOf({ title: 'Xylodraft' }),
      work: undefined,
      claim: claim.id,
      role: 'main',
      when: 'on-the-day',
      reservedName: undefined,
      onceKey: `draft ${claim.id}`,
      pressedAt: house.now(),
      zone: undefined,
    }),
  )

test('held, before: claimed, and whether there is a draft or something scheduled, never its title or text', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-04')
  await take(house, 'ismay', '11-05')
  const third = await take(house, 'nour', '11-06')
  await draftFor(house, 'oriel', one)
  await post(house, 'nour', { claim: third.id, said: saidOf({ title: 'Xylosoon' }) })
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'claimed; draft or scheduled: yes')
  assert.equal((await lineOf(house, 'ismay_writes', 'Thu 5 Nov'))[2], 'claimed; draft or scheduled: no')
  assert.equal((await lineOf(house, 'Nour', 'Fri 6 Nov'))[2], 'claimed; draft or scheduled: yes')
  assert.doesNotMatch(unguarded((await deskOf(house)).html), /xylo|Dear Tobias/i)
})

test('held, today and nothing yet; then in grace', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  assert.deepEqual((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov')).slice(2, 4), ['today', 'no'])
  house.at('2026-11-05T12:00:00.000Z')
  assert.deepEqual((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov')).slice(2, 4), ['in grace', 'no'])
})

test('held, with something small up: a stand-in, or a part', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  await post(house, 'oriel', { claim: one.id, role: 'stand-in' })
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'stand-in up')
  await post(house, 'oriel', { claim: one.id, role: 'part', said: saidOf({ title: 'One of Two' }) })
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'part up')
})

test('expected later: the desk alone says late, whether or not a sweep has been by', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  house.at('2026-11-09T12:00:00.000Z')
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'late')
  await house.runJobs()
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'late')
  const round = await (await house.as('mara')).visit(paths.round(where.community, where.round))
  assert.doesNotMatch(round.text, /\blate\b/i)
})

test('kept: on time, or later', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-04')
  const other = await take(house, 'ismay', '11-05')
  house.at('2026-11-04T12:00:00.000Z')
  await post(house, 'oriel', { claim: one.id })
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'on time')
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  await post(house, 'ismay', { claim: other.id })
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'on time')
  assert.equal((await lineOf(house, 'ismay_writes', 'Thu 5 Nov'))[2], 'later')
})

test('given back and taken over: by whom and when', async () => {
  await using house = await openHouse()
  const one = await take(house, 'oriel', '11-04')
  const other = await enter(house, 'mara', 'Ann Teak', '11-05')
  const third = await take(house, 'nour', '11-06')
  await giveBack(house, 'oriel', one)
  await giveBack(house, 'mara', other)
  await house.act('mara', (ctx) => setClaim(ctx, where, { claim: third.id, to: 'taken-over', reason: 'By letter.' }))
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'gave back, by Oriel Finch, on Mon 19 Oct')
  assert.equal((await lineOf(house, 'Ann Teak', 'Thu 5 Nov'))[2], 'gave back, by Mara Quill, on Mon 19 Oct')
  assert.equal((await lineOf(house, 'Nour', 'Fri 6 Nov'))[2], 'taken over, by Mara Quill, on Mon 19 Oct')
})

test('closed without a piece', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  house.at('2026-11-20T12:00:00.000Z')
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'no piece')
})

test('what waits is let through from the desk', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-09T12:00:00.000Z')
  await house.runJobs()
  await post(house, 'oriel', { claim: claim.id })
  const mara = await house.as('mara')
  assert.match((await mara.visit(at)).text, /A piece by Oriel Finch for Wed 4 Nov waits for the next free-for-all day/)
  await mara.submit(paths.claimLettingThrough(where.community, where.round, claim.id))
  const after = await mara.visit(at)
  assert.match(after.text, /Nothing waits for a mod/)
  assert.equal((await lineOf(house, 'Oriel Finch', 'Wed 4 Nov'))[2], 'later')
})

test('hidden pieces, corrections and days given back stand there with who and when', async () => {
  await using house = await openHouse()
  await giveBack(house, 'ismay', await take(house, 'ismay', '11-12'))
  house.at('2026-10-28T12:00:00.000Z')
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const mara = await house.as('mara')
  await mara.visit(paths.workCorrection(work))
  await mara.submit(paths.workCorrection(work), { title: 'Somebody Awake' })
  await house.act('mara', (ctx) => hidePiece(ctx, work, 'We are asking something.'))
  await giveBack(house, 'nour', await take(house, 'nour', '11-13'))
  const { text } = await mara.visit(at)
  assert.match(
    text,
    /Somebody Awake is hidden, says Mara Quill : We are asking something\. Wednesday 4 November, 12:00/,
  )
  assert.match(text, /The header of Somebody Awake was corrected by Mara Quill \. Wednesday 4 November, 12:00/)
  assert.match(text, /Fri 13 Nov was given back by Nour Wednesday 4 November, 12:00/)
  assert.doesNotMatch(text, /given back by ismay_writes/, 'that was more than two weeks ago')
})

test('what will happen at the next midnights is what then happens', async () => {
  await using house = await openHouse()
  const kept = await take(house, 'oriel', '11-04')
  await take(house, 'ismay', '11-03')
  await take(house, 'nour', '11-05')
  await post(house, 'oriel', { claim: kept.id })
  house.at('2026-11-03T12:00:00.000Z')
  const { text } = await deskOf(house)
  const dry = text.slice(text.indexOf('What happens at the next midnights'), text.indexOf('What the clock did'))
  assert.match(dry, /Wednesday 4 November, 00:00 \(Lisbon\) A scheduled piece goes up by itself, of Oriel Finch/)
  assert.match(
    dry,
    /Wednesday 4 November, 08:00 \(Lisbon\) Tuesday 3 November ends, and grace begins, for ismay_writes/,
  )
  assert.match(dry, /Wednesday 4 November, 22:00 \(Lisbon\) Thursday 5 November begins for Nour/)
  assert.match(
    dry,
    /Thursday 5 November, 08:00 \(Lisbon\) Grace ends\. If nothing comes, the piece is expected in the free for all, for ismay_writes/,
  )
  assert.match(dry, /1 person gets a kind mail/)
  house.at('2026-11-05T08:00:01.000Z')
  await house.runJobs()
  const after = (await deskOf(house)).text
  const did = after.slice(after.indexOf('What the clock did'), after.indexOf('The rest of the calendar'))
  assert.match(
    did,
    /Thursday 5 November, 08:00 \(Lisbon\) Grace ended for ismay_writes, Tue 3 Nov: expected in the free for all\. Give a new day/,
  )
  assert.match(
    did,
    /Wednesday 4 November, 00:00 \(Lisbon\) Somebody Staying Up went up by itself, by Oriel Finch, for Wed 4 Nov\.( Done on [^.]*\.)? Hide it/,
  )
  assert.match(did, /08:00.*00:00/, 'the newest first')
})

test('something small that went up by itself is told too, and what was noticed late says so', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  await take(house, 'ismay', '11-03')
  house.at('2026-11-06T12:00:00.000Z')
  await house.runJobs()
  const { text } = await deskOf(house)
  assert.match(text, /Somebody Staying Up went up by itself, by Oriel Finch, for Wed 4 Nov/)
  assert.match(text, /Tue 3 Nov: expected in the free for all\. Done on Friday 6 November, 12:00 \(Lisbon\)\./)
})

test('where nothing comes soon the first thing after is named', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-04')
  const { text } = await deskOf(house)
  assert.match(text, /Nothing in the next three days\. The first after: Wednesday 4 November, 00:00 \(Lisbon\)/)
})

test('open days ahead are those with a place that are not over', async () => {
  await using house = await openHouse({ at: '2026-11-13T12:00:00.000Z' })
  const { text } = await deskOf(house)
  const open = text.slice(text.indexOf('Open days ahead'))
  assert.match(
    open,
    /Friday 13 November , 1 place Enter somebody.*Saturday 14 November , 1 place.*Sunday 15 November , 1 place/,
  )
  assert.doesNotMatch(open, /12 November|16 November/)
})

test('a quiet desk says so, with a round and between rounds', async () => {
  await using house = await openHouse()
  assert.match((await deskOf(house)).text, /Nothing waits for a mod.*Open days ahead/)
  house.at('2027-02-01T12:00:00.000Z')
  assert.match((await deskOf(house)).text, /No round is running\./)
})

test('the desk is there for its mods alone, and they are led to it', async () => {
  await using house = await openHouse()
  for (const who of [house.guest(), await house.as('oriel'), await house.as('stranger')]) {
    const page = await who.visit(at)
    assert.equal(page.status, 403)
    assert.doesNotMatch(page.html, /Waits for you/)
    for (const path of ['/', paths.community(where.community), paths.round(where.community, where.round)])
      assert.doesNotMatch((await who.visit(path)).html, /\/desk"/, path)
  }
  const mara = await house.as('mara')
  for (const path of ['/', paths.community(where.community), paths.round(where.community, where.round)])
    assert.match((await mara.visit(path)).html, /href="\/c\/tidewater\/desk"/, path)
})

test('an anonymous piece shows its writer to the mods, who may know it; a piece taken down shows nothing', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const { work } = await post(house, 'oriel', { claim: claim.id, said: saidOf({ title: 'Xylotitle' }) })
  house.at('2026-11-04T00:00:01.000Z')
  await house.runJobs()
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_anonymous: 1 }).where('id', '=', work).execute(),
    ),
  )
  assert.match((await deskOf(house)).text, /Xylotitle went up by itself, by Oriel Finch/)
  await house.act('oriel', (ctx) => withdrawPiece(ctx, work))
  assert.doesNotMatch(unguarded((await deskOf(house)).html), /xylo/i)
})

test('three hundred people are on the desk within a second', async () => {
  await using house = await openHouse({ empty: true })
  const crowd = await makeCrowd(house.ground.engine, { people: 300, plan: { places: 40 } })
  for (const [at_, member] of crowd.members.entries()) {
    const viewer = { kind: 'person', account: member.account, session: 0, isAdmin: false } as const
    const day = crowd.days[at_ % crowd.days.length] ?? 0
    await house.act(viewer, (ctx) => claimDay(ctx, gathering, { day, zone: undefined }))
  }
  house.at('2026-11-05T12:00:00.000Z')
  await house.runJobs()
  const token = await house.act({ kind: 'host' }, (ctx) => openSession(ctx, accountOf('mara'), 'a test'))
  const mara = makeVisitor(house.app, new Map([['roundelay', token]]))
  assert.match((await mara.visit(at)).text, /300 people are in/)
  const work = await workFor(() => mara.visit(at))
  assert.ok(work < 1_000, `${work} ms of work`)
})

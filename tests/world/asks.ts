// People of the named world ask one another about works, and answer.
import assert from 'node:assert/strict'
import { type Answer, answerAsk } from '#src/library/works/asks/asks.ts'
import { listAskedOf } from '#src/library/works/asks/own-asks.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { take } from './deeds.ts'
import type { PersonName } from './people.ts'
import { post, saidOf } from './pieces.ts'
import { accountOf } from './tidewater.ts'

export async function twoWorks(): Promise<{ house: TestHouse; work: number; other: number }> {
  const house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const second = await take(house, 'ismay', '11-04').catch(() => take(house, 'ismay', '11-05'))
  house.at('2026-11-05T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const { work: other } = await post(house, 'ismay', { claim: second.id, said: saidOf({ title: 'Salt in the Ink' }) })
  return { house, work, other }
}

export const readAsGuest = async (house: TestHouse, work: number): Promise<string> =>
  (await house.guest().visit(paths.work(work))).text

export const asked = async (house: TestHouse, who: PersonName) => (await house.act(who, listAskedOf)).toReversed()

export async function answer(house: TestHouse, who: PersonName, said: Answer, at = 0): Promise<void> {
  const ask = (await asked(house, who))[at] ?? assert.fail('nobody asked')
  await house.act(who, (ctx) => answerAsk(ctx, ask.id, said))
}

export async function firstName(house: TestHouse, who: PersonName): Promise<string> {
  const { name } = await house.act({ kind: 'host' }, ({ db }) =>
    db
      .selectFrom('pen_names')
      .select('name')
      .where('account_id', '=', accountOf(who))
      .where('is_first', '=', 1)
      .executeTakeFirstOrThrow(),
  )
  return name
}

export const nameId = (house: TestHouse, name: string): Promise<number> =>
  house.act({ kind: 'host' }, async ({ db }) => {
    const { id } = await db.selectFrom('pen_names').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    return id
  })

// Letters of the named world, in a few words.
import { answerLetter, openThread, writeToMods, writeToPerson } from '#src/people/communities/letters/letters.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from './people.ts'
import { accountOf } from './tidewater.ts'

export const lamp = { subject: 'The lamp', body: 'It is out again.\n\nSince Thursday.' }

let count = 0
const once = (): string => `letter ${(count += 1)}`

export const toMods = (house: TestHouse, who: PersonName, said = lamp, onceKey = once()): Promise<number> =>
  house.act(who, (ctx) => writeToMods(ctx, 'tidewater', { ...said, onceKey }))

/** Whoever it is to is named by their first name, as in the list of members. */
export const fromMod = (house: TestHouse, to: PersonName, said = lamp, onceKey = once()): Promise<number> =>
  house.act('mara', async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('pen_names')
      .select('id')
      .where('account_id', '=', accountOf(to))
      .executeTakeFirstOrThrow()
    return writeToPerson(ctx, 'tidewater', { account: accountOf(to), penName: id }, { ...said, onceKey })
  })

export const answer = (
  house: TestHouse,
  who: PersonName,
  thread: number,
  body: string,
  onceKey = once(),
): Promise<void> => house.act(who, (ctx) => answerLetter(ctx, 'tidewater', thread, { body, onceKey }))

export const read = async (house: TestHouse, who: PersonName, thread: number): Promise<string[]> =>
  (await house.act(who, (ctx) => openThread(ctx, 'tidewater', thread))).letters.map(
    ({ side, name, body }) => `${side} ${name}: ${body}`,
  )

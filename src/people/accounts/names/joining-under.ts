// An account whose first name is one that is kept here: no other has to be invented on the way.
import type { Ctx, Tx } from '#src/platform/context.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { makeUnnamed, type NewPerson } from '../accounts.ts'
import { askWhoseAddress } from '../mailed/asking.ts'

export type PersonUnderName = Omit<NewPerson, 'name'>

export type JoiningUnder = {
  /** `vouched` where a mod stands for the person. */
  readonly standing: 'vouched' | 'unconfirmed'
  readonly vouchedBy: number | null
  /** Gives the new account its name, or refuses. */
  readonly nameIt: (tx: Tx, account: number) => Promise<void>
}

/** Whoever calls has made sure that this person may have an account and the name. */
export async function joinUnder(ctx: Ctx, person: PersonUnderName, how: JoiningUnder): Promise<number> {
  const passwordHash = await hashPassword(person.password, ctx.random)
  return ctx.atomically('nothing', async (tx) => {
    const { standing, vouchedBy } = how
    const account = await makeUnnamed(tx, { ...person, passwordHash, isAdmin: false, standing, vouchedBy })
    await how.nameIt(tx, account)
    await askWhoseAddress(tx, account)
    tx.announce({ name: 'account.joined', account })
    return account
  })
}

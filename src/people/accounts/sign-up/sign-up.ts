// Making an account without an invitation. Nobody learns by it whether an address has one: it gets what every address gets.
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import { isAnybodyHere, makeAccount, type NewPerson } from '../accounts.ts'
import { askWhoseAddress } from '../mailed/asking.ts'
import { signUpRule } from './sign-up-rule.ts'

/** Refuses where accounts are by invitation, and before the site is set up; then a name that is taken (`name`). */
export async function signUp(ctx: Ctx, person: NewPerson): Promise<number> {
  await mustBeOpen(ctx)
  const passwordHash = await hashPassword(person.password, ctx.random)
  return ctx.atomically('nothing', async (tx) => {
    const account = await makeAccount(tx, { ...person, passwordHash, isAdmin: false, standing: 'unconfirmed' })
    await askWhoseAddress(tx, account)
    tx.announce({ name: 'account.joined', account })
    return account
  })
}

export async function mustBeOpen(ctx: Pick<Ctx, 'db'>): Promise<void> {
  if (!(await isAnybodyHere(ctx.db)))
    throw new Refusal('closed', 'sign-up/nobody-yet', 'This site has not been set up yet.')
  if ((await signUpRule(ctx.db)) === 'invited') {
    throw new Refusal(
      'closed',
      'sign-up/invited',
      'Accounts here are by invitation: a mod of your community can send you a link to make one.',
    )
  }
}

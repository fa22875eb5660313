// Asks by mail whose an address is. Whoever has an account under it already hears that instead; nobody else can tell the difference.
import { emailKey } from '#src/kit/fold.ts'
import type { Tx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'
import { findAccountByEmail } from '../accounts.store.ts'
import { findOwnAccount } from '../own/own.store.ts'
import { sayLasting } from './mailed-links.ts'

export async function askWhoseAddress(tx: Tx, account: number): Promise<void> {
  const own = await findOwnAccount(tx.db, account)
  if (!own || own.confirmedAt !== null) return
  const holder = await findAccountByEmail(tx.db, emailKey(own.email))
  const onceKey = `whose address ${account} ${tx.uid()}`
  if (holder) await postMail(tx, { account: holder.id, kind: 'account/known', onceKey, ...known })
  else await postMail(tx, { account, kind: 'account/confirm', onceKey, ...confirm })
}

const confirm = {
  subject: 'Please confirm your address',
  body: [
    'An account has been made here with this address. If that was you, one button says so; until then, days that you take are held for 48 hours.',
    `The link works once, within ${sayLasting('confirm')}. If it was not you, there is nothing to do: without this link nobody can have your address.`,
  ].join('\n\n'),
  link: { label: 'Confirm this address', purpose: 'confirm' },
}

const known = {
  subject: 'You have an account here already',
  body: [
    'Somebody, perhaps you, has just made an account with this address. You have one here already, and nothing about it has changed.',
    'If it was you: sign in with the account you have; if the password is gone, you can have a link to sign in mailed to you. The new one cannot be confirmed. If it was not you, there is nothing to do: nobody has learnt that you are here.',
  ].join('\n\n'),
  link: { label: 'Sign in', path: paths.signIn },
}

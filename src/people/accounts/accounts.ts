// People and the names they write under: an account is made through a link, a pen name is nobody else's.
import { emailKey, penNameKey } from '#src/kit/fold.ts'
import { isNamelessKey, NAMELESS } from '#src/kit/nameless.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'
import { hashPassword } from '#src/platform/passwords.ts'
import {
  countAccounts,
  findAccountByEmail,
  findPenNameAsWritten,
  findPenNameByKey,
  findZoneOf,
  insertAccount,
  insertPenName,
  listPenNamesOf,
  type PenName,
  reservePenName,
  updateZone,
} from './accounts.store.ts'
import { checkLink, useLink } from './links.ts'
import { askWhoseAddress } from './mailed/asking.ts'

export type { PenName } from './accounts.store.ts'

export type NewPerson = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly zone: string
}

/**
 * Refuses a link that does not work, before anything else is said; then a name that is taken (`name`). Whoever invited
 * stands for the person; whose the address is, a mail asks.
 */
export async function joinByLink(ctx: Ctx, link: string, person: NewPerson): Promise<number> {
  await checkLink(ctx, link, 'join')
  const passwordHash = await hashPassword(person.password, ctx.random)
  return ctx.atomically('nothing', async (tx) => {
    const account = await makeAccount(tx, { ...person, passwordHash, isAdmin: false, standing: 'vouched' })
    await useLink(tx, link, 'join', account)
    await askWhoseAddress(tx, account)
    tx.announce({ name: 'account.joined', account })
    return account
  })
}

type Made = Omit<NewPerson, 'password'> & {
  readonly passwordHash: string
  readonly isAdmin: boolean
  /**
   * `confirmed` by default: nobody doubts that the address is theirs. `vouched`: somebody stands for the person, and
   * nobody for the address. Of the other two any number may name the same address, so that nobody learns who has one.
   */
  readonly standing?: 'confirmed' | 'vouched' | 'unconfirmed'
  readonly vouchedBy?: number | null
}

/** For operations that make a person as part of something larger, within their transaction. */
export async function makeAccount(tx: Tx, person: Made): Promise<number> {
  const account = await makeUnnamed(tx, person)
  await makePenName(tx, account, person.name)
  return account
}

/** For whoever gives it a name that is kept here already, within the same transaction. */
export async function makeUnnamed(tx: Tx, person: Omit<Made, 'name'>): Promise<number> {
  const key = emailKey(person.email)
  const standing = person.standing ?? 'confirmed'
  const isConfirmed = standing === 'confirmed'
  if (isConfirmed && (await findAccountByEmail(tx.db, key))) throw emailTaken()
  const row = {
    email: person.email,
    emailKey: key,
    passwordHash: person.passwordHash,
    timeZone: person.zone,
    adminSince: person.isAdmin ? tx.now() : null,
    confirmedAt: isConfirmed ? tx.now() : null,
    vouchedAt: standing === 'vouched' ? tx.now() : null,
    vouchedBy: person.vouchedBy ?? null,
    unconfirmedKey: isConfirmed ? null : key,
  }
  return unlessTaken(tx, insertAccount(tx, row), emailTaken)
}

/** For whoever has made sure that the account may have one more. The first of an account stands for it. */
export async function makePenName(tx: Tx, account: number, name: string): Promise<number> {
  const key = keyOf(name)
  const holder = await findPenNameByKey(tx.db, key)
  if (holder) throw nameTaken(holder)
  const isFirst = (await listPenNamesOf(tx.db, account)).length === 0
  return unlessTaken(tx, insertPenName(tx, { account, name, key, isFirst }), () => nameTaken({ name, account }))
}

/** Refuses what has nothing that could be compared. */
export function keyOf(name: string): string {
  const key = penNameKey(name)
  if (isNamelessKey(key)) throw nameTaken({ name: NAMELESS, account: null, isLeft: true })
  if (key !== '') return key
  throw new Refusal('forbidden', 'pen-name/empty', 'A name needs at least one letter or digit.', { about: 'name' })
}

const emailTaken = (): Refusal =>
  new Refusal(
    'taken',
    'account/email-taken',
    'There is an account with this address already. Sign in with it instead.',
    { about: 'email' },
  )

/** Whoever was entered by a mod would choose their own name and find it taken: they are told how it becomes theirs. */
const nameTaken = ({ name, account, isLeft }: Pick<PenName, 'name' | 'account'> & { isLeft?: boolean }): Refusal =>
  new Refusal(
    'taken',
    'pen-name/taken',
    account === null && isLeft !== true
      ? `${name} is kept here for somebody who takes part without an account. If that is you, choose another name for now: the link in your mail makes it yours, or ask the mod for a link.`
      : `${name} is somebody’s name here already, or too much like it. Please choose another.`,
    { about: 'name' },
  )

/**
 * The name as it stands here, or a new reserved one: mods enter people who have no account, who may take it over later.
 * Refuses the name of somebody who has left.
 */
export async function findOrReserveName(tx: Tx, name: string): Promise<PenName> {
  const key = keyOf(name)
  const found =
    (await findPenNameAsWritten(tx.db, name)) ??
    (await findPenNameByKey(tx.db, key)) ??
    (await reservePenName(tx, name, key))
  if (!found.isLeft) return found
  throw new Refusal(
    'taken',
    'pen-name/left',
    `${found.name} has left this site, and nobody writes under that name now.`,
    {
      about: 'name',
    },
  )
}

/** For somebody who comes by themselves and has no account. Refuses (`name`) whatever is anybody’s here, or too much like it. */
export async function reserveNewName(tx: Tx, name: string): Promise<number> {
  const key = keyOf(name)
  const holder = await findPenNameByKey(tx.db, key)
  if (holder) throw nameTaken(holder)
  const row = { account: null, name, key, isFirst: false }
  return unlessTaken(tx, insertPenName(tx, row), () => nameTaken({ name, account: null }))
}

/** The name as somebody types it; undefined where nobody here has it. */
export async function findName(db: Reader, name: string): Promise<PenName | undefined> {
  const key = penNameKey(name)
  return (await findPenNameAsWritten(db, name)) ?? (key === '' ? undefined : await findPenNameByKey(db, key))
}

/** Those in use, the first of them first. */
export const listMyPenNames = (db: Reader, account: number): Promise<PenName[]> => listPenNamesOf(db, account)

/** The one that was chosen, if it is this person’s and in use; for everybody else there is no such name. */
export async function findMyPenName(db: Reader, account: number, penName: number): Promise<PenName> {
  const found = (await listPenNamesOf(db, account)).find(({ id }) => id === penName)
  if (!found) throw isMissing('name')
  return found
}

export const zoneOf = (db: Reader, account: number): Promise<string | null> => findZoneOf(db, account)

export async function changeZone(ctx: Ctx, account: number, zone: string): Promise<void> {
  await ctx.atomically({ accounts: account }, (tx) => updateZone(tx, account, zone))
}

export const isAnybodyHere = async (db: Reader): Promise<boolean> => (await countAccounts(db)) > 0

// Mails in tests: writing one, sending what is due, what became of each, and what somebody finds in their mailbox.
import assert from 'node:assert/strict'
import type { Parcel } from '#src/platform/mail/smtp.ts'
import { dressFor } from '#src/moderation/instance/mail-dress.ts'
import { deliverDue } from '#src/platform/mail/delivery.ts'
import { type Mail, postMail } from '#src/platform/mail/outbox.ts'
import { rowsOf } from '#tests/world/deeds.ts'
import { accountOf } from '#tests/world/tidewater.ts'
import type { MailServer } from './mail-server.ts'
import type { TestHouse } from './open-house.ts'

export type Post = { readonly find: (to: string, subject?: RegExp) => Promise<Parcel>; readonly all: Parcel[] }

/** Sends what is due whenever it is asked, and keeps it. */
export function openPost(house: TestHouse): Post {
  const all: Parcel[] = []
  return {
    all,
    async find(to, subject = /./) {
      all.push(...(await house.sendMails()))
      const found = all.findLast((parcel) => parcel.to === to && subject.test(parcel.subject))
      return found ?? assert.fail(`${to} has no such mail, only ${all.map((one) => one.subject).join(', ')}`)
    },
  }
}

/** Of the button in a mail. */
export const linkIn = (parcel: Parcel): string =>
  /^http:\/\/fest\.example(\/\S*)$/m.exec(parcel.text)?.[1] ?? assert.fail(parcel.text)

let count = 0

/** One more to ismay, about a day if nothing else is said. */
export function post(house: TestHouse, more: Partial<Mail> = {}): Promise<void> {
  count += 1
  const mail = { account: accountOf('ismay'), kind: 'claim.made', subject: `Number ${count}`, body: 'A day.' }
  return house.act({ kind: 'clock' }, (ctx) =>
    ctx.atomically('nothing', (tx) => postMail(tx, { ...mail, onceKey: `number ${count}`, ...more })),
  )
}

/** False where the server could not be reached. */
export const deliver = (house: TestHouse, server: MailServer): Promise<boolean> =>
  deliverDue(house.ground, { dress: dressFor('https://fest.example'), mailer: server.mailer })

/** In the order in which they were written. */
export const fates = async (house: TestHouse): Promise<string[]> =>
  (await rowsOf(house, 'mails')).map((mail) => mail.given_up_why ?? (mail.sent_at === null ? 'waits' : 'sent'))

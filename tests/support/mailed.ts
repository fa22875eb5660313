// What somebody finds in their mail: the newest one for an address, and the path of its link.
import assert from 'node:assert/strict'
import type { Parcel } from '#src/platform/mail/smtp.ts'
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

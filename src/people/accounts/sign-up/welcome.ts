// What is said to whoever has just joined, and to whoever asks for a mail: never that one is on its way where none is sent.
import type { MailRoad } from '#src/platform/mail/mail-config.ts'

export const afterJoining = (road: MailRoad): string =>
  road === 'sent'
    ? 'Welcome. You have an account now. We have mailed you a link: please confirm your address with it within 48 hours.'
    : `Welcome. You have an account now. ${withoutMail[road]}`

export const afterAskingAgain = (road: MailRoad): string =>
  road === 'sent' ? 'Another link is on its way to your address.' : withoutMail[road]

const withoutMail = {
  shown: 'No mail is sent from this machine: the link that confirms your address is in the outbox, for its admin.',
  kept: 'No mail is sent from this site yet, so an admin confirms you. Until then, days you take are held for 48 hours.',
}

export const afterAskingForLink = (road: MailRoad, lasts: string): string =>
  road === 'sent'
    ? `If there is an account with this address, a link is on its way to it. It works once, within ${lasts}.`
    : `If there is an account with this address, its link is in the outbox, for the admin of this machine.`

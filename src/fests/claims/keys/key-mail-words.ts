// What mods are told has become of the mail with a key link: nobody is said to be mailed where no mail leaves.
import type { MailRoad } from '#src/platform/mail/mail-config.ts'

export const whereLinkIs: Readonly<Record<MailRoad, string>> = {
  sent: 'The link to it is on its way by mail.',
  shown: 'The link to it waits in the outbox: no mail leaves this machine.',
  kept: 'The link to it waits in the outbox until this site sends mail.',
}

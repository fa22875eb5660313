// The mail that brings a key link: what is claimed, until when, and what can be done by it without an account.
import type { StoredClaim } from '#src/fests/claims/claims.store.ts'
import { keyPurpose } from '#src/fests/claims/keys/keys.ts'
import { sayDay, sayDeadline } from '#src/kit/date-words.ts'
import type { Tx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'

/** Why it is sent: a mod has entered somebody or sends the link again, or somebody has taken a day by themselves, or one more. */
export type KeyOccasion = 'entered' | 'again' | 'own' | 'more'

type Lettered = {
  readonly claim: StoredClaim
  readonly round: string
  readonly email: string
  readonly occasion: KeyOccasion
}

export async function postKey(tx: Tx, { claim, round, email, occasion }: Lettered): Promise<void> {
  await postMail(tx, {
    account: null,
    to: email,
    kind: 'key.link',
    onceKey: `key of claim ${claim.id} ${tx.uid()}`,
    heading: round,
    subject: occasion === 'own' ? `Is ${sayDay(claim.on)} yours?` : `Your day: ${sayDay(claim.on)}`,
    body: [...beginning(claim, round, occasion), ...ending].join('\n\n'),
    link: { label: occasion === 'own' ? 'Yes, and to my day' : 'To your day', purpose: keyPurpose(claim.id) },
  })
}

function beginning(claim: StoredClaim, round: string, occasion: KeyOccasion): string[] {
  const day = sayDay(claim.on)
  const { name } = claim
  if (occasion === 'own') {
    return [
      `Somebody, perhaps you, has taken ${day} in ${round} as ${name} and gave this address. If that was you, one button says so; until then the day is held for 48 hours, and then it is open again for everybody.`,
      `If it was not you, there is nothing to do: nobody learns that you have got this mail.`,
      standing(claim),
    ]
  }
  return [`${why[occasion]} ${day} in ${round}, under the name ${name}.`, standing(claim)]
}

const why = {
  entered: 'A mod has entered this for you:',
  again: 'Here is a new link, and the earlier ones work no more. It is to',
  more: 'You have taken one more day:',
} as const

const standing = ({ state, deadlines, zone }: StoredClaim): string =>
  state === 'held'
    ? `The day is yours until ${sayDeadline(deadlines.end, zone)}; a piece counts as on time until ${sayDeadline(deadlines.graceEnd, zone)}.`
    : 'How it stands now is said on the page behind the link.'

const ending = [
  'You need no account. The link is the key to this day: with it you move it, give it back, say that the piece comes later, or post. Whoever has the link can do that, so keep it to yourself.',
  'Should you want an account one day, the same page makes the name your own.',
]

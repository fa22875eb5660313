// How a mod sets a claim right: the state it is to have, and the reason that the person is told.
import type { Settable } from '#src/fests/claims/mods/setting-right.ts'
import { choice, sentence } from '#src/kit/form-fields.ts'

const states: readonly { readonly value: Settable; readonly label: string }[] = [
  { value: 'held', label: 'Held: the piece is still to come, and on time' },
  { value: 'later', label: 'Expected in the free for all' },
  { value: 'kept', label: 'Kept: the piece is in' },
  { value: 'given-back', label: 'Given back: the day is open again' },
  { value: 'taken-over', label: 'Taken over by somebody else' },
  { value: 'closed', label: 'The round ended without a piece' },
]

export const stateForm = {
  fields: {
    state: choice({ label: 'What it should be', choices: states }),
    reason: sentence({
      label: 'Why',
      hint: 'They are told this by mail, and it stands on this page for them and the mods. Nobody else reads it.',
      maxLength: 2_000,
    }),
  },
}

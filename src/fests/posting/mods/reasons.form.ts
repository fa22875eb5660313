// What a mod says with a decision about a piece: why, which its writer is told.
import { sentence } from '#src/kit/form-fields.ts'

export const reasonForm = {
  fields: {
    reason: sentence({
      label: 'Why',
      hint: 'Its writer is told this, and reads it on the page of the piece. Nobody else does, but the mods.',
      maxLength: 2_000,
    }),
  },
}

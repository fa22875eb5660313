// What is said of a new name, and under which of several names something is done.
import type { Field } from '#src/kit/form.ts'
import { text } from '#src/kit/form-fields.ts'

export const newNameForm = {
  fields: {
    name: text({
      label: 'Another name',
      hint: 'Capitals, accents, spaces, hyphens and letters that look alike do not make a new name.',
      maxLength: 60,
    }),
  },
}

/** Only asked of those who have several; without it the name counts under which they are in the community. */
export const underName: Field<number | undefined> = {
  kind: 'choice',
  label: 'Under which name',
  read: (typed) => ({ value: /^\d{1,15}$/.test(typed) ? Number(typed) : undefined }),
}

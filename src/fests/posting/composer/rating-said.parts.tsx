// The rating in its writer's own words, where they say more than the one of the list: the reason stays, in sight of its writer and of readers.
import type { Again } from '#src/platform/web/web.ts'
import { TextField } from '#src/ui/fields.tsx'
import { HiddenField } from '#src/ui/forms.tsx'

const LONGEST = 500

export function RatingSaid({ again }: { readonly again: Again }) {
  const said = again.entries.get('ratingSaid')?.trim() ?? ''
  const chosen = again.entries.get('rating')?.trim() ?? ''
  if (said === '' || said.toLowerCase() === chosen.toLowerCase()) return <HiddenField name="ratingSaid" value={said} />
  return (
    <TextField
      name="ratingSaid"
      label="The rating in your words"
      hint="Readers see it beside the rating. Leave it empty if the rating says enough."
      value={said}
      maxlength={LONGEST}
      optional
    />
  )
}

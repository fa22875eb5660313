// What was tidied of a text, told to its writer, with a tick for each kind that is to stay as it came.
import { leaveField, leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import type { Entries } from '#src/kit/form.ts'
import { layouts, nameOfKind, sayTidied, type Tidied, type TidyKind } from '#src/text/tidy/kinds.ts'
import { fieldId } from '#src/ui/fields.tsx'

type TidiedListProps = {
  /** Undefined where the text has not been looked at in this request. */
  readonly tidied: readonly Tidied[] | undefined
  readonly entries: Entries
  /** Which buttons of the form do that. */
  readonly shownBy?: string
}

const READING = '“Read the text again” and “Preview” show'

export function TidiedList({ tidied = [], entries, shownBy = READING }: TidiedListProps) {
  const left = leftIn(entries).filter((kind) => !layouts.some((layout) => layout === kind))
  const kinds = [
    ...tidied.map((one) => ({ kind: one.kind, says: sayTidied(one), isLeft: false })),
    ...left.map((kind) => ({ kind, says: `As they came: ${nameOfKind(kind)}`, isLeft: true })),
  ]
  if (kinds.length === 0) return null
  return (
    <fieldset class="field tidied" id="tidied">
      <legend>Tidied</legend>
      <p class="hint">No letter is lost by it. Tick what is to stay as it came; {shownBy} what that does.</p>
      <ul class="tidied__list">
        {kinds.map((one) => (
          <li>
            <Leave {...one} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Leave({ kind, says, isLeft }: { kind: TidyKind; says: string; isLeft: boolean }) {
  const name = leaveField(kind)
  const id = fieldId(name)
  return (
    <label class="tick" for={id}>
      <input type="checkbox" id={id} name={name} value="yes" checked={isLeft} />
      <span>
        {says}
        {isLeft ? null : <span class="hush">: leave this as it came</span>}
      </span>
    </label>
  )
}

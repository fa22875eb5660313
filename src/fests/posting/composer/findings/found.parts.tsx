// Beneath a field: the words it was found in, with a choice of what else they may be, and a button that puts them back.
import type { Child } from 'hono/jsx'
import { choiceName, type Finding, findingsIn, lettersOf } from '#src/fests/posting/composer/findings/findings.ts'
import { kindWords, offeredKinds } from '#src/fests/posting/composer/findings/finding-words.ts'
import { backAct } from '#src/fests/posting/composer/findings/reading-again.form.ts'
import { headerFields } from '#src/fests/posting/header/header-template.ts'
import { fieldWords } from '#src/fests/posting/header/header-words.ts'
import type { Entries } from '#src/kit/form.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Again } from '#src/platform/web/web.ts'
import { Button } from '#src/ui/forms.tsx'

export function Key({ letter }: { readonly letter: string | undefined }) {
  return letter === undefined ? null : (
    <span class="key" aria-hidden="true">
      {letter}
    </span>
  )
}

const LONGEST_QUOTED = 70

const quoted = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ')
  return line.length > LONGEST_QUOTED ? `${line.slice(0, LONGEST_QUOTED)} …` : line
}

type ControlProps = { readonly finding: Finding; readonly letter?: string | undefined }

/** The words, and what they are: with the keyboard as with a finger. */
export function Control({ finding: { id, words, is }, letter }: ControlProps) {
  const name = choiceName(id)
  const kinds = offeredKinds.includes(is) ? offeredKinds : [is, ...offeredKinds]
  return (
    <div class="finding" id={`finding-${id}`}>
      <label for={`f-${name}`}>
        <Key letter={letter} />“{quoted(words)}” is
      </label>
      <select class="input" id={`f-${name}`} name={name}>
        {kinds.map((kind) => (
          <option value={kind} selected={kind === is}>
            {kindWords(kind)}
          </option>
        ))}
      </select>
      {/* Where somebody is choosing, the way on is beside the choice. */}
      <span class="finding__go">
        <Button name="do" value="again" look="plain" size="small">
          Read it again
        </Button>
      </span>
    </div>
  )
}

type Found = {
  readonly reading?: ReadPost | undefined
  readonly found?: Entries | undefined
  readonly again: Again
}

/** By the names of fields: what goes beneath each. */
export function foundLines({ reading, found, again }: Found): Readonly<Record<string, Child>> {
  if (!reading || !again.entries.has('pasted')) return {}
  const findings = findingsIn(reading)
  const letters = lettersOf(findings)
  return Object.fromEntries(
    headerFields.flatMap((name) => {
      const here = findings.filter(({ place }) => place === name)
      const back = putBack(found?.get(name), again.entries.get(name))
      if (here.length === 0 && back === undefined) return []
      return [
        [
          name,
          <div class="findings">
            {here.map((finding) => (
              <Control finding={finding} letter={letters.get(name)} />
            ))}
            {back === undefined || name === 'fandom' ? null : (
              <Button name="do" value={backAct(name)} look="quiet" size="small" icon="undo">
                Put back “{quoted(back)}”<span class="hush"> as {fieldWords[name]}</span>
              </Button>
            )}
          </div>,
        ],
      ]
    }),
  )
}

/** What was found, where something else stands in the field now. */
function putBack(found: string | undefined, typed: string | undefined): string | undefined {
  const was = (found ?? '').trim()
  return was === '' || was === (typed ?? '').trim() ? undefined : was
}

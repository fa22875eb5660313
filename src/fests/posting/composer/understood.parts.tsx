// Beneath the timing line: where we think the piece is set, which words say so, and what else it could be, to be chosen.
import { SURE } from '#src/library/canon/canon-order.ts'
import { type Setting, type SettingRead, UNSURE } from '#src/library/canon/placing.ts'
import type { Again } from '#src/platform/web/web.ts'
import { readWarnings } from '#src/text/vocabulary/warning-words.ts'
import { RadioField } from '#src/ui/choices.tsx'
import { Icon } from '#src/ui/marks.tsx'

type UnderstoodProps = { readonly again: Again; readonly setting: SettingRead | undefined }

export function Understood({ again, setting: read }: UnderstoodProps) {
  if (!read || (!read.setting && !read.spoilers)) return null
  return (
    <div class="understood">
      {read.setting ? <Told setting={read.setting} /> : null}
      {read.statements.length < 2 ? null : <Statements of={read.statements} />}
      <Spoilers read={read} />
      {read.setting ? <Choosing read={read} error={again.errors.get('placeChoice')} /> : null}
    </div>
  )
}

function Told({ setting }: { setting: Setting }) {
  const isSure = setting.confidence >= SURE
  return (
    <p class={isSure ? 'why why--good' : 'why why--perhaps'}>
      <Icon name={isSure ? 'check' : 'lamp'} />
      <span>
        {isSure ? `Understood as ${placeWords(setting)}.` : `Perhaps ${placeWords(setting)}.`}
        {isSure ? null : ' It stands apart, among what is not certain.'}
      </span>
    </p>
  )
}

const placeWords = ({ words, offWords, off, from, to }: Setting): string => {
  if (offWords === undefined) return words
  return `${words} (${off === from || off === to ? 'AU from there on' : offWords})`
}

const statementWords: Readonly<Record<string, string>> = {
  timing: 'the timing line',
  summary: 'the summary',
  spoilers: 'the line of spoilers',
  warnings: 'the warnings',
  notes: 'the notes',
}

/** Where several speak of it, each says what it says. */
const Statements = ({ of }: { of: readonly Setting[] }) => (
  <ul class="understood__each small soft">
    {of.map(({ statement, said, words }) => (
      <li>
        {capital(statementWords[statement] ?? statement)}: “{said}”, {words}
      </li>
    ))}
  </ul>
)

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function Spoilers({ read: { spoilers, givenWords } }: { read: SettingRead }) {
  if (!spoilers || givenWords === undefined) return null
  const says =
    spoilers.by === 'said'
      ? `It gives away ${givenWords}, as its words say.`
      : `Nothing is said of spoilers, so it counts as giving away ${givenWords}, since it is set there.`
  return <p class="small soft">{says}</p>
}

function Choosing({ read, error }: { read: SettingRead; error: string | undefined }) {
  const { options, choice } = read
  const [first, ...others] = options
  if (!first) return null
  return (
    <details class="understood__more" open={choice !== '' || error !== undefined}>
      <summary>Not so? Choose where it is set</summary>
      <RadioField
        name="placeChoice"
        label="Where it is set"
        value={choice}
        error={error}
        optional
        choices={[
          { value: '', label: capital(first.words), hint: 'as we understand your words' },
          ...others.map((each) => ({ value: each.key, label: capital(each.words) })),
          { value: UNSURE, label: 'Nobody can say for sure', hint: 'it stands apart, among what is not certain' },
        ]}
      />
      <p class="small soft">For another place, change the words of the timing line and read or preview it again.</p>
    </details>
  )
}

/** Which of the well-known ones they are, where that is not simply what was written. Nothing is changed by it. */
export function WarningsUnderstood({ said }: { said: string }) {
  const read = readWarnings(said)
  if (read?.kind !== 'known') return null
  const others = read.names.filter((name) => !said.toLowerCase().includes(name.toLowerCase()))
  return others.length === 0 ? null : <p class="small soft understood">Readers know that as: {others.join(', ')}.</p>
}

// A paste that is read again with what its writer said of the findings: what they typed stays, what came from the paste follows it.
import { filled } from '#src/fests/posting/composer/header-lines.ts'
import { findingsIn, readRulings, rulingsIn, writeRulings } from '#src/fests/posting/composer/findings/findings.ts'
import { entriesOf } from '#src/fests/posting/composer/reading-in.form.ts'
import { leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import { type HeaderTemplate, helpOf } from '#src/fests/posting/header/header-template.ts'
import type { Entries } from '#src/kit/form.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import type { Ruling } from '#src/text/header/rulings.ts'

/** Longer pastes are read, but not sent along with every form: their findings are put right in the fields. */
const LONGEST_KEPT = 400_000

/** Buttons beside the findings: read again with these, as it was read first, put back what was found for one field. */
export const isReadingAgain = (act: string | undefined): boolean =>
  act === 'again' || act === 'anew' || backIn(act) !== undefined

export const backAct = (name: string): string => `back-${name}`
const backIn = (act: string | undefined): string | undefined => /^back-(\w{2,20})$/u.exec(act ?? '')?.[1]

type Known = { readonly fandoms: readonly Fandom[]; readonly template: HeaderTemplate }

export type ReadAgain = {
  readonly reading: ReadPost
  readonly entries: Entries
}

/** What the form takes along so that the paste can be read again. */
export function alongWith(reading: ReadPost, pasted: string, rulings: readonly Ruling[]): Entries {
  if (pasted.length > LONGEST_KEPT) return new Map()
  return new Map([
    ['pasted', pasted],
    ['pastedForm', reading.form],
    ['ruled', writeRulings(rulings)],
  ])
}

/** Undefined where the paste was not sent along: then there is nothing to read again. */
export async function readAgain(texts: Texts, entries: Entries, known: Known): Promise<ReadAgain | undefined> {
  const pasted = entries.get('pasted') ?? ''
  if (pasted === '') return undefined
  const act = entries.get('do')
  const form = formIn(entries)
  const help = helpOf(known.template)
  const leave = leftIn(entries)
  const before = await texts.read({
    text: pasted,
    form,
    leave,
    help: { ...help, rulings: readRulings(entries.get('ruled')) },
  })
  const rulings = act === 'anew' ? [] : rulingsIn(entries, findingsIn(before))
  const reading = await texts.read({ text: pasted, form, leave, help: { ...help, rulings } })
  const typed = withoutFound(entries, foundIn(before, known), backIn(act))
  const found = foundIn(reading, known)
  return {
    reading,
    entries: new Map([...filled(typed, Object.fromEntries(found)), ...alongWith(reading, pasted, rulings)]),
  }
}

/** What the fields would be if nobody had typed anything. */
export const foundIn = (reading: ReadPost, known: Known): Entries => entriesOf(reading, new Map(), known)

/** What stands as it was found is no word of the writer's: it follows the next reading. */
function withoutFound(entries: Entries, found: Entries, back: string | undefined): Entries {
  const taken = new Map(entries)
  for (const [name, value] of found) if (isSame(entries.get(name), value)) taken.delete(name)
  if (back !== undefined) taken.delete(back)
  return taken
}

const isSame = (typed: string | undefined, found: string): boolean =>
  (typed ?? '').replaceAll('\r', '').trim() === found.trim()

const formIn = (entries: Entries): 'html' | 'markdown' | 'plain' => {
  const said = entries.get('pastedForm')
  return said === 'html' || said === 'markdown' ? said : 'plain'
}

// What a correction changed, as its writer reads it: field by field, what stood there and what stands there now.
import { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import type { Entries } from '#src/kit/form.ts'
import { UNSURE } from '#src/library/canon/placing.ts'
import { type Fandom, listFandoms } from '#src/library/canon/fandoms.ts'
import { type CorrectionSeen, correctionsOf, type SavesAround } from '#src/library/works/correcting/corrections.ts'
import type { Save } from '#src/library/works/work-saves.ts'
import type { Reader } from '#src/platform/context.ts'
import { correctable, headerEntries } from './correcting.form.ts'

export type Change = { readonly label: string; readonly before: string; readonly after: string }

export function changesIn({ before, after }: SavesAround, fandoms: readonly Fandom[]): Change[] {
  const [was, is] = [before, after].map(({ fields, around }) => headerEntries({ fields, tags: around?.tags ?? [] }))
  return correctable.flatMap((name) => {
    const said = (entries: Entries | undefined): string => sayField(name, entries?.get(name) ?? '', fandoms)
    return said(was) === said(is) ? [] : [{ label: pieceForm.fields[name].label, before: said(was), after: said(is) }]
  })
}

export type CorrectionShown = CorrectionSeen & { readonly changes: readonly Change[]; readonly by: string | undefined }

/** Whoever asks may edit the work: `saves` are its own. */
export async function shownCorrections(db: Reader, work: number, saves: readonly Save[]): Promise<CorrectionShown[]> {
  const all = await correctionsOf(db, work)
  const fandoms = all.length === 0 ? [] : await listFandoms(db)
  const byVersion = new Map(saves.map(({ version, by }) => [version, by]))
  return all.map((each) => ({ ...each, changes: changesIn(each, fandoms), by: byVersion.get(each.version) }))
}

function sayField(name: string, value: string, fandoms: readonly Fandom[]): string {
  if (name === 'placeChoice') return sayChoice(value)
  if (name !== 'fandom') return value
  return fandoms.find(({ id }) => String(id) === value)?.name ?? ''
}

/** By its codes: "after 7x22". */
function sayChoice(key: string): string {
  if (key === '' || key === UNSURE) return key === '' ? 'as its words say' : 'nobody can say for sure'
  const [relation = '', from = '', to = ''] = key.split(' ')
  const reach = from === to ? from : `${from} to ${to}`
  return relation === 'during' ? reach : `${relation} ${reach}`
}

export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <dl class="hb">
      {changes.map(({ label, before, after }) => (
        <div>
          <dt>{label}</dt>
          <dd dir="auto">
            <s>{before === '' ? 'nothing' : before}</s> → {after === '' ? 'nothing' : after}
          </dd>
        </div>
      ))}
    </dl>
  )
}

// A fandom as a mod brings it: its name, and the CSV file of its timeline.
import { text } from '#src/kit/form-fields.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { type PlannedPart, readCanon } from '#src/library/canon/canon-csv.ts'

export const fandomForm = {
  fields: { name: text({ label: 'Name of the fandom', hint: 'As its people write it.', maxLength: 100 }) },
}

const FEW = 5

/** A file with a fault is refused as a whole, with its faults. */
export function partsIn(bytes: Uint8Array): readonly PlannedPart[] {
  const read = readCanon(textOf(bytes).replaceAll('\0', ''))
  if ('parts' in read) return read.parts
  const more = read.errors.length - FEW
  const said = [...read.errors.slice(0, FEW), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
  throw refused(said)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused('This is not a text in UTF-8: save it as “CSV UTF-8” and choose it again.')
  }
}

const refused = (says: string): Refusal => new Refusal('limit', 'fandom/bad-file', says, { about: 'timeline' })

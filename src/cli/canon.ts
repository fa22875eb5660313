// `roundelay canon SLUG FILE --name NAME`: takes in the timeline of a fandom from a CSV file (docs/canon-csv.md).
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type PlannedPart, readCanon } from '#src/library/canon/canon-csv.ts'
import { takeInCanon } from '#src/library/works/setting/canon-taken-in.ts'
import { slugOf } from '#src/kit/slug.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import { withHouse } from './with-house.ts'
import { wordsOf } from './words.ts'

const USAGE = 'canon SLUG FILE --name "Name of the fandom"'

export async function canon(args: readonly string[], works: Works): Promise<void> {
  const { words, own, rest } = wordsOf(args, { name: { type: 'string' } })
  const [slug, file] = words
  if (slug === undefined || file === undefined || words.length > 2)
    throw new Unstartable(`Say which: roundelay ${USAGE}`)
  if (slug !== slugOf(slug))
    throw new Unstartable(
      `"${slug}" cannot stand in an address: use small letters, digits and hyphens, like ${slugOf(slug) || 'my-fandom'}.`,
    )
  const parts = await readParts(resolve(file))
  const name = typeof own.name === 'string' && own.name.trim() !== '' ? own.name.trim() : undefined
  await withHouse(rest, works, async ({ ctx }) => {
    const { fandom, added, changed, kept } = await takeInCanon(ctx, slug, name, parts)
    console.log(`${fandom.name}: ${added} parts are new, ${changed} were there already.`)
    if (kept.length > 0)
      console.log(`Kept although the file no longer has them, because works may be set there: ${kept.join(', ')}.`)
  })
}

async function readParts(file: string): Promise<readonly PlannedPart[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Unstartable(`${file} cannot be read: ${error.message}.`)
  })
  const read = readCanon(text)
  if ('parts' in read) return read.parts
  throw new Unstartable(
    `${file} has ${read.errors.length === 1 ? 'a fault' : `${read.errors.length} faults`}, and nothing was changed:\n${read.errors.join('\n')}`,
  )
}

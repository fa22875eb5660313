// Fandoms and the timelines of their canon: taken in from a file, and taken in again when the canon has grown.
import type { PlannedPart } from '#src/library/canon/canon-csv.ts'
import {
  type Fandom,
  findFandomBySlug,
  insertFandom,
  insertPart,
  listAllFandoms,
  listPartsOf,
  movePart,
  renameFandom,
  replaceAliases,
  updatePart,
} from '#src/library/canon/canon.store.ts'
import { movesOf } from '#src/library/canon/moves.ts'
import type { Span } from '#src/library/canon/stretches.ts'
import { type Part, type Placed, treeOf } from '#src/library/canon/timeline.ts'
import { nameKey } from '#src/kit/fold.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'

export type { Fandom } from '#src/library/canon/canon.store.ts'

export type Imported = {
  readonly fandom: Fandom
  readonly added: number
  readonly changed: number
  /** Codes that are kept although the file no longer has them: works may be set there. */
  readonly kept: readonly string[]
  /** Where it is now what was set there before. */
  readonly moved: (setting: Span) => Span
}

/** A part is known by its code: its id, and with it every work set there, outlives a new title or a new place. */
export async function importCanon(
  ctx: Ctx,
  slug: string,
  name: string | undefined,
  parts: readonly PlannedPart[],
): Promise<Imported> {
  return ctx.atomically('nothing', async (tx) => {
    const fandom = await fandomFor(tx, slug, name)
    const before = await listPartsOf(tx.db, fandom.id)
    const ids = await placeAll(tx, fandom.id, before, parts)
    const kept = before.filter((part) => !ids.has(part.code)).map((part) => part.code)
    const moved = movesOf(treeOf(before), treeOf(await listPartsOf(tx.db, fandom.id)))
    tx.announce({ name: 'canon.imported', fandom: fandom.id })
    const changed = before.length - kept.length
    return { fandom, added: parts.length - changed, changed, kept, moved }
  })
}

/** A name is needed once; said again, it renames. */
async function fandomFor(tx: Tx, slug: string, name: string | undefined): Promise<Fandom> {
  const found = await findFandomBySlug(tx.db, slug)
  if (!found && name === undefined) {
    throw new Refusal('missing', 'fandom/unnamed', `There is no fandom ${slug} yet: say what it is called with --name.`)
  }
  if (!found) return unlessTaken(tx, insertFandom(tx, { slug, ...named(name ?? slug) }), () => nameTaken(name ?? slug))
  if (name !== undefined && name !== found.name)
    await unlessTaken(tx, renameFandom(tx, found.id, named(name)), () => nameTaken(name))
  return { ...found, name: name ?? found.name }
}

const named = (name: string) => ({ name, key: nameKey(name) })

const nameTaken = (name: string): Refusal =>
  new Refusal('taken', 'fandom/taken', `Another fandom is called ${name}, or much like it.`)

async function placeAll(
  tx: Tx,
  fandom: number,
  before: readonly Part[],
  parts: readonly PlannedPart[],
): Promise<Map<string, number>> {
  const known = new Map(before.map((part) => [part.code, part.id]))
  const ids = new Map<string, number>()
  const positions = await makeRoom(tx, before, parts)
  for (const part of parts) {
    const parent = part.parent === undefined ? null : (ids.get(part.parent) ?? known.get(part.parent) ?? null)
    const row = { fandom, parent, position: positions.get(part.code) ?? 0, part }
    const id = known.get(part.code)
    if (id !== undefined) await updatePart(tx, id, row)
    const placed = id ?? (await insertPart(tx, row))
    await replaceAliases(tx, placed, part.aliases)
    ids.set(part.code, placed)
  }
  return ids
}

/** A part that the file no longer has stays behind the part that it followed: two parts at one place could not be told apart. */
async function makeRoom(
  tx: Tx,
  before: readonly Part[],
  parts: readonly PlannedPart[],
): Promise<ReadonlyMap<string, number>> {
  const order = parts.map(({ code }) => code)
  const planned = new Set(order)
  for (const [at, { code }] of before.entries()) {
    if (!planned.has(code)) order.splice(order.indexOf(before[at - 1]?.code ?? '') + 1, 0, code)
  }
  const positions = new Map(order.map((code, at) => [code, at + 1]))
  for (const { id, code } of before) {
    if (!planned.has(code)) await movePart(tx, id, positions.get(code) ?? 0)
  }
  return positions
}

export const listFandoms = (db: Reader): Promise<Fandom[]> => listAllFandoms(db)

export async function findFandom(db: Reader, slug: string): Promise<Fandom> {
  const fandom = await findFandomBySlug(db, slug)
  if (!fandom) throw isMissing('fandom')
  return fandom
}

export const listParts = (db: Reader, fandom: number): Promise<Part[]> => listPartsOf(db, fandom)

export const timelineOf = async (db: Reader, fandom: number): Promise<Placed[]> => treeOf(await listPartsOf(db, fandom))

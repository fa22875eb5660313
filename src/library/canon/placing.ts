// Where on a canon's timeline a writer's words set a work, what else they could mean, how far it gives canon away; and how all that is said back.
import { listParts } from '#src/library/canon/fandoms.ts'
import { sayGiven, sayOff, saySetting } from '#src/library/canon/setting-words.ts'
import { type Part, type Placed, treeOf } from '#src/library/canon/timeline.ts'
import type { Reader } from '#src/platform/context.ts'
import { type CanonIndex, indexCanon } from '#src/text/timing/canon-index.ts'
import { spoilersIn } from '#src/text/timing/spoilers.ts'
import { type SaidOfSetting, statementsOf } from '#src/text/timing/statements.ts'
import { type CanonPart, placeIn, type Relation, type StatedPlace } from '#src/text/timing/timing.ts'

/** Positions of the first and last leaf, how sure that is (0 … 1), and the words for it: "Season 7, Lessons". */
export type Setting = {
  readonly from: number
  readonly to: number
  readonly confidence: number
  readonly relation: Relation
  /** Where canon is left: a position, 0 where nobody says from which part on. */
  readonly off: number | undefined
  /** Which statement says so, and in which words. */
  readonly statement: string
  readonly said: string
  /** It names a part of this canon, and not only "the series". */
  readonly isNamed: boolean
  /** By which it is chosen. */
  readonly key: string
  readonly words: string
  /** "AU from Season 5, Fool for Love on"; undefined for canon. */
  readonly offWords: string | undefined
}

export type SettingRead = {
  readonly setting: Setting | undefined
  /** What can be chosen, the one that was understood first. */
  readonly options: readonly Setting[]
  /** What each statement says, whether or not it was followed. */
  readonly statements: readonly Setting[]
  /** How far it gives canon away, in words. */
  readonly givenWords: string | undefined
  /** What was chosen, where it still is one of these. */
  readonly choice: string
  /** The position of the last part that one must have seen, 0 for none. */
  readonly spoilers: SpoilersRead | undefined
}

export type SpoilersRead = { readonly to: number; readonly by: 'said' | 'setting' }

export type Said = SaidOfSetting & { readonly choice?: string | undefined }

/** Its writer says that nobody can tell, or that it shall stand among the uncertain ones. */
export const UNSURE = 'unsure'

/** As sure as a guess. */
const ROUGHLY = 0.3

const CHOSEN = 'chosen'

/** A canon made ready, for whoever has many settings to read. */
export type OpenCanon = {
  readonly parts: readonly Part[]
  readonly tree: readonly Placed[]
  readonly index: CanonIndex
}

export async function openCanon(db: Reader, fandom: number): Promise<OpenCanon> {
  const parts = await listParts(db, fandom)
  return { parts, tree: treeOf(parts), index: indexCanon({ slug: String(fandom), parts: asCanon(parts) }) }
}

export const readSetting = async (db: Reader, fandom: number, said: Said): Promise<SettingRead> =>
  readSettingIn(await openCanon(db, fandom), said)

export function readSettingIn({ parts, tree, index }: OpenCanon, said: Said): SettingRead {
  const settingOf = settingsIn(parts, tree)
  const timing = placeIn(statementsOf(said), index)
  const understood = timing === null ? undefined : settingOf(timing)
  const options = timing && understood ? optionsOf(timing, timing.alternatives, settingOf, index) : []
  const choice = said.choice === UNSURE || options.some(({ key }) => key === said.choice) ? (said.choice ?? '') : ''
  const setting = chosen(understood, options, choice)
  const spoilers = spoilersOf(said.spoilers ?? '', setting, index, parts)
  return {
    setting,
    options,
    givenWords: spoilers && sayGiven(tree, spoilers.to),
    statements: (timing?.statements ?? []).flatMap((each) => settingOf(each) ?? []),
    choice,
    spoilers,
  }
}

export const placeOnTimeline = async (db: Reader, fandom: number, said: Said): Promise<Setting | undefined> =>
  (await readSetting(db, fandom, said)).setting

function chosen(understood: Setting | undefined, options: readonly Setting[], choice: string): Setting | undefined {
  if (choice === UNSURE) return understood && { ...understood, confidence: Math.min(understood.confidence, ROUGHLY) }
  const option = choice === '' ? undefined : options.find(({ key }) => key === choice)
  return option ? { ...option, confidence: 1, statement: CHOSEN } : understood
}

const MOST_OPTIONS = 7

type Read = (place: StatedPlace) => Setting | undefined

/** Besides what the words may mean: the same part from its other sides, and the one that it is in. */
function optionsOf(best: StatedPlace, others: readonly StatedPlace[], settingOf: Read, index: CanonIndex): Setting[] {
  const sides = (['during', 'after', 'before'] as const).map((relation) => ({ ...best, relation }))
  const around = best.from === best.to ? index.around(best.from) : undefined
  const wider = around ? [{ ...best, from: around.from, to: around.to, relation: 'during' as const }] : []
  const all = [best, ...others, ...(best.relation === 'between' ? [] : sides), ...wider]
  const settings = all.flatMap((place) => settingOf(place) ?? [])
  const isFirst = ({ key }: Setting, at: number): boolean => settings.findIndex((each) => each.key === key) === at
  return settings.filter(isFirst).slice(0, MOST_OPTIONS)
}

function settingsIn(parts: readonly Part[], tree: readonly Placed[]): Read {
  const positions = new Map(parts.map(({ code, position }) => [code, position]))
  return ({ from: first, to: last, relation, divergence, confidence, statement, said, by }) => {
    const [from, to] = [positions.get(first), positions.get(last)]
    if (from === undefined || to === undefined) return undefined
    const off = divergence === null ? undefined : (positions.get(divergence.from ?? '') ?? 0)
    const place = { from, to, relation }
    const key = `${relation} ${first} ${last}`
    return {
      ...place,
      confidence,
      off,
      statement,
      said,
      isNamed: by !== 'whole',
      key,
      words: saySetting(tree, place),
      offWords: sayOff(tree, off),
    }
  }
}

/** What is said of spoilers; without that, what must have happened for it to be set where it is. */
function spoilersOf(
  text: string,
  setting: Setting | undefined,
  index: CanonIndex,
  parts: readonly Part[],
): SpoilersRead | undefined {
  const said = spoilersIn(text, index)
  if (said) return { to: parts.find(({ code }) => code === said.upTo)?.position ?? 0, by: 'said' }
  return setting && { to: seenFor(setting, index, parts), by: 'setting' }
}

function seenFor({ from, to, relation }: Setting, index: CanonIndex, parts: readonly Part[]): number {
  if (relation === 'during') return to
  if (relation !== 'before') return from
  const code = parts.find(({ position }) => position === from)?.code ?? ''
  const before = index.leaves[index.leaves.indexOf(code) - 1]
  return parts.find((part) => part.code === before)?.position ?? 0
}

function asCanon(parts: readonly Part[]): CanonPart[] {
  const codes = new Map(parts.map(({ id, code }) => [id, code]))
  return parts.map(({ code, title, aliases, parent, kind }) => ({
    kind,
    code,
    title,
    aliases,
    parent: parent === null ? undefined : codes.get(parent),
  }))
}

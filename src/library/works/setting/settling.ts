// What is kept of where a work is set: read from everything its header says, as it is saved.
import { openCanon, type OpenCanon, readSettingIn, type Setting, type SettingRead } from '#src/library/canon/placing.ts'
import type { NamedTag } from '#src/library/tags/tags.ts'
import type { Reader } from '#src/platform/context.ts'
import type { SaidOfSetting } from '#src/text/timing/statements.ts'
import type { TimelinePlace, WorkFields } from '../work-fields.ts'

type Told = Pick<WorkFields, 'fandom' | 'timing' | 'summary' | 'header' | 'placeChoice'> &
  Partial<Pick<WorkFields, 'notes'>>

type Settled = Pick<WorkFields, 'place' | 'placeChoice' | 'spoilers'>

/** Whatever of a work speaks of its setting. */
export const toldBy = (fields: Told, tags: readonly NamedTag[]): SaidOfSetting => ({
  timing: fields.timing,
  summary: fields.summary,
  spoilers: fields.header['spoilers'] ?? '',
  warnings: tags.flatMap(({ kind, name }) => (kind === 'warning' ? [name] : [])).join(', '),
  notes: fields.notes ?? '',
})

/** The fields as they were given, with their place and their spoilers read anew; a choice that the words no longer offer is let go. */
export async function settled<T extends Told & Partial<Settled>>(
  db: Reader,
  fields: T,
  tags: readonly NamedTag[],
): Promise<Omit<T, keyof Settled> & Settled> {
  return settledIn(fields.fandom === undefined ? undefined : await openCanon(db, fields.fandom), fields, tags)
}

/** Without a canon it is set nowhere. */
export function settledIn<T extends Told & Partial<Settled>>(
  canon: OpenCanon | undefined,
  fields: T,
  tags: readonly NamedTag[],
): Omit<T, keyof Settled> & Settled {
  const { place: _, placeChoice: choice, spoilers: __, ...rest } = fields
  if (!canon) return { ...rest, place: undefined }
  return { ...rest, ...settingKept(readSettingIn(canon, { ...toldBy(fields, tags), choice })) }
}

export function settingKept({ setting, choice, spoilers }: SettingRead): Settled {
  return {
    place: setting && placeKept(setting),
    ...(choice === '' ? {} : { placeChoice: choice }),
    ...(spoilers === undefined ? {} : { spoilers }),
  }
}

function placeKept({ from, to, confidence, relation, off, statement }: Setting): TimelinePlace {
  return {
    from,
    to,
    confidence,
    ...(relation === 'during' ? {} : { relation }),
    ...(off === undefined ? {} : { off }),
    statement,
  }
}

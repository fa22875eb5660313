// What the form's buttons do before anything is kept: reading a paste, showing a preview, cleaning the text. Never in a transaction.
import { clockOf, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import { headerIn } from '#src/fests/posting/composer/header-lines.ts'
import { entriesOf } from '#src/fests/posting/composer/reading-in.form.ts'
import {
  alongWith,
  foundIn,
  readAgain,
  type ReadAgain,
} from '#src/fests/posting/composer/findings/reading-again.form.ts'
import { withDocument } from '#src/fests/posting/composer/document.form.ts'
import { leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import { mustHaveText, type PieceSaid, workSaid } from '#src/fests/posting/composer/saying.form.ts'
import { type HeaderTemplate, helpOf, isForAdults } from '#src/fests/posting/header/header-template.ts'
import type { Entries } from '#src/kit/form.ts'
import type { Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { type Fandom, listFandoms } from '#src/library/canon/fandoms.ts'
import { readSetting, type SettingRead } from '#src/library/canon/placing.ts'
import { hasMoreThanText } from '#src/library/works/recordings/more-than-text.ts'
import { settled } from '#src/library/works/setting/settling.ts'
import type { WorkSaid } from '#src/library/works/works.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import type { Upload } from '#src/platform/files/upload.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { readForm } from '#src/platform/web/read-form.ts'
import type { Again } from '#src/platform/web/web.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'
import type { Cleaned, Pasted } from '#src/text/read-text.ts'
import type { Tidied } from '#src/text/tidy/kinds.ts'

export type Previewed = {
  readonly said: PieceSaid
  /** Cleaned. */
  readonly html: string
  readonly words: number
  readonly warnings: readonly string[]
  readonly tidied: readonly Tidied[]
  readonly setting: string | undefined
}

export type Composed = {
  readonly again: Again
  readonly reading?: ReadPost
  /** What the fields would be if only the paste spoke. */
  readonly found?: Entries
  readonly preview?: Previewed
  readonly setting?: SettingRead | undefined
}

/** What is wrong with a text is said beside it. */
async function besideTheText<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('text/')) throw error
    throw new Refusal(error.kind, error.code, error.sentence, { about: 'text' })
  }
}

async function unlessRefused(entries: Entries, work: () => Promise<Composed>): Promise<Composed> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'missing') throw error
    const errors = new Map(error.about === undefined ? [] : [[error.about, error.sentence]])
    return { again: { entries, errors, refusal: error } }
  }
}

const formIn = (entries: Entries): Pasted['form'] => {
  const said = entries.get('textForm')
  return said === 'html' || said === 'markdown' || said === 'plain' ? said : 'guess'
}

export type Bringing = {
  readonly entries: Entries
  readonly template: HeaderTemplate
  /** Chosen in the form: then its text is read in place of the field's, which it never covers unasked. */
  readonly file?: Upload | undefined
}

export function readPasted(texts: Texts, ctx: Ctx, { entries: sent, template, file }: Bringing): Promise<Composed> {
  return unlessRefused(sent, async () => {
    const { entries, told } = await withDocument(texts, sent, file)
    const text = entries.get('text') ?? ''
    if (text.trim() === '') throw new Refusal('limit', 'post/no-text', 'Nothing was pasted yet.', { about: 'text' })
    const fandoms = await listFandoms(ctx.db)
    const known = { fandoms, template }
    const help = helpOf(template)
    const pasted = await besideTheText(texts.read({ text, form: formIn(entries), help, leave: leftIn(entries) }))
    const reading = { ...pasted, warnings: [...told, ...pasted.warnings] }
    const read = new Map([...entriesOf(reading, entries, known), ...alongWith(reading, text, [])])
    return withSetting(ctx.db, { reading, entries: read }, known)
  })
}

/** The same paste once more, with what its writer said of the findings. */
export function readPastedAgain(texts: Texts, ctx: Ctx, entries: Entries, template: HeaderTemplate): Promise<Composed> {
  return unlessRefused(entries, async () => {
    const known = { fandoms: await listFandoms(ctx.db), template }
    const read = await besideTheText(readAgain(texts, entries, known))
    if (!read) throw new Refusal('limit', 'post/no-paste', 'The paste is no longer here. What is in the fields is.')
    return withSetting(ctx.db, read, known)
  })
}

async function withSetting(
  db: Reader,
  { reading, entries }: ReadAgain,
  known: { readonly fandoms: readonly Fandom[]; readonly template: HeaderTemplate },
): Promise<Composed> {
  const placed = await withFandom(
    db,
    entries,
    known.fandoms.map(({ id }) => id),
  )
  return {
    again: { entries: placed.entries, errors: new Map() },
    reading,
    found: foundIn(reading, known),
    setting: placed.setting,
  }
}

/** Where nobody names the fandom, the one that knows the place is proposed, if it is the only one. */
async function withFandom(
  db: Reader,
  entries: Entries,
  fandoms: readonly number[],
): Promise<{ entries: Entries; setting: SettingRead | undefined }> {
  if ((entries.get('fandom') ?? '') !== '') return { entries, setting: await settingOf(db, entries) }
  const found: { fandom: number; read: SettingRead }[] = []
  for (const fandom of fandoms.slice(0, 20)) {
    const read = await readSetting(db, fandom, saidOf(entries))
    if (read.setting?.isNamed === true) found.push({ fandom, read })
  }
  const [only] = found
  if (!only || found.length > 1) return { entries, setting: undefined }
  return { entries: new Map([...entries, ['fandom', String(only.fandom)]]), setting: only.read }
}

const saidOf = (entries: Entries) => ({
  timing: entries.get('timing') ?? '',
  summary: entries.get('summary') ?? '',
  notes: entries.get('notes') ?? '',
  warnings: entries.get('warnings') ?? '',
  spoilers: headerIn(entries.get('others') ?? '')['spoilers'] ?? '',
  choice: entries.get('placeChoice') ?? '',
})

export async function settingOf(db: Reader, entries: Entries): Promise<SettingRead | undefined> {
  const fandom = pieceForm.fields.fandom.read(entries.get('fandom') ?? '')
  if ('error' in fandom || fandom.value === undefined) return undefined
  return readSetting(db, fandom.value, saidOf(entries))
}

export function lookAt(texts: Texts, ctx: Ctx, entries: Entries): Promise<Composed> {
  return unlessRefused(entries, async () => {
    const read = readForm(pieceForm.fields, entries)
    if ('errors' in read) return { again: { entries, errors: read.errors } }
    const said = read.value
    const cleaned = await cleanedText(texts, said, entries)
    const setting = await settingOf(ctx.db, entries)
    const warnings = warningsOf(cleaned)
    const preview = {
      said,
      html: cleaned.html,
      words: cleaned.words,
      warnings,
      tidied: cleaned.tidied,
      setting: setting?.setting?.words,
    }
    return { again: { entries, errors: new Map() }, preview, setting }
  })
}

export type Composing = {
  readonly said: PieceSaid
  readonly entries: Entries
  readonly template: HeaderTemplate
  /** Where it goes on from a draft, or is changed. */
  readonly work: number | undefined
  /** Others are to read it. */
  readonly isForAll: boolean
}

/** Everything that is kept of a piece. */
export async function compose(
  texts: Texts,
  ctx: Ctx,
  { said, entries, template, isForAll, work }: Composing,
): Promise<WorkSaid> {
  const cleaned = await cleanedText(texts, said, entries)
  if (isForAll && !(work !== undefined && (await hasMoreThanText(ctx, work)))) mustHaveText(said, cleaned)
  const known = said.fandom === undefined ? [] : await listFandoms(ctx.db)
  const fandom = known.find(({ id }) => id === said.fandom)?.id
  const made = workSaid(
    { ...said, fandom },
    {
      source: entries.get('text') ?? '',
      cleaned,
      leave: leftIn(entries),
      ratingSaid: entries.get('ratingSaid')?.slice(0, 500),
      isAdult: isForAdults(template, said.rating),
    },
  )
  return { ...made, fields: await settled(ctx.db, made.fields, made.tags) }
}

/** Exactly as it was typed, with the spaces it begins with. */
const cleanedText = (texts: Texts, said: PieceSaid, entries: Entries): Promise<Cleaned> =>
  besideTheText(texts.clean({ text: entries.get('text') ?? '', form: said.textForm, leave: leftIn(entries) }))

const warningsOf = ({ removed }: Cleaned): string[] =>
  removed.map(({ what, count }) => `Taken out: ${what}${count > 1 ? ` (${count} times)` : ''}.`)

/** "Ready for the free for all", said while the day still waits, announces that this is not the piece itself; afterwards it is. */
export function roleByChatter(reading: ReadPost | undefined, claim: ClaimShown['claim']): PieceRole | undefined {
  if (reading?.header.roleHint !== 'free-for-all' || claim.pieces.main !== 'none') return undefined
  return claim.state === 'held' ? 'stand-in' : undefined
}

/** On the day its piece; once grace has come and something is up already, more of it. */
export function roleFor(claim: ClaimShown['claim'], now: Instant): PieceRole {
  if (claim.pieces.main !== 'none') return 'extra'
  const clock = clockOf(momentsOf(claim.deadlines), now)
  return claim.pieces.part !== 'none' && clock !== 'before' ? 'part' : 'main'
}

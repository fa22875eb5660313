// From a post that was read to the fields of the form: every part in its place, nothing of the header left in the story.
import { filled, linesOf } from '#src/fests/posting/composer/header-lines.ts'
import { ratingFor } from '#src/fests/posting/composer/rating-choice.ts'
import type { HeaderTemplate } from '#src/fests/posting/header/header-template.ts'
import type { Entries } from '#src/kit/form.ts'
import { nameKey } from '#src/kit/fold.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'
import { kindNamed, kindOn } from '#src/text/vocabulary/kind-words.ts'
import { isJustCount, readWordCount } from '#src/text/vocabulary/word-counts.ts'

/** Fields that have a place of their own in the form, or say nothing that readers need. */
const placed = new Set(
  'title author words rating warnings characters pairings tags timing summary notes beta thanks prompt disclaimer fandom'.split(
    ' ',
  ),
)

export function entriesOf(
  reading: ReadPost,
  typed: Entries,
  { fandoms, template }: { readonly fandoms: readonly Fandom[]; readonly template: HeaderTemplate },
): Entries {
  const { header } = reading
  const { fields } = header
  const fandom = fandomNamed(fields.fandom, fandoms)
  const others = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      placed.has(name) || typeof value !== 'string' ? [] : [[name, value]],
    ),
  )
  const unmatched = fields.fandom !== undefined && fandom === undefined ? { fandom: fields.fandom } : {}
  const entries = filled(typed, {
    title: fields.title,
    kind: kindOf(reading, template.kinds),
    rating: ratingFor(fields.rating, template)?.name,
    ratingSaid: fields.rating,
    warnings: fields.warnings?.join(', '),
    characters: fields.characters?.join(', '),
    pairings: fields.pairings?.join(', '),
    tags: fields.tags?.join(', '),
    fandom: fandom === undefined ? undefined : String(fandom),
    timing: fields.timing,
    summary: fields.summary,
    preface: header.preface.trim(),
    epigraph: header.epigraph?.text,
    epigraphBy: header.epigraph?.attribution,
    notes: fields.notes,
    beta: [fields.beta, fields.thanks].filter((part) => part !== undefined).join('\n'),
    prompt: fields.prompt,
    disclaimer: fields.disclaimer,
    others: linesOf({ ...unmatched, ...others }),
    wordsSaid: fields.words,
    role: roleHinted(reading),
  })
  return new Map([...entries, ['text', storyOf(reading)], ['textForm', reading.form]])
}

/** The story goes on as it was written. */
const storyOf = ({ story }: ReadPost): string => story.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd()

function fandomNamed(said: string | undefined, fandoms: readonly Fandom[]): number | undefined {
  const key = nameKey(said ?? '')
  return key === '' ? undefined : fandoms.find(({ name, slug }) => nameKey(name) === key || nameKey(slug) === key)?.id
}

/** The community's own word first, wherever a kind is said; one that is not on its list stays as it was written. */
function kindOf({ header }: ReadPost, kinds: readonly string[]): string | undefined {
  const said = header.form ?? undefined
  const sizes = [said, header.fields.genre, header.fields.words].map((each) => kindOn(kinds, each ?? ''))
  return sizes.find((each) => each !== undefined) ?? said?.slice(0, 60)
}

const roleHinted = ({ header }: ReadPost): PieceRole | undefined =>
  header.roleHint === null || header.roleHint === 'free-for-all' ? undefined : header.roleHint

/** Says so only where the two counts differ: "600ish" beside 603; not "7.293" beside 7293. */
export function countDiffers(said: string | undefined, counted: number): boolean {
  const read = readWordCount(said ?? '')
  // "One shot." is no count; what has none at all is said back as it was.
  if (said === undefined || said.trim() === '' || kindNamed(said) !== undefined) return false
  return read === undefined || !isJustCount(read, counted)
}

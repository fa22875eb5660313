// Tells apart what a label means by its value: "Series" may be a fandom, "Category" a genre, "Warnings" a rating or a setting.
import type { FieldName, Found } from '#src/text/header/fields.ts'
import { genreNames, ratingStart, relationClasses, sureRating } from '#src/text/header/words/value-words.ts'
import { foldLabel } from '#src/text/header/words/fold-label.ts'
import { literalEnd } from '#src/text/header/literal.ts'
import { splitCombined } from './combined.ts'
import type { Entry } from './entries.ts'

export type Setting = {
  /** Fields that some label of the post names for sure. */
  readonly named: ReadonlySet<FieldName>
  readonly text: string
}

export function settle(entry: Entry, setting: Setting): readonly Found[] {
  const value = setting.text.slice(entry.from, entry.to)
  if (entry.label.strength === 'passed' || isCount(entry, value)) return []
  const [only] = entry.fields
  if (only && literalEnd(setting.text, entry.from - 1) === entry.to)
    return [{ field: only, from: entry.from, to: entry.to, value, confidence: 1, isLiteral: true }]
  const found = splitCombined(entry.fields, value, isAmbiguous(entry) ? choose(entry, value, setting) : null)
  return found.flatMap((part) => {
    const field = turned(part.field, part.value, foldLabel(entry.label.written))
    const place = { from: entry.from + part.from, to: entry.from + part.to }
    return tail({ ...part, ...place, field, confidence: sureness(entry) }, entry, setting)
  })
}

/** "Comments: 14 Kudos: 210" are figures of an archive and no words of the writer's. */
const isCount = ({ fields }: Entry, value: string): boolean =>
  fields.every((field) => field === 'notes' || field === 'feedback') && /^[\d.,\s]+$/u.test(value)

/** A single weak label with several senses, or one of the labels that fandoms use differently. */
const isAmbiguous = (entry: Entry): boolean => entry.label.strength === 'weak' || entry.fields.length === 1

function sureness(entry: Entry): number {
  if (entry.label.strength === 'strong') return entry.label.atStart ? 0.95 : 0.85
  return entry.label.strength === 'weak' ? 0.75 : 0.7
}

function choose(entry: Entry, value: string, setting: Setting): FieldName | null {
  const label = foldLabel(entry.label.written)
  if (/^(?:series|serie)$/u.test(label)) return seriesOrFandom(value, setting)
  if (/^(?:category|categories|categoria|categorie)$/u.test(label)) return categorySense(value, setting)
  if (label === 'story') return setting.named.has('title') ? 'fandom' : 'title'
  if (/^(?:classification|clasificacion)$/u.test(label) && /^[A-Z]{1,4}\s?[,;/]|\b(?:MSR|UST|RST)\b/u.test(value))
    return 'genre'
  if (/^(?:classification|clasificacion)$/u.test(label))
    return ratingStart.test(value) || /^no la tiene/iu.test(value) ? 'rating' : 'genre'
  if (/^avertissements?$|^avis$/u.test(label)) return ownership.test(value) ? 'disclaimer' : 'warnings'
  if (/^(?:name|by|nom|nome)$/u.test(label) && setting.named.has('author')) return null
  if (label === 'note' && isTagList(value)) return 'tags'
  if (/^chapters?$|^parts?$/u.test(label))
    return /^\s*\d+(?:\s*\/\s*[\d?]+)?(?!\p{L})[^\p{L}]*(?:\[|$)/u.test(value) ? countOrChapter(label) : null
  if (/^book$|^episode$|^location$|^place$/u.test(label)) return 'timing'
  return null
}

const ownership = /\b(?:appartien|propriété|property|own|belong|gehör|pertenec|mine|droits|copyright|lucratif|profit)/iu

function seriesOrFandom(value: string, setting: Setting): FieldName {
  if (
    /\b(?:part|book|#|volume|\d+ (?:of|in)|sequel|prequel|none|verse|trilogy|saga|cycle|stand-?alone|first|second|third|teil|parte|partie)\b|\d/iu.test(
      value,
    )
  )
    return 'series'
  return setting.named.has('fandom') || setting.named.has('chapters') ? 'series' : 'fandom'
}

function categorySense(value: string, setting: Setting): FieldName {
  if (/pairing|>/iu.test(value)) return /pairing|> ?[^>/]+\/[^>/]+$/iu.test(value) ? 'pairings' : 'fandom'
  const items = value.split(/[,;/]/u).map((item) => item.trim().toLowerCase().replace(/\.$/u, ''))
  if (items.every((item) => relationClasses.includes(item))) return 'category'
  if (relationClasses.includes(value.trim().toLowerCase())) return 'category'
  if (/^[A-Z]{1,4}(?:[\s,;/]+[A-Z]{1,4})*$/u.test(value.trim())) return 'genre'
  if (items.some((item) => genreNames.includes(item) || /^(?:[avhrsx]|mtr?|msr|ust|rst|uss|sr|srr|dr)\b/iu.test(item)))
    return 'genre'
  if (/\p{Lu}\p{L}+\/\p{Lu}/u.test(value) && !setting.named.has('pairings')) return 'pairings'
  return setting.named.has('fandom') || setting.named.has('genre')
    ? setting.named.has('genre')
      ? 'category'
      : 'genre'
    : items.length > 1
      ? 'genre'
      : 'fandom'
}

/** Italian and other archives keep tags ("AU, OOC, Missing Moments") under Note. */
function isTagList(value: string): boolean {
  const items = value.split(',').map((item) => item.trim())
  const known =
    /^(?:au|ooc|what if\??|missing moments?|lemon|lime|slash|yaoi|shonen-ai|shoujo-ai|femslash|crossover|raccolta|traduzione|nonsense|pwp|spoiler!?|mpreg|gender ?bender|otherverse|movieverse|contenuti forti|triangolo|tematiche delicate|violenza|nessuna|nessuno|incompiuta)\.?$/iu
  return items.every((item) => known.test(item))
}

const countOrChapter = (label: string): FieldName | null => (label.endsWith('s') ? 'chapters' : null)

const settingStart =
  /^(?:(?:none|no|nothing)\b[^.]{0,20}[.,;] ?(?:but )?)?(?:.{0,30}\b(?:takes? place|(?:is |story is )?set (?:in|during|after|before|between|post|pre|around)|story happens|happens (?:in|during|after|before)|au set)\b)/iu

/** Warnings and spoilers that turn out to tell the rating or the setting. */
function turned(field: FieldName, value: string, label: string): FieldName {
  if (field === 'warnings' && /^(?:this (?:is|fic is|story is) )?rated /iu.test(value)) return 'rating'
  if (field === 'warnings' && /spoil|change/u.test(label)) return settingStart.test(value) ? 'timing' : field
  if (field === 'warnings' && settingStart.test(value)) return 'timing'
  if (field === 'notes' && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(value)) return 'email'
  if (field === 'spoilers' && settingStart.test(value) && !/spoil/iu.test(value)) return 'timing'
  return field
}

/** A value that goes on into another field: "PG McKay/Sheppard (pre-slash)", "es un Crossover, post- réquiem". */
function tail(found: Found, entry: Entry, setting: Setting): readonly Found[] {
  if (found.field === 'rating') return ratingTail(found)
  if (found.field === 'warnings' && !setting.named.has('rating')) return warningAfterRating(found)
  if (found.field === 'genre') return timingTail(found)
  if (found.field === 'timing') return spoilerTail(found)
  if (found.field === 'notes') return warningTail(found)
  if (found.field === 'chapter') return [withItsNumber(found, setting, entry)]
  return [found]
}

/** In "Chapter 2: A Prayer" the label is part of what the chapter is called. */
function withItsNumber(found: Found, { text }: Setting, { label }: Entry): Found {
  if (!/[\dIVX]\s*$|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)$/iu.test(label.written)) return found
  return { ...found, from: label.from, value: text.slice(label.from, found.to) }
}

function ratingTail(found: Found): readonly Found[] {
  const rating = ratingStart.exec(found.value)?.[0] ?? ''
  const spoilers = /[,;.]\s+(?=(?:(?:very|minor|major|mild|no|some|slight) ){0,2}spoilers?\b)/iu.exec(found.value)
  if (spoilers) return cutAt(found, spoilers.index, spoilers.index + spoilers[0].length, 'spoilers')
  const rest = /^[\s,;|]+(?=\p{Lu}[\p{L}.]+\/\p{Lu}[\p{L}.]+)/u.exec(found.value.slice(rating.length))
  if (!rating || !rest) return [found]
  return cutAt(found, rating.length, rating.length + rest[0].length, 'pairings')
}

function timingTail(found: Found): readonly Found[] {
  const rest = /,\s+(?=(?:post|pre|set|after|before)[- ])/iu.exec(found.value)
  if (!rest) return [found]
  return cutAt(found, rest.index, rest.index + rest[0].length, 'timing')
}

/** "Warning: PG, mild language". */
function warningAfterRating(found: Found): readonly Found[] {
  const rating = sureRating.exec(found.value)?.[0]
  const rest = rating === undefined ? null : /^\s*[,;:]\s*(?=\S)/u.exec(found.value.slice(rating.length))
  if (rating === undefined || !rest) return [found]
  return cutAt({ ...found, field: 'rating' }, rating.length, rating.length + rest[0].length, 'warnings')
}

function spoilerTail(found: Found): readonly Found[] {
  const rest = /[.;]\s+(?=(?:minor |major |mild )?spoilers?\b)/iu.exec(found.value)
  return rest ? cutAt(found, rest.index + 1, rest.index + rest[0].length, 'spoilers') : [found]
}

/** "…-OOC警告-魔法警告". */
function warningTail(found: Found): readonly Found[] {
  const rest = /\s*[-—,，](?=[^-—,，]{1,16}(?:警告|预警|預警))/u.exec(found.value)
  return rest ? cutAt(found, rest.index, rest.index + rest[0].length, 'warnings') : [found]
}

function cutAt(found: Found, end: number, start: number, field: FieldName): readonly Found[] {
  return [
    { ...found, to: found.from + end, value: found.value.slice(0, end) },
    { ...found, field, from: found.from + start, value: found.value.slice(start), confidence: found.confidence * 0.9 },
  ]
}

// Warnings as they are written, and which of the well-known ones they are; that there are none; that their writer would rather not say.

export type WarningRead =
  | { readonly kind: 'none' | 'unsaid' }
  | { readonly kind: 'known'; readonly names: readonly string[] }

/** By the names that the best-known archive has for the first four; then what is often warned of. */
const known: readonly (readonly [string, RegExp])[] = [
  [
    'Graphic Depictions of Violence',
    /\b(?:graphic (?:depictions? of )?violence|gore|explicit violence|ultraviolence|brutale? gewalt|violenza esplicita|violence graphique)\b/iu,
  ],
  [
    'Major Character Death',
    /\b(?:major character deaths?|main character deaths?|mcd|character deaths?|charakter ?tod|char[- ]death|death ?fic|deathfic|mort d['’]un personnage|morte di un personaggio|muerte de (?:un )?personaje)\b|смерть (?:основного |главного )?персонажа/iu,
  ],
  [
    'Rape/Non-Con',
    /\b(?:rape|non[- ]?con|noncon|vergewaltigung|viol(?!en|ac)|stupro|violación|sexual assault)\b|изнасилование/iu,
  ],
  ['Underage Sex', /\b(?:under ?-?age(?:d)?|chan|minderjährig\w*)\b/iu],
  ['dubious consent', /\b(?:dub[- ]?con|dubcon|dubious consent)\b/iu],
  [
    'self-harm',
    /\b(?:self[- ]?(?:harm|injury|mutilation)|cutting|selbstverletzung|autolesionismo|autolesión)\b|селфхарм/iu,
  ],
  ['suicide', /\b(?:suicid\w*|selbstmord|suizid)\b|суицид|самоубийств/iu],
  ['abuse', /\b(?:(?:child |domestic |emotional )?abuse|missbrauch|abus|abusi)\b/iu],
  ['torture', /\b(?:tortures?|folter|tortura)\b|пытк/iu],
  ['incest', /\b(?:incest|inzest|inceste|incesto|twincest|wincest)\b|инцест/iu],
  ['violence', /\b(?:(?<!graphic )violence|gewalt|violenza|violencia)\b|насилие/iu],
  [
    'strong language',
    /\b(?:(?:strong |bad |coarse |foul )?language|swearing|swear words?|cursing|profanity|curse words)\b|нецензурная лексика/iu,
  ],
  ['drugs or alcohol', /\b(?:drugs?|drug use|alcohol(?:ism)?|drinking|drogen|alkohol)\b/iu],
  ['slash', /\b(?:slash|m\/m|yaoi)\b|слэш/iu],
]

const none =
  /^[\s*]*(?:none(?: (?:needed|apply|really|that i (?:know|can think) of))?|no(?: (?:archive )?warnings?(?: (?:apply|needed))?)?|nope|nothing|n\/?a|keine?r?|aucun[es]?|nessuno|nessuna|ningun[oa]|нет|-+|\/)[\s.!*]*$/iu

const unsaid =
  /\b(?:chose|choose|choos(?:e|ing)s?|prefer(?:s|red)?)\s+not\s+to\s+(?:use\s+(?:archive\s+)?warnings?|warn|say)|\bno(?:t)? warnings? given\b|\bcntw\b|\bcnw\b|\bauthor chose not\b/iu

/** A negation right before it takes a warning away: "no character death". */
const isDenied = (said: string, at: number): boolean =>
  /\b(?:no|not|without|non|kein[e]?|ohne|pas de|sans|senza|sin|без)\s+(?:\p{L}+\s+)?$/iu.test(
    said.slice(Math.max(0, at - 24), at),
  )

export function readWarnings(said: string): WarningRead | undefined {
  const text = said.slice(0, 2_000)
  if (text.trim() === '') return undefined
  if (unsaid.test(text)) return { kind: 'unsaid' }
  if (none.test(text)) return { kind: 'none' }
  const names = known.flatMap(([name, words]) => {
    const found = [...text.matchAll(new RegExp(words.source, 'giu'))]
    return found.some(({ index }) => !isDenied(text, index)) ? [name] : []
  })
  const has = (name: string): boolean => names.includes(name)
  const plain = names.filter((name) => name !== 'violence' || !has('Graphic Depictions of Violence'))
  return plain.length === 0 ? undefined : { kind: 'known', names: plain }
}

// Kinds of pieces as they are called in several languages: each line is one kind, under the house's name for it.
import { nameKey } from '#src/kit/fold.ts'

const kinds: readonly (readonly [string, string])[] = [
  [
    'drabble',
    'drabble · drabbles · double drabble · half drabble · triple drabble · tribble · drabbel · драббл · драбл · 100 words',
  ],
  [
    'ficlet',
    'ficlet · ficlets · flashfic · flash fiction · snippet · shortfic · short · minific · flashfiction · fiklet · фиклет · зарисовка · kurzgeschichte · schnipsel · короткометражка',
  ],
  [
    'one-shot',
    'one-shot · oneshot · one shots · os · vignette · одношот · ваншот · мини · mini · einteiler · un solo capitolo · capitolo unico · oneshoot · one shoot',
  ],
  [
    'story',
    'fic · fanfic · fanfiction · fan fiction · story · ff · fanfik · фанфик · фик · geschichte · histoire · storia · historia · рассказ · multichapter · multi-chapter · chaptered · wip · long',
  ],
  ['novella', 'novella · novelette · novelle · миди · midi · повесть · nouvelle'],
  ['novel', 'novel · longfic · long fic · roman · romanzo · novela · макси · maxi · роман · epic'],
  [
    'poem',
    'poem · poems · poetry · haiku · limerick · sonnet · gedicht · poeme · poesia · стихи · стихотворение · songtext',
  ],
  [
    'art',
    'art · fanart · artwork · fan art · drawing · comic · manip · арт · dessin · disegno · dibujo · bild · рисунок',
  ],
  ['icons', 'icon · icons · иконки · avatars'],
  ['script', 'script · screenplay · teleplay · drehbuch · scenario · guion · сценарий'],
  ['fanmix', 'fanmix · mix · playlist · fst · фанмикс'],
  ['vid', 'vid · fanvid · video · amv · видео · клип · vidlet'],
  ['meta', 'meta · essay · мета · эссе · saggio · ensayo'],
  ['podfic', 'podfic · audiofic · podfik · подфик'],
]

/** Bare folding that keeps other scripts apart; look-alike letters do no harm here, since both sides go through it. */
const byName: ReadonlyMap<string, string> = new Map(
  kinds.flatMap(([kind, names]) => names.split(' · ').map((name) => [nameKey(name), kind] as const)),
)

/** The house's name for a kind; "One shot." and "Мини" are each one. */
export const kindNamed = (said: string): string | undefined =>
  byName.get(nameKey(said.replace(/[.!,;:()]+/gu, ' ').trim()))

/** Of a list, the kind that is said: in its own word, else in any that means the same. */
export function kindOn(list: readonly string[], said: string): string | undefined {
  const [key, kind] = [nameKey(said), kindNamed(said)]
  const own = key === '' ? undefined : list.find((name) => nameKey(name) === key)
  return (
    own ??
    (kind === undefined
      ? undefined
      : (list.find((name) => nameKey(name) === nameKey(kind)) ?? list.find((name) => kindNamed(name) === kind)))
  )
}

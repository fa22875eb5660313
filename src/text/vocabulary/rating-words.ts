// Ratings in the systems that fandom uses, each with the age from which on it is meant. Folded: no capitals, no spaces, no hyphens.

/** From 18 on they are for adults by every system; 17 is so by most. */
export type Age = number

/** One system a line: its words, by the age. A new word is a word in a line. */
const systems: readonly (readonly [Age, string])[] = [
  // Films, as most journals have them
  [0, 'g'],
  [9, 'pg'],
  [13, 'pg13 pg12'],
  [15, 'pg15 pg16'],
  [17, 'r'],
  [18, 'nc17 nc21 nc18 x xx xxx'],
  // Fiction ratings
  [0, 'frc frk'],
  [7, 'fr7'],
  [13, 'frt fr13'],
  [15, 'fr15'],
  [17, 'frm'],
  [18, 'fr18 fr21 frao'],
  // fanfiction.net
  [0, 'k'],
  [9, 'k+'],
  [13, 't t+'],
  [17, 'm'],
  [18, 'ma'],
  // The Archive, and words that speak for themselves
  [0, 'general generalaudiences generalaudience allages everyone everybody forall worksafe sfw safe'],
  [9, 'preteen preteens'],
  [13, 'teen teens teenandup teenandupaudiences teenaudiences'],
  [17, 'mature matureaudiences nsfw notworksafe notsafeforwork'],
  [18, 'explicit adult adults adultsonly adultonly smut porn'],
  // Years of a school
  [9, '1st2ndyears 1stand2ndyears 1st2ndyear 1st/2ndyears'],
  [13, '3rd5thyears 3rd4thyears 3rd/4thyears 3rd/5thyears'],
  [16, '6th7thyears 5th6thyears 5th7thyears 6th/7thyears'],
  [17, 'professors'],
  // Colours of EFP
  [0, 'verde'],
  [13, 'giallo'],
  [16, 'arancione'],
  [18, 'rosso'],
  // Other languages, and the cinema in Britain
  [0, 'toutpublic touspublics pertutti paratodos todoslospublicos ohnealtersbeschrankung keinealtersbeschrankung u'],
  [13, '12a 13a'],
  [15, '14a'],
  [18, 'adulte adultes adulti adultos erwachsene nurfurerwachsene 18a'],
]

export const ratingAges: ReadonlyMap<string, Age> = new Map(
  systems.flatMap(([age, words]) => words.split(' ').map((word) => [word, age] as const)),
)

/** Letters and words that are much else besides: they count at the beginning, alone, or after a word that says a rating follows. */
export const loneRatings: ReadonlySet<string> = new Set(
  'g r k t m x u ma safe general everyone everybody teen teens mature adult adults explicit smut porn professors adulte adultes adulti adultos'.split(
    ' ',
  ),
)

export const notRated: ReadonlySet<string> = new Set('notrated unrated nr norating'.split(' '))

/** "Hard R" is more than R. */
export const harder: ReadonlySet<string> = new Set('hard strong heavy very high'.split(' '))

export const announcing: ReadonlySet<string> = new Set(
  'rated rate rating ratings it say call as at a an about around overall to or and eventual eventually only later be is its for hard soft strong light mild heavy low high probably maybe likely up'.split(
    ' ',
  ),
)

/** What makes a rating a guess of its writer's. */
export const hedges: RegExp =
  /\?|\b(?:i think|i guess|guess|maybe|perhaps|probably|eventual(?:ly)?|let['’]?s|later|at least|might|could be|to be safe|not sure|i would|ish|glaub|denke|vielleicht|peut-être|forse|credo|quizás?|наверное|думаю)\b|\/(?=\s*\p{L})/iu

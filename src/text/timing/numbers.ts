// Numbers as words, for "Season Five" and its kin.
const lists = [
  'one two three four five six seven eight nine ten eleven twelve',
  'first second third fourth fifth sixth seventh eighth ninth tenth',
  'eins zwei drei vier fünf sechs sieben acht neun zehn',
  'un deux trois quatre cinq six sept huit neuf dix',
  'i ii iii iv v vi vii viii ix x xi xii',
]

export const numberWords: ReadonlyMap<string, number> = new Map(
  lists.flatMap((list) => list.split(' ').map((word, at) => [word, at + 1] as const)),
)

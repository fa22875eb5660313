// The words with which people say where in canon something is set, in several languages. Folded: no capitals, no accents. A new way to say it is a word in a list.

const words = (...lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(' · '))

/** Kinds of parts that are told by a number: "Season 7", "Buch 2", "sixth year". Each begins with the word by which parts of that kind are called. */
export const partWords: Readonly<Record<string, readonly string[]>> = {
  season: words(
    'season · seasons · series · staffel · staffeln · saison · saisons · stagione · stagioni · temporada · temporadas · seizoen',
    'sasong · sesong · saeson · kausi · sezon · evad · сезон · сезона · сезоне · сезонов · сезоны · sesson · saeson',
  ),
  book: words(
    'book · books · volume · vol · tome · band · buch · livre · libro · livro · книга · книги · книге · bok · boek',
  ),
  year: words('year · years · yr · jahr · annee · anno · ano · курс · курса · курсе · schuljahr · год · rok'),
  age: words('age · ages · zeitalter · era · epoch · эпоха · эпохи · evo'),
  arc: words('arc · saga · phase · act · cycle · zyklus · arka · арка'),
  episode: words(
    'episode · episodes · ep · eps · folge · folgen · episodio · episodios · episodi · серия · серии · эпизод · avsnitt · odcinek',
  ),
  chapter: words(
    'chapter · chapters · chap · chaps · ch · kapitel · chapitre · chapitres · capitolo · capitulo · глава · главы · главе',
  ),
  show: words('show · fernsehserie'),
}

/** Between a setting and its part, where it says which came first. */
export const relationWords = {
  after: words(
    'post · after · following · nach · apres · dopo · despues de · despues del · tras · depois de · после · efter · picks up after',
    'takes place after · set after · in the wake of · past · follows · summer after · suite a',
  ),
  before: words(
    'pre · before · prior to · vor · avant · prima di · prima della · prima del · antes de · antes del · до · перед · innan · leading up to · ahead of',
  ),
  during: words(
    'during · in · set in · within · while · at · around · wahrend · pendant · durant · durante · во время · im · in der · dans · nel · nella · en · em',
    'tag to · tag for · coda to · coda for · episode tag · missing scene from · missing scene for · takes place in · takes place during',
  ),
  between: words('between · zwischen · entre · tra · fra · между · in between · mellan'),
  through: words(
    'through · thru · up to · up through · up till · up until · until · till · bis · bis zu · bis zur · jusqu a · jusqua · fino a · fino alla · hasta',
    'as far as · to the end of · all the way through · to · up to and including · through to',
  ),
  from: words(
    'from · starting with · starting in · starting at · beginning with · ab · a partir de · dal · dalla · desde · начиная с · depuis · beyond',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>

export type RelationWord = keyof typeof relationWords

export const andWords: readonly string[] = words('and · und · et · e · y · и · i · och · en · ed')

/** What a list or a stretch goes on with: "S3-S5", "7x01 to 7x04". */
export const toWords: readonly string[] = words(
  'to · through · thru · until · till · bis · jusqu a · fino a · hasta · a · до',
)

/** Which part of a part. */
export const positionWords = {
  start: words(
    'start of · beginning of · start · beginning · anfang · anfang der · zu beginn der · beginn · debut de · debut · inizio · inizio della · comienzos de · principios de · начало · premiere of',
  ),
  early: words('early · early in · fruh · fruhe · tot · first half of · inizi'),
  middle: words(
    'mid · middle of · middle · halfway through · mitte · mitte der · milieu de · milieu · meta · mediados de · середина',
  ),
  late: words('late · late in · second half of · spat · spate · fin de · tard'),
  end: words(
    'end of · end · the end of · ende · ende der · fine · fine della · finales de · final de · конец · конце · close of',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PositionWord = keyof typeof positionWords

export const finaleWords: readonly string[] = words(
  'finale · finales · final · finaller · finale of · final of · finale der · финал',
)
export const premiereWords: readonly string[] = words('premiere · opener · premiere of · pilot of')

/** The whole of a canon, where a relation stands before it: "post-series", "after the show", "avant la série". */
export const wholeWords: readonly string[] = words(
  'series · show · canon · serie · serial · serienende · series end · series ends · show ends · сериал · сериала · канон · канона · kanon · books · the end of canon · finale della serie · fin de la serie · end of the series',
)

/** Whatever it is, all of it is meant. */
export const allWords: readonly string[] = words(
  'both series · whole series · entire series · all seasons · all series · all episodes · everything · whole show · entire show · general series · all of it · ganze serie · alle staffeln · toute la serie · toutes les saisons · tutta la serie · toda la serie · весь сериал · все сезоны · series wide · the series · all the books · all books · any and all',
)

export const noWords: readonly string[] = words(
  'none · no · nope · nil · n a · na · no spoilers · nothing · not really · keine · kein · keiner · aucun · aucune · nessuno · nessuna · niente · ninguno · ninguna · no hay · нет · geen · inga · ingen · spoiler free',
)

/** Canon was left: told by these, or by the capitals "AU". */
export const divergenceWords: readonly string[] = words(
  'alternate universe · alternative universe · alternate reality · alternate timeline · canon divergent · canon divergence · divergent from canon · diverges from canon · divergence · divergent · diverges · goes au · an au · canon au · what if · univers alternatif · universo alternativo · universo alterno · alternatives universum · abweichend · geandert · альтернативная вселенная · альтернативная реальность · ау · отклонение от канона · fix it',
)

/** Canon was left just where these point. */
export const insteadWords: readonly string[] = words(
  'replaces · replacing · instead of · ignores · ignoring · disregards · disregarding · diverges from · diverges at · diverges in · divergence from · divergent from · goes au from · goes au at · goes au in · au from · au since · au starting · au starting with · au begins · au begins with · au as of · au of · ua depuis · statt · au ab · weicht ab in · вместо',
)

/** … or right after it. */
export const insteadAfterWords: readonly string[] = words(
  'diverges after · divergent after · divergence after · canon divergent after · canon divergence after · goes au after · au after · au post · ua apres · au nach · weicht ab nach · canon until · canon through · canon up to · canon compliant until · canon compliant through · canon compliant up to · compliant through · compliant up to · compliant until · ау после',
)

/** May stand between a word of the above and the part that it is said of. */
export const fillers: ReadonlySet<string> = new Set(
  words(
    'the · a · an · events · event · of · episode · ep · eps · les · le · la · l · der · die · das · dem · den · des · du · de · della · del · il · lo · just · only · that · this · book · film · movie · immediately · shortly · directly · right · soon · some · time · sometime · somewhere · set · takes · place · kurz · directement · juste · evenements · ereignisse · eventi · in · canon · au · begins · starts',
  ),
)

/** "Season Five", "saison trois". */
const cardinals: readonly string[] = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  'un deux trois quatre cinq six sept huit neuf dix',
  'uno due tre quattro cinque sei sette otto nove dieci',
  'uno dos tres cuatro cinco seis siete ocho nueve diez',
  'i ii iii iv v vi vii viii ix x xi xii',
]

/** "sixth year", "siebte Staffel", "terza stagione". */
const ordinals: readonly string[] = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
  'erste zweite dritte vierte funfte sechste siebte achte neunte zehnte',
  'ersten zweiten dritten vierten funften sechsten siebten achten neunten zehnten',
  'erster zweiter dritter vierter funfter sechster siebter achter neunter zehnter',
  'premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme',
  'prima seconda terza quarta quinta sesta settima ottava nona decima',
  'primo secondo terzo quarto quinto sesto settimo ottavo nono decimo',
  'primera segunda tercera cuarta quinta sexta septima octava novena decima',
  'primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo',
  'primeira segunda terceira quarta quinta sexta setima oitava nona decima',
  'первыи второи третии четвертыи пятыи шестои седьмои восьмои девятыи десятыи',
  'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого',
  'первом втором третьем четвертом пятом шестом седьмом восьмом девятом десятом',
]

const numbersIn = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list) => list.split(' ').map((word, at) => [word, at + 1] as const)))

export const cardinalWords = numbersIn(cardinals)
export const ordinalWords = numbersIn(ordinals)

/** In titles, where both sides are read alike: "Part One", "Part 1", "3rd", "Third". */
export const titleNumbers: ReadonlyMap<string, string> = new Map(
  [cardinals[0] ?? '', ordinals[0] ?? ''].flatMap((list) =>
    list.split(' ').map((word, at) => [word, String(at + 1)] as const),
  ),
)

export const romanNumbers: ReadonlyMap<string, string> = new Map(
  'i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((word, at) => [word, String(at + 1)] as const),
)

export const partMarks: ReadonlySet<string> = new Set('part pt teil partie parte часть deel del'.split(' '))

export const articles: ReadonlySet<string> = new Set(
  'the a an der die das le la les l il lo gli el los las een het'.split(' '),
)

/** After a number: "3rd", "5th", "2e", "1er", "4ª". */
export const ordinalEnds: ReadonlySet<string> = new Set('st nd rd th e er ere eme ieme ª º o a ste te'.split(' '))

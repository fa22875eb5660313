// What values look like: ratings, genres, kinds of piece, classes of relationship, and the words of word counts and chapters.

/** A rating as it stands at the beginning of a value, in the systems that fandom uses. */
const ratingCore =
  'tv-?(?:y7|pg|14|ma)|r-?18g?|全年[龄齡]|全年齢|nc[- ]?(?:17|21)|pg[- ]?(?:13|15|16|18)?|fr[- ]?(?:ao|[ctm](?![a-z])|7|13|15|18|21)|[gkrmte](?![\\p{L}\\d])\\+?|p-?(?:6|12|16|18)(?:[- ]avl)?|\\d{1,2} (?:anos|años|ans)|\\d{1,2} ?\\+|ab \\d{1,2}|general audiences|teen(?: and up(?: audiences)?)?|mature|explicit|not rated|unrated|all ages|pre-?teen|adult(?:s only)?|everyone|tout public|tous publics|verde|giallo|arancione|rosso|ma(?![\\p{L}\\d])|x(?:xx)?(?![\\p{L}\\d])|u(?![\\p{L}\\d])|1[258](?![\\p{L}\\d,.])'

const qualifier = '(?:hard|soft|light|strong|mild|very|heavy|low|high|eventual(?:ly)?|overall|around|about) '

export const ratingStart: RegExp = new RegExp(`^(?:${qualifier})?(?:${ratingCore})(?![\\p{L}\\d])`, 'iu')

/** Ratings that are nothing else, even alone in a sentence: "R", "T" and "Mature" are not among them. */
export const sureRating: RegExp =
  /^(?:(?:hard|soft|light|strong) (?:r|m|t|pg|nc)(?:[- ]?1[37])?|nc[- ]?17|pg(?:[- ]?1[35])?|fr[- ]?(?:ao|13|15|18|21)|general audiences|teen and up(?: audiences)?|not rated|tout public|tous publics|adults only|all ages|tv-?(?:pg|14|ma)|全年[龄齡]|r-?18|p(?:12|16|18)(?:[- ]avl)?)(?![\p{L}\d])/iu

export const genreNames: readonly string[] =
  'action · adventure · angst · crime · drama · family · fantasy · fluff · friendship · general · gen · het · slash · femslash · horror · humor · humour · hurt/comfort · hurt comfort · h/c · mystery · parody · poetry · romance · sci-fi · science fiction · spiritual · supernatural · suspense · tragedy · western · au · alternate universe · alternative universe · crossover · smut · pwp · crack · crackfic · first time · established relationship · case fic · casefic · dark · darkfic · death · character study · introspection · vignette · story · msr · rst · ust · x-file · future fic · futurefic · kidfic · mpreg · rpf · thriller · comedy · satire · songfic · kinkfic · pre-slash · erotica · episode tag · episode related · missing scene · post-ep · romantik · abenteuer · freundschaft · schmerz/trost · krimi · parodie · aventure · romantico · romantica · drammatico · commedia · sentimentale · fluff · malinconico · introspettivo · generale · triste · romántico · aventura · comedia · avventura · azione · comico · demenziale · erotico · giallo · mistero · poesia · satirico · slice of life · song-fic · sovrannaturale · storico · humour · général · tragédie · mystère · policier · surnaturel · poésie · amitié · famille · misterio · tragedia · amistad · familia · fantasía · terror · poesía · allgemein · liebesgeschichte · familie · tragödie · драма · юмор · романтика · ангст · флафф · повседневность · психология · фэнтези · детектив · экшн · стёб · пародия · мистика · ужасы · hurt no comfort · fix-it · humor/parody · action/adventure · alternate reality'.split(
    ' · ',
  )

export const relationClasses: readonly string[] =
  'gen · het · slash · femslash · fem slash · f/f · m/m · f/m · m/f · multi · other · femmeslash · yaoi · yuri · shounen-ai · shoujo-ai · general · слэш · гет · джен · фемслэш · крэк · crack pairing · nessuna · het, slash · m/f, m/m · bl · gl · bg'.split(
    ' · ',
  )

/** Kinds of piece as people write them in subjects and headings, and how Roundelay calls them. */
export const formNames: ReadonlyMap<string, string> = new Map(
  [
    ['drabble', 'drabble drabbles double-drabble драббл'],
    ['ficlet', 'ficlet ficlets flashfic snippet shortfic'],
    ['one-shot', 'one-shot oneshot one-shots vignette мини'],
    ['story', 'fic fanfic fanfiction fan-fiction fanfics story ff фанфик fanfik фик fiction'],
    ['poem', 'poem poetry limerick haiku sonnet'],
    ['art', 'art fanart artwork manip manips comic'],
    ['icons', 'icons icon'],
    ['fanmix', 'fanmix mix playlist'],
    ['vid', 'vid fanvid video'],
    ['meta', 'meta essay'],
    ['podfic', 'podfic'],
  ].flatMap(([form = '', names = '']) => names.split(' ').map((name) => [name, form] as const)),
)

const number =
  '(?:\\d{1,4}(?:[.,/]\\d{1,3})?|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|eins|vier|fünf|quatre|cinq|premier|première|quattro|cinque|primo|cuatro|cinco|primero|um|dois|três|primeiro|вторая|третья|zwei|drei|un|deux|trois|uno|due|tre|dos|tres|первая|вторая|first|second|third|last|final)'

/** "Chapter 7", "Part One: Id", "Teil 1", "Prologue", "Глава 3", "Kapitel I". */
export const chapterLine: RegExp = new RegExp(
  `^(?:(?:chapter|chap\\.?|ch\\.?|part|pt\\.?|episode|teil|kapitel|chapitre|partie|capitolo|parte|capítulo|capitulo|глава|часть|rozdział|część|kapitola|hoofdstuk|deel|kapittel|luku|act|scene|book|day) ?#?${number}(?![\\p{L}\\d])(?:.{0,80}$)|${number}(?:\\.|er|ª|º|st|nd|rd|th)? (?:chapter|part|teil|kapitel|chapitre)\\b.{0,60}$|(?:prologue?|epilogue?|prólogo|epílogo|prologo|epilogo|пролог|эпилог|interlude)(?![\\p{L}]).{0,60}$|第[\\d一二三四五六七八九十百]{1,5}[章话回].{0,40}$|[一二三四五六七八九十百]{1,4}[、．].{0,40}$|\\d{1,3}\\.$)`,
  'iu',
)

/** "(1/3)", "16/?", "4 of 6". */
export const partMark: RegExp = /\(?\b\d{1,3} ?(?:\/|of) ?(?:\d{1,3}|\?)\)?/u

export const wordCount: RegExp =
  /^[(~≈\s]*(?:(?:approx(?:imately|\.)?|about|around|roughly|exactly|circa|ca\.?|just (?:under|over)|under|over|almost|nearly|total(?: of)?) )?[~≈]?\d[\d.,]{0,9} ?k?\+?[~]? ?(?:words?|wörter|worte|mots|parole|palabras|palavras|woorden|ord|sanaa|слов[а-я]?|字|文字|słów|słowa|slov)(?![\p{L}])/iu

export const languageNames: readonly string[] =
  'english · deutsch · german · français · french · italiano · italian · español · spanish · русский · russian · português · portuguese · 中文 · chinese · polski · polish · nederlands · dutch · svenska · swedish · suomi · finnish · čeština · czech · magyar · hungarian · bahasa indonesia · indonesian · norsk · norwegian · dansk · danish · 日本語 · japanese · türkçe · turkish'.split(
    ' · ',
  )

// The vocabulary of labels: what people write before a colon, in the languages of fandom, and which field it means.
// Add a word here and it is known everywhere; case, accents, apostrophes, "(s)", "/s", numbers and question marks do not matter.
import type { FieldName } from '#src/text/header/fields.ts'

export type LabelWords = {
  readonly field: FieldName
  /** Sure by itself at the start of a line. */
  readonly strong: readonly string[]
  /** Also an ordinary word: believed only beside other labels. */
  readonly weak?: readonly string[]
  /** As the chief word of a longer label ("Blue Moon Note", "Nota de la traductora") it still means the field. */
  readonly chief?: readonly string[]
}

const words = (list: string): readonly string[] => list.split(' · ')

export const labelWords: readonly LabelWords[] = [
  {
    field: 'title',
    strong: words(
      'title · fic title · story title · fanfic title · name of fic · title of fic · story name · name of story · work title · fill title · entry title · fics title · this fic is called',
    ),
    weak: words('fic · fanfic · fanfiction · story · drabble · ficlet · one shot · oneshot · titles'),
    chief: words('title · titel · titre · titolo · titulo · título · название'),
  },
  {
    field: 'author',
    strong: words(
      'author · authors · author name · authors name · author names · creator · author creator · writer · written by · pen name · penname · penned by · authored by · writer name · writers · user name · username · your name · authoress · poster · author username · lj username · ao3 name · story by · fic by · a fic by',
    ),
    weak: words('by · name · von · par · di · por · pseudo · pseudonym · nickname · nick · nome · nom'),
    chief: words('author · autor · auteur · autore · autora · автор'),
  },
  {
    field: 'artist',
    strong: words('artist · artists · art by · artwork by · illustrator · artista'),
  },
  {
    field: 'fandom',
    strong: words('fandom · fandoms · fandom category · universe · verse · crossover fandom · fandoms used · canon'),
    weak: words('series · serie · série · source · show · story · book · anime · manga · movie · сериал · сериалы'),
    chief: words('fandom · фандом'),
  },
  {
    field: 'characters',
    strong: words(
      'characters · character · main characters · main character · characters featured · featuring · starring · dramatis personae · characters included · character used · characters involved · players · main cast · focal characters · characters used · people',
    ),
    weak: words('cast · char · chars · focus · who'),
    chief: words('characters · персонажи · personaggi · personajes · personnages'),
  },
  {
    field: 'pairings',
    strong: words(
      'pairing · pairings · relationship · relationships · ship · ships · couple · couples · main pairing · main pairings · couples · shipping · couple pairing · otp · parings · paring · romantic pairing · romantic pairings · side pairings · background pairings · background relationships · other pairings · pairing type',
    ),
    weak: words('love interest · romance'),
    chief: words('pairing · pairings · пэйринг · пейринг'),
  },
  {
    field: 'rating',
    strong: words(
      'rating · ratings · mpaa rating · mpaa · rate · story rating · content rating · age rating · rated · raiting · rateing · raitings · film rating · fic rating · rating and why · reading level',
    ),
    weak: words('ab · age · fsk · avvertenza di età'),
    chief: words('rating · rated · рейтинг · altersfreigabe'),
  },
  {
    field: 'warnings',
    strong: words(
      'warning · warnings · warnings squicks · squicks · squick · triggers · trigger · trigger warning · trigger warnings · content warning · content warnings · content note · content notes · contents · contains · content · kinks · kink · kinks and contents · tw · cw · archive warning · archive warnings · caution · heads up · possible triggers · potential triggers · squick warning · squick warnings · content advisory · advisory · waring · warings · warnigns · cws · tws · story warnings · chapter warnings · additional warnings · trigger notes · beware',
    ),
    weak: words('enthält · contiene · contient'),
    chief: words('warning · warnings · предупреждение · предупреждения'),
  },
  {
    field: 'timing',
    strong: words(
      'timing · timeline · time line · setting · set in · set during · set after · set · time period · timeframe · time frame · time · era · season · seasons · season setting · when · situation · placement · continuity · takes place · period · changes · book source · timeline placement · canon point · point in canon · story setting · time setting · chronology · takes place in · takes place during · takes place after · takes place before · placement in canon · time line placement · story timeline · time and place · set between · set post · set around · year · when set · when is it set · set when · canon placement · set at · season episode · timestamp · time stamp',
    ),
    weak: words('book · episode · year · place · where · location · episode tag · tag to'),
    chief: words('timeline · setting'),
  },
  {
    field: 'spoilers',
    strong: words(
      'spoiler · spoilers · spoiler warning · spoiler warnings · spoiler level · possible spoilers · spoiler for · spoilers for · contains spoilers for · spoilers through · spoilers up to · spoiled for',
    ),
    chief: words('spoiler · spoilers'),
  },
  {
    field: 'words',
    strong: words(
      'wordcount · words · word counts · length · word length · number of words · size · wordage · final word count · total words · word total · words in total · approximate word count · word cnt · word count approx · how long',
    ),
    weak: words('wc · w c'),
    chief: words('wordcount · length'),
  },
  {
    field: 'summary',
    strong: words(
      'summary · summaries · authors summary · story summary · synopsis · description · blurb · plot · teaser · resume · samenfattning · sum · in a nutshell · the gist · gist · premise · logline · pitch · story description · fic summary · in brief · the story · what its about · what happens · tagline · tag line',
    ),
    weak: words('about · in short · excerpt · plot summary'),
    chief: words('summary · описание · zusammenfassung'),
  },
  {
    field: 'notes',
    strong: words(
      'notes · note · authors note · authors notes · author note · author notes · author notes · story notes · story note · chapter notes · chapter note · notes from the author · pre story notes · a/n · a/ns · a n · a ns · an · ans · a note · end note · comment · comments · authors comments · authors comment · chatter · groundrules · ground rules · background · explanation · additional notes · other notes · extra notes · beginning notes · opening notes · introduction · foreword · preface · babble · babbling · rambling · ramblings · ramble · rambles · blather · thoughts · musings · general notes · important note · important notes · further notes · quick note · nb · n b · pre notes · writers notes · writers note · a word from the author · from the author · author says · miscellaneous · misc · extra info · things to know · author comments · my comments · my notes · sidenote · side note · historical note · historical notes · canon notes · timeline notes · creators note · creators notes · translation notes',
    ),
    weak: words('ps · p s · information · info · other'),
    chief: words(
      'note · notes · nota · notas · примечание · примечания · anmerkung · anmerkungen · comment · comments · chatter',
    ),
  },
  {
    field: 'beta',
    strong: words(
      'beta · betas · beta readers · betaed by · beta by · betad by · beta read by · betareader · beta thanks · editor · britpick · brit picker · and lets not forget · cheerleader · cheerleaders · alpha · alphas · alpha reader · proofread by · proofreader · edited by · britpicker · britpicked by · britpicking · sensitivity reader · first reader · first readers · betaer · beta ed by · beta reading · beta reader s · with thanks to · big thanks · big thanks to · huge thanks to · thanks go to · betae d by',
    ),
    chief: words('beta · betas · бета'),
  },
  {
    field: 'thanks',
    strong: words('credits · credit'),
  },
  {
    field: 'beta',
    strong: words('thanks · thank you · thanks to · many thanks · special thanks · acknowledgements · acknowledgments'),
  },
  {
    field: 'disclaimer',
    strong: words(
      'disclaimer · disclaimers · discloser · disclaim her · disclaim · legal · copyright · standard disclaimer · legal stuff · disclaimer warning · disclamers · diclaimer · dislaimer · declaimer · standard disclaimers · legalese · legal disclaimer · legal note · legal mumbo jumbo · dont sue · usual disclaimers · standard disclaimers apply · disclaimer stuff · disclaim er · disclaimed · discliamer · disclaimer thing · ownership notice',
    ),
    weak: words('ownership · rights · права'),
    chief: words('disclaimer · disclaimers'),
  },
  {
    field: 'prompt',
    strong: words(
      'prompt · prompts · prompt used · prompts used · prompt notes · prompt number · prompt word · prompt words · themes · table · table prompt · request · original request · original prompt · requested by · reto · quote · prompt you used · chosen prompt · prompt chosen · prompts chosen · your prompt · square · squares · bingo square · square filled · squares filled · prompt filled · prompts filled · prompt request · prompt text · prompt by · prompted by · filling the prompt · kink meme prompt',
    ),
    weak: words('word · themes used · wish'),
    chief: words('prompt · prompts · заявка'),
  },
  {
    field: 'challenge',
    strong: words(
      'challenge · challenges · written for · for challenge · fest · ficathon · challenge number · event · exchange · bingo · community · fest name · event name · submitted to · submitted for · entry for · written as part of · an entry for · posted for · challenge name · challenge prompt',
    ),
    chief: words('challenge · challenges'),
  },
  {
    field: 'inspiration',
    strong: words('inspiration · inspired by · inspirations'),
  },
  {
    field: 'genre',
    strong: words(
      'genre · genres · genres and tags · classification · classifications · clasificacion · clasificación · type · types · story type · type of fic · style · kind · kind of piece · kind of work · genre tags · story genre · fic type · kind of story · sort of story',
    ),
    weak: words('category · categories · catégorie · categoria · categoría'),
    chief: words('genre · genres · жанры'),
  },
  {
    field: 'category',
    strong: words('slash category'),
    weak: words('category · categories'),
  },
  {
    field: 'medium',
    strong: words('medium · media · media type · fill medium · format · art medium'),
  },
  {
    field: 'chapter',
    strong: words('chapter · chapter title · part'),
    weak: words('partie · parte · installment'),
  },
  {
    field: 'chapters',
    strong: words('chapters · number of chapters · parts'),
  },
  {
    field: 'series',
    strong: words(
      'series title · series name · story series · part of · part of series · in series · sequel to · sequence · part of the series · part of a series · previous in series · series info · sequel prequel · prequel to · companion to · in the series · series part',
    ),
  },
  {
    field: 'status',
    strong: words(
      'status · status of work · story status · complete · completed · completion · wip · work in progress · story complete · is it finished',
    ),
    weak: words('finished · progress'),
  },
  {
    field: 'recipient',
    strong: words(
      'recipient · recipients · gift for · giftee · a gift for · for · requester · written as a gift for · giftee name · written for user · to whom · gift recipient · this is for',
    ),
  },
  {
    field: 'dedication',
    strong: words('dedication · dedications · dedicated to · dedicated · for whom'),
  },
  {
    field: 'feedback',
    strong: words(
      'feedback · reviews · review · concrit · comments welcome · reviews welcome · critique · feedback welcome · concrit welcome · constructive criticism · comments and concrit',
    ),
  },
  {
    field: 'archive',
    strong: words(
      'archive · archiving · archived · distribution statement · archived at · distribution · permission to archive · archive permission · crossposted · cross posted · crosspost',
    ),
  },
  {
    field: 'email',
    strong: words('email · e mail · email address · mail · contact · e mail address'),
  },
  {
    field: 'url',
    strong: words(
      'url · link · links · find it on ao3 · authors website · website · web site · web page · webpage · homepage · site · ao3 link · read on ao3 · read it on ao3 · also on ao3 · read here · read at · also posted at · also at · originally posted at',
    ),
  },
  {
    field: 'date',
    strong: words(
      'date · published · updated · written · publication date · date written · date posted · posted · posted on · last updated · completed on · date published · created · started · finished on',
    ),
  },
  {
    field: 'music',
    strong: words(
      'music · song · song used · song choice · songs · soundtrack · listening to · current music · lyrics · lyrics by · song lyrics',
    ),
    chief: words('music · song · soundtrack'),
  },
  { field: 'language', strong: words('language · sprache · langue · lingua · idioma · язык · 语言') },
  {
    field: 'tags',
    strong: words('tags · tag · keywords · keyword · additional tags · additional tag · freeform tags · freeforms'),
  },
  {
    field: 'endnotes',
    strong: words('end notes · endnotes · endnote · closing notes · chapter end notes · notes at end'),
  },
]

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
      'title · fic title · story title · fanfic title · name of fic · title of fic · titel · titre · titolo · título · titulo · nombre del fanfic · nombre del fic · название · 标题 · 題目 · 标题名 · 文名 · 篇名 · タイトル · 題名 · tytuł · titul · název · otsikko · título do fic',
    ),
    weak: words('fic · fanfic · fanfiction · story · drabble · ficlet · one shot · oneshot · titles'),
    chief: words('title · titel · titre · titolo · titulo · título · название'),
  },
  {
    field: 'author',
    strong: words(
      'author · authors · author name · authors name · author names · creator · author creator · writer · written by · pen name · penname · autor · autorin · autori · autoren · auteur · auteure · auteurs · autrice · autore · autora · autores · автор · авторы · автор фика · 作者 · 楼主 · 著者 · 作者名 · autorka · verfasser · verfasserin · schrijver · schrijfster · författare · kirjoittaja',
    ),
    weak: words('by · name · von · par · di · por · pseudo · pseudonym · nickname · nick · nome · nom'),
    chief: words('author · autor · auteur · autore · autora · автор'),
  },
  {
    field: 'artist',
    strong: words(
      'artist · artists · art by · artwork by · illustrator · künstler · artiste · artista · художник · иллюстратор · 画师 · 絵師',
    ),
  },
  {
    field: 'fandom',
    strong: words(
      'fandom · fandoms · fandom category · universe · verse · crossover fandom · fandoms used · фандом · фэндом · фандомы · 原作 · 同人 · ジャンル · univers · universo · fandome · canon',
    ),
    weak: words('series · serie · série · source · show · story · book · anime · manga · movie · сериал · сериалы'),
    chief: words('fandom · фандом'),
  },
  {
    field: 'characters',
    strong: words(
      'characters · character · main characters · main character · characters featured · featuring · starring · personaggi · personaggio · personaggi principali · hauptcharakter · hauptcharaktere · hauptpersonen · hauptperson · charaktere · charakter · personen · personnage · personnages · personnages principaux · personajes · personaje · protagonistas · personagens · основные персонажи · персонажи · персонаж · герои · главные герои · 核心OC · 人物 · 角色 · 主角 · 主要人物 · 登場人物 · キャラ · キャラクター · postacie · bohaterowie · postavy · karakters · personages · karaktärer · hahmot',
    ),
    weak: words('cast · char · chars · people · focus'),
    chief: words('characters · персонажи · personaggi · personajes · personnages'),
  },
  {
    field: 'pairings',
    strong: words(
      'pairing · pairings · relationship · relationships · ship · ships · couple · couples · main pairing · main pairings · coppia · coppie · paar · paare · paarung · paarungen · hauptpaar · pärchen · pareja · parejas · couples · appaiamento · пэйринг · пэйринги · пейринг · пейринги · пары · пара · cp · 配对 · 配對 · カップリング · カプ · parowanie · páry · pár · paritus · par',
    ),
    weak: words('love interest · romance'),
    chief: words('pairing · pairings · пэйринг · пейринг'),
  },
  {
    field: 'rating',
    strong: words(
      'rating · ratings · rated · raiting · mpaa rating · mpaa · rate · story rating · content rating · age rating · altersfreigabe · altersbeschränkung · altersempfehlung · freigabe · einstufung · classement · clasificación por edad · calificación · classificação · classificazione · valutazione · рейтинг · 分级 · 分級 · 级别 · 等级 · レーティング · 年齢制限 · ograniczenia wiekowe · přístupnost · leeftijd · ikäraja · åldersgräns · raccomandazione',
    ),
    weak: words('ab · age · fsk · avvertenza di età'),
    chief: words('rating · rated · рейтинг · altersfreigabe'),
  },
  {
    field: 'warnings',
    strong: words(
      'warning · warnings · warnings squicks · squicks · squick · triggers · trigger · trigger warning · trigger warnings · content warning · content warnings · content note · content notes · contents · contains · content · kinks · kink · kinks and contents · tw · cw · archive warning · archive warnings · caution · warnung · warnungen · warnhinweis · warnhinweise · achtung · hinweise · avertissement · avertissements · attention · mises en garde · avvertimento · avvertimenti · avvertenza · avvertenze · advertencia · advertencias · avisos · aviso · предупреждение · предупреждения · 警告 · 预警 · 注意 · 注意事项 · ostrzeżenia · ostrzeżenie · varování · waarschuwing · waarschuwingen · varningar · varning · varoitukset',
    ),
    weak: words('enthält · contiene · contient'),
    chief: words('warning · warnings · предупреждение · предупреждения'),
  },
  {
    field: 'timing',
    strong: words(
      'timing · timeline · time line · setting · set in · set during · set after · set · time period · timeframe · time frame · time · era · season · seasons · season setting · when · situation · placement · continuity · takes place · period · saison · staffel · zeitlinie · zeitpunkt · zeitrahmen · zeit · spielt · chronologie · contesto · ambientazione · periodo · collocazione · cronologia · temporada · línea temporal · ubicación · época · временная линия · таймлайн · время · 时间线 · 时间 · 時系列 · 时代 · linia czasowa · epoque · changes · book source',
    ),
    weak: words('book · episode · year · place · where · location · episode tag · tag to'),
    chief: words('timeline · setting'),
  },
  {
    field: 'spoilers',
    strong: words(
      'spoiler · spoilers · spoiler warning · spoiler warnings · spoils · spoiler level · спойлеры · спойлер · 剧透 · ネタバレ · espoilers · spoilery',
    ),
    chief: words('spoiler · spoilers'),
  },
  {
    field: 'words',
    strong: words(
      'word count · wordcount · words · word counts · length · word length · number of words · size · размер · объём · объем · количество слов · wörter · wortanzahl · wortzahl · anzahl wörter · länge · umfang · nombre de mots · mots · longueur · numero parole · conteggio parole · parole · lunghezza · lunghezza storia · palabras · número de palabras · longitud · extensión · 字数 · 文字数 · palavras · liczba słów · długość · počet slov · woorden · antal ord · sanamäärä',
    ),
    weak: words('wc · w c'),
    chief: words('wordcount · length'),
  },
  {
    field: 'summary',
    strong: words(
      'summary · summaries · authors summary · story summary · synopsis · description · blurb · plot · teaser · inhalt · inhaltsangabe · zusammenfassung · kurzbeschreibung · beschreibung · résumé · resume · riassunto · trama · sinossi · introduzione · descrizione · resumen · sinopsis · resumo · sinopse · argumento · описание · саммари · аннотация · краткое содержание · содержание · 摘要 · 简介 · 文案 · あらすじ · 概要 · streszczenie · opis · shrnutí · obsah · samenvatting · samenfattning · sammanfattning · tiivistelmä · sum',
    ),
    weak: words('about · in short · excerpt · plot summary'),
    chief: words('summary · описание · zusammenfassung'),
  },
  {
    field: 'notes',
    strong: words(
      'notes · note · authors note · authors notes · author note · author notes · author notes · story notes · story note · chapter notes · chapter note · notes from the author · pre story notes · a/n · a/ns · a n · a ns · an · ans · a note · end note · comment · comments · authors comments · authors comment · chatter · groundrules · ground rules · background · explanation · additional notes · other notes · extra notes · beginning notes · opening notes · introduction · foreword · preface · kommentar · kommentare · anmerkung · anmerkungen · vorwort · autorennotiz · anmerkung des autors · anmerkung der autorin · bemerkung · bemerkungen · note de lauteur · notes de lauteur · note de lauteure · note dauteur · notes dauteur · nda · note dellautore · note dellautrice · nda · nota · notas · nota de la autora · nota del autor · notas del autor · notas de la autora · notas de autor · nota da autora · примечание · примечания · примечания автора · примечание автора · от автора · авторские примечания · комментарий · комментарии · 题记 · 作者的话 · 前言 · 备注 · 说明 · 後書き · 前書き · 備考 · 注 · uwagi · od autora · od autorki · poznámka · poznámky · opmerking · opmerkingen · kommentarer · huomautus · huomautuksia · faits · remarques · remarque · commentaire · commentaires',
    ),
    weak: words('ps · p s · information · info · other'),
    chief: words(
      'note · notes · nota · notas · примечание · примечания · anmerkung · anmerkungen · comment · comments · chatter',
    ),
  },
  {
    field: 'beta',
    strong: words(
      'beta · betas · beta reader · beta readers · betaed by · beta by · betad by · beta read by · betareader · beta thanks · editor · betaleser · betaleserin · gebetat von · relecture · relectrice · bêta · beta lettrice · betata da · lettore beta · beteo · beteado por · бета · беты · бета ридер · беты и соавторы · бета и соавторы · соавторы · гамма · britpick · brit picker · and lets not forget · 校对 · ベータ',
    ),
    chief: words('beta · betas · бета'),
  },
  {
    field: 'thanks',
    strong: words('agradecimientos · agradecimentos · gracias · credits · credit'),
  },
  {
    field: 'beta',
    strong: words(
      'thanks · thank you · thanks to · many thanks · special thanks · acknowledgements · acknowledgments · remerciements · merci · ringraziamenti · danke · danksagung · dank · благодарности · podziękowania · 感谢',
    ),
  },
  {
    field: 'disclaimer',
    strong: words(
      'disclaimer · disclaimers · discloser · disclaim her · disclaim · legal · copyright · standard disclaimer · legal stuff · disclaimer warning · haftungsausschluss · rechte · rechtliches · avis · disclamer · disclaimeur · disclamers · diclaimer · dislaimer · отказ от прав · дисклеймер · отказ · 声明 · 免责声明 · 免責聲明 · descargo · descargo de responsabilidad · renuncia · declaimer · zastrzeżenie',
    ),
    weak: words('ownership · rights · права'),
    chief: words('disclaimer · disclaimers'),
  },
  {
    field: 'prompt',
    strong: words(
      'prompt · prompts · prompt used · prompts used · prompt notes · prompt number · prompt word · prompt words · theme · themes · table · table prompt · request · original request · original prompt · requested by · тема · заявка · ключ · 梗来源 · 梗 · お題 · stichwort · thema · vorgabe · wunsch · thème · consigne · consegna · promptato da · consigna · reto · quote',
    ),
    weak: words('word · themes used · wish'),
    chief: words('prompt · prompts · заявка'),
  },
  {
    field: 'challenge',
    strong: words(
      'challenge · challenges · written for · for challenge · fest · ficathon · challenge number · event · exchange · bingo · в подарок на · на конкурс · конкурс · événement · défi · sfida · desafío · wettbewerb · herausforderung · scritta per · écrit pour · geschrieben für · escrito para',
    ),
    chief: words('challenge · challenges'),
  },
  {
    field: 'inspiration',
    strong: words('inspiration · inspired by · inspirations · ispirazione · inspiración'),
  },
  {
    field: 'genre',
    strong: words(
      'genre · genres · genere · generi · género · géneros · genero · gênero · genres and tags · classification · classifications · clasificacion · clasificación · жанр · жанры · 作品类型 · 类型 · 類型 · kategorie · tipo · type · types · story type · type of fic · style · gatunek · žánr · genrer · tyylilaji · kategorien · kind',
    ),
    weak: words('category · categories · catégorie · categoria · categoría'),
    chief: words('genre · genres · жанры'),
  },
  {
    field: 'category',
    strong: words('категория · tipo di coppia · направленность · slash category · 性向'),
    weak: words('category · categories'),
  },
  {
    field: 'medium',
    strong: words('medium · media · fill medium · format · art medium'),
  },
  {
    field: 'chapter',
    strong: words(
      'chapter · chapter title · part · teil · kapitel · chapitre · capitolo · capítulo · capitulo · глава · часть · 章节 · 第 章 · rozdział · kapitola · hoofdstuk · luku',
    ),
    weak: words('partie · parte · installment'),
  },
  {
    field: 'chapters',
    strong: words(
      'chapters · number of chapters · parts · kapitelanzahl · chapitres · capitoli · capítulos · главы · 章数',
    ),
  },
  {
    field: 'series',
    strong: words(
      'series title · series name · story series · part of · part of series · in series · sequel to · sequence · serie · reihe · série · цикл · серия · 系列 · シリーズ',
    ),
  },
  {
    field: 'status',
    strong: words(
      'status · status of work · story status · complete · completed · completion · wip · work in progress · статус · stato · estado · état · statut · fertig · abgeschlossen · 状态 · 完结 · stan',
    ),
    weak: words('finished · progress'),
  },
  {
    field: 'recipient',
    strong: words(
      'recipient · recipients · gift for · giftee · a gift for · for · requester · получатель · geschenk für · cadeau pour · regalo per · regalo para · written as a gift for',
    ),
  },
  {
    field: 'dedication',
    strong: words(
      'dedication · dedications · dedicated to · dedicatoria · dedica · dédicace · widmung · посвящение · посвящается · dedykacja · gewidmet · dedicated',
    ),
  },
  {
    field: 'feedback',
    strong: words(
      'feedback · reviews · review · concrit · comments welcome · rückmeldung · reviews welcome · critique',
    ),
  },
  {
    field: 'archive',
    strong: words(
      'archive · archiving · archived · archived at · distribution · archivierung · archivo · dépôt · archiv · archivage · archiviazione · размещение · распространение · permission to archive · archive permission · crossposted · cross posted · crosspost',
    ),
  },
  {
    field: 'email',
    strong: words(
      'email · e mail · e mail adresse · email address · mail · mailadresse · contact · correo · courriel · adresse mail · почта · e mail address · kontakt · 邮箱',
    ),
  },
  {
    field: 'url',
    strong: words(
      'url · link · links · find it on ao3 · authors website · website · web site · web page · webpage · homepage · site · site web · ao3 link · read on ao3 · read it on ao3 · also on ao3 · read here · read at · ссылка · ссылки · enlace · lien · also posted at · also at · originally posted at · sito · página web · 链接',
    ),
  },
  {
    field: 'date',
    strong: words(
      'date · published · updated · written · publication date · date written · date posted · posted · posted on · last updated · completed on · date published · datum · veröffentlicht · publié · date de publication · pubblicata · pubblicata il · data · data di pubblicazione · fecha · publicado · дата · дата публикации · 日期 · 发表时间 · erstellt · created · started · finished on',
    ),
  },
  {
    field: 'music',
    strong: words(
      'music · song · song used · song choice · songs · soundtrack · listening to · current music · musik · musique · musica · música · музыка · bgm · lyrics · lyrics by · song lyrics',
    ),
    chief: words('music · song · soundtrack'),
  },
  { field: 'language', strong: words('language · sprache · langue · lingua · idioma · язык · 语言') },
  {
    field: 'tags',
    strong: words(
      'tags · tag · keywords · keyword · additional tags · additional tag · freeform tags · freeforms · метки · теги · 标签 · タグ · etiquetas · schlagworte · mots clés',
    ),
  },
  {
    field: 'endnotes',
    strong: words(
      'end notes · endnotes · endnote · closing notes · chapter end notes · notes at end · nachwort · note finali · notas finales · notes de fin',
    ),
  },
]

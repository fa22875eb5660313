// Labels in German, Dutch and the languages of the north: a line is a field and its words, parted by " · ". How words are compared says docs/header-words.md.
import type { LanguageWords } from './language-words.ts'

export const german: LanguageWords = {
  title: 'titel · name der geschichte · titel der geschichte',
  author:
    'autor · autorin · autoren · autorinnen · verfasser · verfasserin · geschrieben von · schreiber · schreiberin · autor in',
  artist: 'künstler · künstlerin · bild von · cover von',
  fandom: 'fandom · fandoms · universum · original · vorlage',
  characters:
    'charaktere · charakter · hauptcharakter · hauptcharaktere · hauptpersonen · hauptperson · personen · figuren · hauptfiguren · hauptfigur · in weiteren rollen · in anderen rollen · charas · charakter e · mitwirkende · nebencharaktere',
  pairings: 'paar · paare · paarung · paarungen · hauptpaar · hauptpairing · pärchen · beziehung · beziehungen',
  rating:
    'altersfreigabe · altersbeschränkung · altersempfehlung · altersangabe · alterseinstufung · freigabe · einstufung · jugendschutz',
  warnings:
    'warnung · warnungen · warnhinweis · warnhinweise · achtung · hinweise · inhaltswarnung · inhaltswarnungen · triggerwarnung · triggerwarnungen · content warnung',
  timing:
    'zeitlinie · zeitpunkt · zeitrahmen · zeit · spielt · spielt in · spielt nach · spielt während · staffel · zeitliche einordnung · einordnung · handlungszeit · handlungsort · ort und zeit · setzung',
  spoilers: 'spoiler · spoilerwarnung · spoiler für',
  words:
    'wörter · wortanzahl · wortzahl · anzahl wörter · anzahl der wörter · wörteranzahl · länge · umfang · worte · wortcount',
  summary:
    'inhalt · inhaltsangabe · zusammenfassung · kurzbeschreibung · beschreibung · kurzinhalt · klappentext · darum gehts · worum gehts · kurzfassung',
  notes:
    'kommentar · kommentare · anmerkung · anmerkungen · vorwort · autorennotiz · autorennotizen · anmerkung des autors · anmerkung der autorin · anmerkungen des autors · anmerkungen der autorin · bemerkung · bemerkungen · sonstiges · notiz · notizen · vorbemerkung · infos',
  beta: 'betaleser · betaleserin · betaleserinnen · gebetat von · beta gelesen von · betagelesen von · betat von · danke · danksagung · dank an · dank',
  disclaimer: 'haftungsausschluss · rechte · rechtliches · rechtlicher hinweis · disclaimer · copyright',
  prompt: 'stichwort · stichworte · thema · vorgabe · vorgaben · wunsch · aufgabe',
  challenge: 'wettbewerb · herausforderung · geschrieben für · für die challenge · beitrag zu · beitrag für',
  genre: 'genre · genres · kategorie · kategorien · gattung · art der geschichte',
  chapter: 'teil · kapitel · abschnitt',
  chapters: 'kapitelanzahl · anzahl der kapitel · teile',
  series: 'serie · reihe · teil der reihe · fortsetzung von · fortsetzung zu',
  status: 'fertig · abgeschlossen · fertiggestellt',
  recipient: 'geschenk für · für wen · beschenkte · wichtelkind',
  dedication: 'widmung · gewidmet',
  feedback: 'rückmeldung · reviews · kritik',
  archive: 'archivierung · archiv',
  email: 'mailadresse · kontakt · e mail adresse',
  date: 'datum · veröffentlicht · erstellt · geschrieben am',
  music: 'musik · lied · soundtrack',
  language: 'sprache',
  tags: 'schlagworte · schlagwörter · stichwörter',
  inspiration: 'inspiriert von · angeregt durch',
  endnotes: 'nachwort · schlusswort',
}

export const dutch: LanguageWords = {
  title: 'titel · titel van het verhaal',
  author: 'auteur · schrijver · schrijfster · auteurs · geschreven door',
  fandom: 'fandom',
  characters: 'personages · personage · karakters · hoofdpersonen · hoofdpersonages · hoofdpersoon',
  pairings: 'koppel · koppels · stel · paar · relatie · relaties',
  rating: 'leeftijd · leeftijdsgrens · leeftijdscategorie · beoordeling · kijkwijzer',
  warnings: 'waarschuwing · waarschuwingen · let op · bevat',
  timing: 'tijdlijn · tijd · periode · seizoen · speelt · speelt zich af · tijdstip · wanneer',
  spoilers: 'spoilers · spoiler',
  words: 'aantal woorden · woorden · lengte · woordenaantal',
  summary: 'samenvatting · korte inhoud · inhoud · beschrijving · omschrijving',
  notes:
    'opmerking · opmerkingen · noot van de auteur · noot van de schrijver · noot van de schrijfster · noten · aantekening · aantekeningen · notities · voorwoord · toelichting',
  beta: 'bèta · beta · betalezer · gebetalezen door · dankwoord · met dank aan · dank aan · bedankt',
  disclaimer: 'disclaimer · rechten',
  prompt: 'opdracht · thema',
  challenge: 'uitdaging · geschreven voor · wedstrijd',
  genre: 'genre · genres · soort',
  chapter: 'hoofdstuk · deel',
  chapters: 'hoofdstukken · aantal hoofdstukken',
  series: 'serie · reeks · deel van',
  status: 'status · voltooid',
  recipient: 'cadeau voor',
  dedication: 'opgedragen aan · toewijding',
  language: 'taal',
}

export const nordic: LanguageWords = {
  title: 'titel · tittel · rubrik · otsikko · ficin nimi · titill',
  author: 'författare · skriven av · forfatter · skrevet av · skrevet af · kirjoittaja · kirjoittanut · höfundur',
  fandom: 'fandom · fandomi',
  characters:
    'karaktärer · karaktär · personer · karakterer · personer med · hahmot · henkilöt · päähenkilöt · huvudpersoner · hovedpersoner',
  pairings: 'par · parring · parringer · paritus · paritukset · relation · pari',
  rating: 'åldersgräns · aldersgrense · aldersgrænse · ikäraja · ikäsuositus · ikärajoitus',
  warnings: 'varningar · varning · advarsel · advarsler · varoitukset · varoitus · innehåller · inneholder',
  timing:
    'tidslinje · tid · tidpunkt · utspelar sig · utspiller seg · säsong · sesong · tidsperiode · ajankohta · sijoittuu · aika · aikajana',
  spoilers: 'spoilers · spoiler · spoilerit · spoilervarning',
  words: 'antal ord · ordantal · antall ord · lengde · längd · længde · sanamäärä · sanoja · pituus',
  summary: 'sammanfattning · sammendrag · resumé · resume · beskrivning · handling · tiivistelmä · kuvaus · yhteenveto',
  notes:
    'kommentar · kommentarer · författarens anteckning · författarens anteckningar · författarens kommentar · anteckningar · anteckning · notering · noter · forfatterens notat · forfatterens kommentar · huomautus · huomautuksia · huomioita · kirjoittajan huomautus · kirjoittajan huomautuksia · kirjoittajan sanat · alkusanat · förord · forord',
  beta: 'beta · betaläsare · betaleser · betalæser · beta luettu · betannut · oikolukija · tack · tack till · takk · takk til · tak til · kiitokset · kiitos',
  disclaimer:
    'ansvarsfriskrivning · ansvarsfraskrivelse · rättigheter · vastuuvapaus · vastuuvapauslauseke · vastuunvapautus · oikeudet · disclaimer',
  prompt: 'tema · oppgave · aihe · haaste aihe',
  challenge: 'utmaning · utfordring · udfordring · haaste · skriven för · skrevet for · haasteet',
  genre: 'genrer · genre · sjanger · tyylilaji · genret · tyyli',
  chapter: 'kapitel · kapittel · luku',
  chapters: 'kapitler · luvut',
  series: 'serie · sarja · del av',
  status: 'status · tila',
  dedication: 'tillägnad · tilegnet · omistus · omistettu',
  language: 'språk · sprog · kieli',
}

// Tells whether a line beneath a story is its writer's talk: surely, or only where something else says so already.
import { isTalkToReaders, speaksOfFic } from '#src/text/header/finds/chatter.ts'

/** Nobody in a story says this: thanks to readers, where else it stands, who read it beforehand, whose the mistakes are. */
const sayings: readonly RegExp[] = [
  /\b(?:thanks|thank you)(?: (?:all|everyone|everybody|you all|again|so much|very much|ever so much))* for (?:reading(?! (?:it|them|me|her|him|to|my|his|this (?!fic|story|chapter|piece)))|sticking with)/iu,
  /\bcross-?post(?:ed|ing)?\b|\b(?:un)?-?beta(?:['’]?e?d|d|-?read)\b|\b(?:thanks|thank you|kudos|love|hugs) to (?:my )?[^.!?\n]{1,60}\bbeta/iu,
  /\b(?:remaining|other) (?:mistakes|errors|typos) (?:are|remain) (?:all )?(?:my own|mine)\b/iu,
  /\b(?:feedback|concrit|con-?crit|comments?|kudos|reviews?)(?: and (?:feedback|concrit|comments?|kudos|reviews?))? (?:(?:is|are|will be|would be) (?:love|adored?|welcomed?|appreciated|always|treasured|cherished|fuel|food|gold|very|much|so|highly|most|better|lovely|life|air)|(?:keeps?|makes?|feeds?) (?:me|my|us|the (?:author|writer|muse))|please|always)\b/iu,
  /\b(?:please|pls|don['’]?t forget to) (?:r ?& ?r\b|read and review\b|review(?=[.! ]*$|[.!])|leave (?:me )?(?:a )?(?:comment|review|kudos)\b)/iu,
  /\b(?:originally|also) (?:posted|published|archived)\b[^.!?\n]{0,40}(?:\b(?:ao3|lj|dw|tumblr|journal|dreamwidth|livejournal|archive|comm|ff\.?net|here)\b|https?:)/iu,
  /\bthis (?:fic|ficlet|fanfic|drabble|one-?shot|fill) (?:was|is|has|came)\b/iu,
  /\b(?:written|posted) for (?:the |an? )?[^.!?\n]{1,60}\b(?:fest|exchange|fic challenge|prompt|bingo)\b/iu,
  /\bi (?:do not|don['’]?t) own\b[^.!?\n]{0,60}\b(?:characters?|show|series|fandom|rights)\b/iu,
  /\bmerci d['’]avoir lu\b|\bdanke (?:für['’]?s|fürs) lesen\b|\bgrazie (?:mille )?per (?:aver letto|la lettura)\b|\bgracias por leer\b|\bobrigad[oa] por ler\b|спасибо (?:всем )?за (?:прочтение|внимание|отзывы)|\bdzięk\p{L}* za przeczytanie\b|\bbedankt voor het lezen\b/iu,
]

const isSaying = (text: string): boolean => sayings.some((saying) => saying.test(text))

/** What somebody in a story may say as well, but hardly beneath a rule. */
const softer =
  /\bhope (?:that )?you(?:['’]ve| have| all)? (?:enjoyed|liked) (?:it|this|reading|the (?:fic|story|ride))\b|\ball (?:the )?(?:mistakes|errors|typos) (?:are|remain) (?:all )?(?:my own|mine)\b|\b(?:written|posted|made) for [^.!?\n]{1,60}\b(?:challenge|community|round)\b/iu

/** Words that are spoken of a post, and hardly ever within one. */
const ofPosting =
  /\b(?:fics?|ficlets?|fanfics?|drabbles?|one-?shots?|betas?|ao3|ff\.?net|dreamwidth|livejournal|kudos|concrit|fandom|fest|prompts?|my (?:claim|posting day|day for this)|free for all|wip|sequel|word count|canon|headcanon|crosspost\w*|deadline|epilogue|next chapter|next part|this chapter|last chapter)\b/iu

const ofWriter = /(?<![\p{L}’'])(?:i|i['’](?:m|ve|ll|d)|my|me|mine|you all|everyone|thanks?|sorry|this)(?![\p{L}])/iu

/** What goes on with such talk: songs, sources, what a line is from. */
const further =
  /https?:\/\/|\b(?:songs?|lyrics|title|quot(?:e|es|ed|ation)|poems?|translat\w*|based on|inspired|references?|episodes?|season|lines? (?:is|are|from)|dialogue|borrowed|belongs? to|credits?|playlist|soundtrack|comments?|feedback|p\.?s\.?)\b/iu

const speech = /["“”„«»]/u

export const isSureTalk = (text: string): boolean => text.length < 900 && isSaying(text) && !isSpeech(text)

/** "I'm sorry that this ficlet is so short": beneath a rule that is the writer. */
export const isPostingTalk = (text: string): boolean =>
  text.length < 900 && !speech.test(text) && (softer.test(text) || (ofPosting.test(text) && ofWriter.test(text)))

export const goesOnTalking = (text: string): boolean =>
  text.length < 900 &&
  (isSaying(text) ||
    softer.test(text) ||
    ofPosting.test(text) ||
    further.test(text) ||
    (isTalkToReaders(text) && speaksOfFic(text)))

/** Somebody in the story speaks. */
export const isSpeech = (text: string): boolean => /^[\s–—-]*["“„«]/u.test(text)

/** "The End. Feedback is love." The words behind the end, or nothing. */
export function behindTheEnd(text: string): string {
  const [, said = ''] =
    /^[\W_]*(?:the end|fin|finis|end|ende|fine|konec|koniec|конец)[.!,:;)~*_ –—-]+\s*(\S.*)$/iu.exec(text) ?? []
  return said
}

export const isTheEnd = (text: string): boolean =>
  text.length < 40 && /^[\W_]*(?:the end|fin|finis|finito|end|ende|konec|koniec|конец|fine|完|终)[\W_]*$/iu.test(text)

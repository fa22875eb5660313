// What the writer says around the header about the piece itself. It presets a question on the posting page and decides nothing.
export type RoleHint = 'stand-in' | 'part' | 'extra' | 'free-for-all'

const hints: readonly { readonly hint: RoleHint; readonly mark: RegExp }[] = [
  {
    hint: 'stand-in',
    mark: /still in the works|not (?:quite |yet )?(?:finished|done|ready)|isn['’]t (?:quite |yet )?(?:finished|done|ready)|placeholder|(?:small|little|wee|tiny) (?:offering|something)|in the mean ?time|something to tide|rather than (?:nothing|leave)|so as not to leave|real (?:entry|fic|piece) (?:is|will)|main (?:piece|fic) (?:is|will)|didn['’]t (?:get|manage to) finish/iu,
  },
  {
    hint: 'part',
    mark: /\b(?:first|second|next|last) (?:part|chapter|half)\b|\bpart (?:one|two|\d+) of\b|to be continued|\btbc\b/iu,
  },
  {
    hint: 'extra',
    mark: /\b(?:bonus|extra (?:fic|piece|offering)|second (?:offering|entry|piece)|another (?:offering|entry))\b/iu,
  },
  { hint: 'free-for-all', mark: /\bfree[- ]for[- ]all\b/iu },
]

const longest = 20_000

export function hintIn(chatter: string): RoleHint | null {
  const said = chatter.slice(0, longest)
  return hints.find(({ mark }) => mark.test(said))?.hint ?? null
}

/** Somebody speaks to readers: of writing, of thanks, of the piece. A story's first paragraph does not. */
export const isTalkToReaders = (text: string): boolean =>
  /\b(?:i|my|i['’]m|i['’]ve)\b.*\b(?:fic|story|stories|chapter|write|wrote|written|writing|post(?:ed|ing)?|update|review|reviews|feedback|beta|drabble|ficlet|readers?|comment|mistakes?)\b|\b(?:enjoy|thanks?|thank you|unbeta|un-beta|this (?:fic|story|is a|was written|chapter|one)|these were written|written for|merci|danke|grazie|gracias|fanfiction|oneshot|kapitel|histoire)\b/iu.test(
    text,
  )

/** Words that only talk about fic has. */
export const speaksOfFic = (text: string): boolean =>
  /\b(?:fics?|fanfic\w*|drabbles?|ficlets?|one-?shots?|fandom|beta|prompt|posting|posted|repost\w*|challenge|fest|exchange|chapters?|readers?|leserinnen|lecteurs|reviews?|feedback|kapitel|chapitre|capitolo|capítulo|story|histoire|geschichte|enjoy|ao3|ff\.?net)\b/iu.test(
    text,
  )

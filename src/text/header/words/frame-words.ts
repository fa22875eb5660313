// What platforms, mail programs and archives put around a post, and what writers put between header and story.

/** Whole lines (case folded, trimmed) that belong to the page and not to the writer. */
export const frameLines: readonly RegExp[] = [
  /^.{1,60}\bwrote in .{1,60}[,:]$/iu,
  /^[\w-]{1,40} \([\w-]{1,40}\) wrote[,:]?$/iu,
  /^• ?(?:mood|music|location|tags|current mood|current music)\b.{0,120}$/iu,
  /^\(no subject\)$/iu,
  /^chapter \d{1,4} by .{1,60}$/iu,
  /^\d{1,3}\. .{1,80} by .{1,40}$/u,
  /^(?:comments|replies):? \d{1,4}$/iu,
  /^.{0,80}\d[\d,]{7,}.{0,20}\d{2}(?:yes|no)$/iu,
  /^(?:ricorda la storia|per recensire esegui il login|dimensione del testo|recensisci|segnala questa storia|add to favorites|report abuse|printer friendly|reader mode|font size|log in|login|register)\b.{0,60}$/iu,
  /^(?:previous entry|next entry|previous|next|share|flag|link|add to memories|leave a comment|reply|track|home|back|index|menu|print|rss)(?: ?[|•· ] ?(?:share|next entry|next|previous entry|previous|flag|link|home|top|index|tell a friend|reply|thread))*$/iu,
  /^(?:\d+ )?(?:comments?|replies|reviews?|kudos|bookmarks|hits)$/iu,
  /^- ?text size ?\+$/iu,
  /^(?:actions|work header|chapter index|entire work|preface|afterword|stats|\[table of contents\]|\[report this\])$/iu,
  /^\[reviews - \d+\](?:\s+printer)?$/iu,
  /^(?:table of contents|printer)$/iu,
  /^segui la storia\b.{0,20}$/iu,
  /^\(see the end of the (?:work|chapter) for .{0,40}\.?\)$/iu,
  /^\[?(?:entry|post)? ?\[?tags\|.{0,200}$/iu,
]

/** A date by itself, with or without a clock. */
export const dateLines: readonly RegExp[] = [
  /^\S{1,30} \d{4}-\d{2}-\d{2}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u,
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?:[, @|at-]{0,5}\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?)?$/iu,
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?\p{L}{3,9}\.?,? \d{4}(?:[, @|at-]{0,5}\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?)?$/iu,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T,]{1,2}\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?)?$/iu,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:[ ,]{1,2}\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?)?$/iu,
]

/** Marks where a journal folds a post: the story lies behind them, or has just ended. */
export const cutLines: readonly RegExp[] = [
  /^\(? ?(?:read more|continue reading|keep reading|collapse|expand|read the rest|click to read|read on|weiterlesen|lire la suite|leggi tutto|leer más|читать дальше)\b[^\n]{0,60}$/iu,
  /^\( [^()\n]{1,120} \)$/u,
  /^[^()\n]{8,120}[^():;=\s] \)$/u,
]

/** Lines that hand over to the story: the reader's work is done there, and they are nobody's title. */
export const storyLines: readonly RegExp[] = [
  /^work text:?$/iu,
  /^chapter text:?$/iu,
  /^(?:story|fic|text|beginn?|start|begin|teaser) ?:$/iu,
  /^\(? ?\[(?:story|fic|chapter) (?:body|text|begins|starts|here|follows)[^\]\n]{0,20}\] ?\)?/iu,
]

/** A place where somebody left something out: "[…]", "[CHATTER]", "[snip]". */
export const gapLine = /^\[(?:…|\.\.\.|snip|chatter|cut|image|video|photo|banner|icon|embed)[^\]\n]{0,40}\]$/iu

/** Wishes and curtain-raisers. */
export const turnLines: readonly RegExp[] = [
  /^(?:please |hope you |i hope you |and now,? |now,? |so,? |but )?(?:enjoy|on with the (?:story|fic|show|chapter)|on to the (?:story|fic|show|chapter)|onward|here (?:it|we) (?:is|go(?:es)?)|without further ado|read (?:and|&|n) review|r ?& ?r|let the (?:story|games|show) begin|happy reading)\b[^\n]{0,80}$/iu,
  /^(?:viel spaß|viel spass|bonne lecture|buona lettura|disfruten|espero que les guste|приятного чтения|удачного чтения|los geht'?s)(?!\p{L})[^\n]{0,60}$/iu,
]

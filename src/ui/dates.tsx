// A moment as people read it, with the exact one beside it for machines.

/** `at` is an instant or a calendar day as text; `words` are made by whoever knows the reader's time zone. */
export function Moment({ at, words }: { at: string; words: string }) {
  return <time datetime={at}>{words}</time>
}

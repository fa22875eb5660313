// Finds the labels in a line: the one it begins with, whatever sign parts it from its value, and those further on.
import type { Line } from '#src/text/header/lines/lines.ts'
import { longestLabel, noOwnWords, readLooseLabel } from '#src/text/header/words/label-reading.ts'
import type { OwnWords } from '#src/text/header/words/label-reading.ts'
import { innerLabels, suffixLabel } from './inner-labels.ts'
import { boardTag, isOrdinaryColon, labelAt, pageTag, valueStart, withoutClosing } from './label.ts'
import type { Label, Manner, Sign } from './label.ts'
import { alone, bare, dashed, enclosed, isLoneWord } from './marked-labels.ts'

const mostWords = 8
const enoughForHabit = 3
const noManner: Manner = { habits: new Set(), own: noOwnWords }

export function labelsIn(line: Line, manner: Manner = noManner): readonly Label[] {
  const start = afterDecoration(line.text)
  const first = firstLabel(line, start, manner)
  const inner = innerLabels(line, first, manner)
  return first ? [first, ...inner] : inner
}

/** What a post does three times it does on purpose. `goesOn` says whether a line stands over one that could be its value. */
export function habitsOf(
  lines: readonly { readonly line: Line; readonly labels: readonly Label[]; readonly goesOn: boolean }[],
  own: OwnWords,
): Manner['habits'] {
  const counts = new Map<Sign, number>()
  const count = (sign: Sign): void => void counts.set(sign, (counts.get(sign) ?? 0) + 1)
  for (const { line, labels, goesOn } of lines) {
    const first = labels[0]
    if (first?.atStart === true && first.strength === 'strong' && first.sign === 'dash') count('dash')
    if (goesOn && isLoneWord(line, own)) count('alone')
  }
  return new Set([...counts].filter(([, times]) => times >= enoughForHabit).map(([sign]) => sign))
}

/** A label in bold or before a dash or tab ends there; a colon further on belongs to its value. */
function firstLabel(line: Line, start: number, manner: Manner): Label | null {
  const marked = enclosed(line, start, manner)
  if (marked) return marked
  const colon = startColon(line, start, manner)
  const other = dashed(line, start, manner) ?? bare(line, start, manner)
  if (other && (!colon || colon.strength === 'unknown' || colon.strength === 'chief' || other.to < colon.to))
    return other
  return colon ?? alone(line, start, manner)
}

const decoration = new RegExp(
  `^(?:[\\s>*_~#•·◦‣▪●○♛♕♔★☆✦✧✩✪►▶→⇒❤♥♡❥✿❀|=+–—-]|\\p{So}|\\p{Sk}|\\u200b|\\ufeff|${boardTag}|${pageTag}){1,20}`,
  'iu',
)
const numbering = /^(?:\(?\d{1,2}|\(?[a-z])[.)]\s+(?=\S)/iu

/** Bullets, numbers of a list, quotation marks of mails, emphasis and opening tags stand before a label. */
function afterDecoration(text: string): number {
  const found = decoration.exec(text.slice(0, 120))
  const start = found ? found[0].length : 0
  const number = numbering.exec(text.slice(start, start + 8))
  if (!number) return start
  const after = start + number[0].length
  const more = decoration.exec(text.slice(after, after + 40))
  return after + (more ? more[0].length : 0)
}

function startColon(line: Line, start: number, { own }: Manner): Label | null {
  const head = line.text.slice(start, start + longestLabel + 12)
  const at = labelColon(head)
  if (at < 1) return null
  const written = withoutClosing(head.slice(0, at))
  if (isSpeech(written)) return null
  const place = { from: start, to: valueStart(line.text, start + at) }
  const reading = readLooseLabel(written, own)
  const seen = { place, written, sign: 'colon', atStart: true } as const
  if (reading) return labelAt(line, { ...seen, reading })
  if (suffixLabel(written) !== null) return null
  return mayBeLabel(written) ? labelAt(line, { ...seen, reading: null }) : null
}

/** "Warning: there are thirteen," he said: a quotation that is still open at the colon is somebody speaking. */
const isSpeech = (written: string): boolean => /^["“„«‘'‹]/u.test(written) && !/["”»’'›]$/u.test(written)

function labelColon(head: string): number {
  for (let at = 0; at < head.length; at++) {
    if ((head[at] === ':' || head[at] === '：') && !isOrdinaryColon(head, at)) return at
  }
  return -1
}

/** A few words with a capital letter: some label of the writer's own. */
function mayBeLabel(written: string): boolean {
  const words = written.split(/\s+/u)
  return words.length <= mostWords && /^\p{L}/u.test(written) && !/[.!?,;“”"]/u.test(written)
}

// What is asked of a writer: which of two goes on, and whether what this device kept is wanted back. Both texts are in sight.
import { make, pressable } from './elements.ts'
import { labelOf } from './form-entries.ts'
import type { DeviceCopy } from './device-copy.ts'
import { bookkeeping, type Said } from './stretch.ts'

export type Two = {
  readonly form: HTMLFormElement
  readonly here: Said
  readonly there: Said
  /** When the other was kept, as a clock says it. */
  readonly at: string
  readonly goOnHere: () => void
  readonly bringOther: () => void
}

export function askWhich({ form, here, there, at, goOnHere, bringOther }: Two): HTMLElement {
  const differing = Object.keys({ ...here, ...there }).filter(
    (name) => !bookkeeping.has(name) && (here[name] ?? '') !== (there[name] ?? ''),
  )
  const [begin, isLong] = partingOf(here['text'] ?? '', there['text'] ?? '')
  const textOf = (said: Said): string => (isLong ? '…' : '') + (said['text'] ?? '').slice(begin)
  const pane = (title: string, said: Said): HTMLElement => {
    const area = make('textarea', { class: 'input', readonly: '', rows: '9' })
    area.value = differing
      .map((name) => (name === 'text' ? textOf(said) : `${labelOf(form, name)}: ${said[name] ?? ''}`))
      .join('\n\n')
    return make('label', { class: 'which__pane' }, make('b', {}, title), area)
  }
  const slip = make(
    'section',
    { class: 'slip slip--waiting stack which', tabindex: '-1', 'aria-label': 'Typed on somewhere else' },
    make('h3', {}, `This was typed on in another tab, or on another device, at ${at}`),
    make('p', {}, 'Nothing is lost, whichever goes on: the other one stays in the history.'),
    isLong ? make('p', { class: 'small' }, 'They begin alike; here is the text from where they part.') : undefined,
    make('div', { class: 'two two--even' }, pane('Here', here), pane('There', there)),
    make(
      'div',
      { class: 'row' },
      pressable('Go on with what is here', 'btn btn--plain', goOnHere),
      pressable('Bring the other one here', 'btn btn--plain', bringOther),
    ),
  )
  return slip
}

/** Where two texts begin to differ, with some words before it; and whether that leaves anything out. */
function partingOf(one: string, other: string): [begin: number, isLong: boolean] {
  let at = 0
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  const begin = at < 200 ? 0 : one.lastIndexOf(' ', at - 80) + 1
  return [begin, begin > 0]
}

export type Offer = { readonly copy: DeviceCopy; readonly bringBack: () => void; readonly throwAway: () => void }

export function offerCopy({ copy, bringBack, throwAway }: Offer): HTMLElement {
  const when = new Date(copy.at)
  const day = when.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
  const clock = when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const text = (copy.said['text'] ?? '')
    .slice(0, 2_000)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const begin = text.length > 90 ? `${text.slice(0, 90)}…` : text
  return make(
    'section',
    { class: 'slip slip--waiting stack', 'aria-label': 'Kept on this device' },
    make(
      'p',
      {},
      `You typed more on ${day} ${clock}, and it is on this device alone: `,
      make('span', { class: 'it' }, [copy.said['title'] ?? '', begin].filter((part) => part !== '').join(': ')),
    ),
    make(
      'div',
      { class: 'row' },
      pressable('Bring it back', 'btn btn--plain btn--small', bringBack),
      pressable('Throw it away', 'btn btn--quiet btn--small', throwAway),
    ),
  )
}

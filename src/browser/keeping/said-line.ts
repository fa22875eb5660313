// One line beneath the text that says whether it is kept. It is told aloud when that changes, and not each time a minute has passed.
import { make } from './elements.ts'

export type Keeping =
  | { readonly is: 'kept'; readonly at: string }
  | { readonly is: 'offline'; readonly isHere: boolean }
  | { readonly is: 'refused'; readonly says: string; readonly isHere: boolean }
  | { readonly is: 'signed-out' | 'not-there' | 'elsewhere'; readonly isHere: boolean }

export type SaidLine = { readonly element: HTMLElement; readonly say: (keeping: Keeping) => void }

const here = (isHere: boolean): string =>
  isHere ? 'It is kept on this device.' : 'This browser keeps nothing: leave the page open, or copy your text.'

function wordsOf(keeping: Keeping): string {
  if (keeping.is === 'kept') return 'Saved for you alone'
  const rest = here(keeping.isHere)
  if (keeping.is === 'offline') return `Not saved: no connection. ${rest}`
  if (keeping.is === 'signed-out') return `Not saved: you are no longer signed in. ${rest}`
  if (keeping.is === 'not-there') return `Not saved: this form is no longer on the site. ${rest}`
  if (keeping.is === 'refused') return `Not saved. ${keeping.says} ${rest}`
  return `Not saved: it was typed on somewhere else too. Please choose. ${rest}`
}

export function saidLine(): SaidLine {
  const words = make('span', { role: 'status' })
  const time = make('span', { class: 'kept-line__at' })
  const element = make('p', { class: 'kept-line small soft' }, words, time)
  return {
    element,
    say(keeping) {
      const said = wordsOf(keeping)
      if (words.textContent !== said) words.textContent = said
      time.textContent = keeping.is === 'kept' ? ` · ${keeping.at}` : ''
      element.classList.toggle('kept-line--not', keeping.is !== 'kept')
    },
  }
}

// A form that is kept while somebody types in it: on the site within seconds, on this device where the site cannot be reached, and
// never over what another tab has kept. Without it the form is a form.
import { copiesHere, forgetHere, keepHere, type Shelf, tabName } from './device-copy.ts'
import { fillIn, saidIn } from './form-entries.ts'
import { type Outcome, send } from './site-copy.ts'
import { type SaidLine, saidLine } from './said-line.ts'
import { askWhich, offerCopy } from './slips.ts'
import { changesBetween, isAlike, type Said, saysTheSame } from './stretch.ts'

/** After the last key, and at the most since the first that is not kept. In milliseconds. */
const PAUSE = { here: 800, site: 2_000 }
const LONGEST = 5_000
const AGAIN = [4_000, 8_000, 15_000, 30_000]

export function defineKeptForm(): void {
  if (!customElements.get('kept-form')) customElements.define('kept-form', KeptForm)
}

class KeptForm extends HTMLElement {
  #line: SaidLine = saidLine()
  #place = ''
  #tab = tabName()
  #number = 0
  /** As the form was when the page came. */
  #first: Said = {}
  /** What the site is known to hold under this number. */
  #acked: Said | undefined
  #lastSent: Said | undefined
  #isSending = false
  #isLeaving = false
  #isAsking = false
  #failures = 0
  #hasKept = false
  #since = 0
  #timers: Partial<Record<'here' | 'site', ReturnType<typeof setTimeout>>> = {}

  connectedCallback(): void {
    const form = this.querySelector<HTMLFormElement>('form[method=post]')
    if (!form) return
    this.#place = this.dataset['place'] ?? ''
    this.#number = Number(this.dataset['number'] ?? 0)
    this.#first = this.#said()
    placeLine(form, this.#line.element)
    this.#offerCopies()
    form.addEventListener('input', () => this.#typed())
    form.addEventListener('change', () => this.#typed())
    form.addEventListener('submit', (event) => this.#leaves(event))
    addEventListener('pagehide', () => this.#hide())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#hide()
    })
    addEventListener('pageshow', () => (this.#isLeaving = false))
    addEventListener('online', () => this.#typed())
    if ('unsaved' in this.dataset) void this.#keep()
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector('form[method=post]')
  }

  get #shelf(): Shelf {
    return { account: this.dataset['account'] ?? '', place: this.#place, tab: this.#tab }
  }

  #said(): Said {
    const form = this.#form
    return form ? { ...saidIn(form), tab: this.#tab } : {}
  }

  #typed(): void {
    const now = performance.now()
    this.#since ||= now
    const left = Math.max(0, this.#since + LONGEST - now)
    this.#wait('here', Math.min(PAUSE.here, left), () => this.#keepHere())
    if (!this.#isAsking && this.#failures === 0) this.#wait('site', Math.min(PAUSE.site, left), () => void this.#keep())
  }

  #wait(what: 'here' | 'site', millis: number, then: () => void): void {
    clearTimeout(this.#timers[what])
    this.#timers[what] = setTimeout(then, millis)
  }

  #isKept(said: Said): boolean {
    const known = { ...(this.#acked ?? this.#first), tab: this.#tab }
    return isAlike(known, said) && !(this.#acked === undefined && 'unsaved' in this.dataset)
  }

  #keepHere(): boolean {
    const said = this.#said()
    if (this.#isKept(said)) return true
    return keepHere(this.#shelf, { said, number: this.#number, at: Date.now() })
  }

  async #keep(how: 'on' | 'over' | 'aside' = 'on', isLast = false): Promise<Outcome | undefined> {
    const said = this.#said()
    if (this.#isSending || (how === 'on' && (this.#isAsking || this.#isKept(said)))) return undefined
    this.#isSending = true
    this.#since = 0
    this.#lastSent = said
    const base = how === 'on' ? (this.#acked ?? {}) : {}
    const csrf = this.#form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
    const [place, number] = [this.#place, this.#number]
    const to = this.dataset['to'] ?? ''
    const outcome = await send({ to, csrf, place, number, how, changes: changesBetween(base, said), isLast })
    this.#isSending = false
    if (how !== 'aside') this.#learn(outcome, said)
    return outcome
  }

  #learn(outcome: Outcome, sent: Said): void {
    if (outcome.is === 'kept') return this.#isNowKept(outcome, sent)
    if (outcome.is === 'other') return this.#meetOther(outcome, sent)
    if (outcome.is === 'gone') {
      this.#number = 0
      this.#acked = undefined
      this.dataset['unsaved'] = ''
      return void this.#keep()
    }
    const isHere = this.#keepHere()
    if (outcome.is === 'refused') this.#line.say({ is: 'refused', says: outcome.says, isHere })
    else if (outcome.is !== 'later') this.#line.say({ is: outcome.is, isHere })
    const pause = AGAIN[Math.min(this.#failures, AGAIN.length - 1)] ?? 0
    this.#failures += 1
    this.#wait('site', pause, () => void this.#keep())
  }

  #isNowKept({ number, at }: { number: number; at: string }, said: Said): void {
    this.#number = number
    this.#acked = said
    this.#hasKept = true
    this.#failures = 0
    delete this.dataset['unsaved']
    const field = this.#form?.elements.namedItem('typing')
    if (field instanceof HTMLInputElement) field.value = String(number)
    else this.#form?.append(hiddenNumber(number))
    this.#line.say({ is: 'kept', at })
    if (this.#isKept(this.#said())) forgetHere(this.#shelf)
    else this.#typed()
  }

  /** It may be our own, whose answer was lost on its way. */
  #meetOther(other: Outcome & { is: 'other' }, sent: Said): void {
    if (saysTheSame(other.said, sent) || (this.#lastSent && saysTheSame(other.said, this.#lastSent)))
      return this.#isNowKept(other, other.said)
    // A press of a button overtook what this same tab was keeping: it goes on from there, and what it covers stays as it stood.
    if (!this.#hasKept && other.said['tab'] === this.#tab) {
      this.#number = other.number
      return void this.#keep('over')
    }
    this.#isAsking = true
    this.#line.say({ is: 'elsewhere', isHere: this.#keepHere() })
    const form = this.#form
    if (!form) return
    const slip = askWhich({
      form,
      here: this.#said(),
      there: other.said,
      at: other.at,
      goOnHere: () => void this.#goOn(slip, other, 'here'),
      bringOther: () => void this.#goOn(slip, other, 'there'),
    })
    this.querySelector('.which')?.remove()
    this.#line.element.before(slip)
    slip.focus()
  }

  /** What does not go on is put among what stood before, so nothing is lost by it. */
  async #goOn(slip: HTMLElement, other: Outcome & { is: 'other' }, which: 'here' | 'there'): Promise<void> {
    this.#number = other.number
    const outcome = await this.#keep(which === 'here' ? 'over' : 'aside')
    if (outcome?.is === 'offline') this.#line.say({ is: 'offline', isHere: this.#keepHere() })
    if (outcome?.is !== 'kept') return
    slip.remove()
    this.#isAsking = false
    if (which === 'there' && this.#form) {
      fillIn(this.#form, other.said)
      this.#isNowKept(other, this.#said())
    }
    this.#form?.querySelector<HTMLElement>('[contenteditable=true], textarea:not([hidden])')?.focus()
  }

  #offerCopies(): void {
    for (const { shelf, copy } of copiesHere(this.#shelf)) {
      const seen = Number(this.#first['version'] ?? 0)
      // A save that was made since holds it, or its writer chose another one knowingly.
      const isOver = Number(copy.said['version'] ?? 0) < seen && copy.number === -1
      if (isOver || saysTheSame(copy.said, this.#first)) {
        forgetHere(shelf)
        continue
      }
      const slip = offerCopy({
        copy,
        bringBack: () => {
          slip.remove()
          this.#bringBack(shelf.place, copy.said, copy.number)
          if (this.#keepHere()) forgetHere(shelf)
        },
        throwAway: () => {
          slip.remove()
          forgetHere(shelf)
        },
      })
      this.before(slip)
    }
  }

  #bringBack(place: string, said: Said, number: number): void {
    const form = this.#form
    if (!form) return
    fillIn(form, said)
    if (place !== this.#place) {
      this.#place = place
      this.#number = Math.max(0, number)
    }
    this.#acked = undefined
    this.dataset['unsaved'] = ''
    void this.#keep()
  }

  #hide(): void {
    if (this.#isLeaving || this.#isKept(this.#said())) return
    this.#keepHere()
    void this.#keep('on', true)
  }

  /** What is sent is kept by being sent; should it not arrive, the last seconds of it are here. */
  #leaves(event: SubmitEvent): void {
    if (event.defaultPrevented) return
    this.#isLeaving = true
    // Where it did not get away after all, typing goes on.
    setTimeout(() => (this.#isLeaving = false), 6_000)
    clearTimeout(this.#timers.here)
    clearTimeout(this.#timers.site)
    const said = this.#said()
    if (this.#place.startsWith('new:') && this.#failures === 0) forgetHere(this.#shelf)
    else if (!this.#isKept(said)) keepHere(this.#shelf, { said, number: -1, at: Date.now() })
  }
}

/** Under the text, where its writer looks. */
function placeLine(form: HTMLFormElement, line: HTMLElement): void {
  const field = form.querySelector('textarea[name=text]')?.closest('.field')
  if (field) field.after(line)
  else form.append(line)
}

function hiddenNumber(number: number): HTMLInputElement {
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'typing', value: String(number) })
  return field
}

// The rules say no: one class for every refusal, with a sentence for people and a code for machines. It knows no HTTP.

/** What is possible instead, offered as a button: `post` is an address of ours, `fields` are sent with it; `to` is a page that asks more. */
export type Offer =
  | { readonly label: string; readonly post: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly label: string; readonly to: string; readonly post?: undefined; readonly fields?: undefined }

/** `missing` is also said where the existence of a thing is itself a secret; `closed` is a matter of time; `limit` of too many. */
export type RefusalKind = 'missing' | 'forbidden' | 'taken' | 'closed' | 'limit'

type More = {
  /** The name of the field it is about, when there is one. */
  readonly about?: string
  readonly offers?: readonly Offer[]
}

export class Refusal extends Error {
  readonly kind: RefusalKind
  /** Stable and translatable, as in `claim/taken`. */
  readonly code: string
  readonly sentence: string
  readonly about: string | undefined
  readonly offers: readonly Offer[]

  constructor(kind: RefusalKind, code: string, sentence: string, more: More = {}) {
    super(`${code}: ${sentence}`)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.sentence = sentence
    this.about = more.about
    this.offers = more.offers ?? []
  }
}

export const isMissing = (what: string): Refusal =>
  new Refusal('missing', `${what}/missing`, `There is no such ${what} here.`)

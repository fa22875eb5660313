// What could not be kept on the site yet, kept on this device: for the hours without a connection and the moment a tab is closed.
import type { Said } from './stretch.ts'

export type DeviceCopy = {
  readonly said: Said
  /** The keeping on the site that it goes on from. */
  readonly number: number
  /** Milliseconds. */
  readonly at: number
}

/** Where something is kept here: for whom, of which form, in which tab. */
export type Shelf = { readonly account: string; readonly place: string; readonly tab: string }

/** Only its own account is offered it; and two tabs without a connection keep two copies. */
const keyOf = ({ account, place, tab }: Shelf): string => `typed/${account}/${place}#${tab}`

/** False where the browser keeps nothing: it is full, or was told to. */
export function keepHere(shelf: Shelf, copy: DeviceCopy): boolean {
  try {
    localStorage.setItem(keyOf(shelf), JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

export function forgetHere(shelf: Shelf): void {
  try {
    localStorage.removeItem(keyOf(shelf))
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** Of this form; and of new pieces for the same day, whose forms had other keys. */
export function copiesHere({
  account,
  place,
}: Omit<Shelf, 'tab'>): { readonly shelf: Shelf; readonly copy: DeviceCopy }[] {
  const begin = place.startsWith('new:') ? place.slice(0, place.lastIndexOf(':') + 1) : `${place}#`
  const own = `typed/${account}/`
  try {
    return Object.keys(localStorage).flatMap((key) => {
      if (!key.startsWith(own + begin)) return []
      const [of = '', tab = ''] = key.slice(own.length).split('#')
      const copy = readCopy(localStorage.getItem(key) ?? '')
      return copy ? [{ shelf: { account, place: of, tab }, copy }] : []
    })
  } catch {
    return []
  }
}

function readCopy(json: string): DeviceCopy | undefined {
  const read: unknown = JSON.parse(json)
  if (typeof read !== 'object' || read === null || !('said' in read) || !('number' in read) || !('at' in read))
    return undefined
  const { said, number, at } = read
  if (typeof said !== 'object' || said === null || typeof number !== 'number' || typeof at !== 'number')
    return undefined
  const words = Object.entries(said).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return { said: Object.fromEntries(words), number, at }
}

/** The same as long as a tab is open, over all its pages; a tab that was made by doubling another one has that one's. */
export function tabName(): string {
  const fresh = crypto.getRandomValues(new Uint32Array(1)).join('')
  try {
    const known = sessionStorage.getItem('tab') ?? fresh
    sessionStorage.setItem('tab', known)
    return known
  } catch {
    return fresh
  }
}

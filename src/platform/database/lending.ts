// A small lending desk: so many things, lent to one borrower each, the rest waiting in line.

export type Lending<T> = { readonly borrow: () => Promise<T>; readonly giveBack: (thing: T) => void }

export function lendingOf<T>(things: readonly T[]): Lending<T> {
  const free = [...things]
  const line: ((thing: T) => void)[] = []
  return {
    borrow() {
      const thing = free.pop()
      return thing === undefined ? new Promise((resolve) => line.push(resolve)) : Promise.resolve(thing)
    },
    giveBack(thing) {
      const next = line.shift()
      if (next) next(thing)
      else free.push(thing)
    },
  }
}

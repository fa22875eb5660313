// The line in a claim's log that its name has become its person's: no turn of the table, so nothing else goes by it.
export const NAME_TAKEN = 'name-taken'

/** The last that was done to the claim itself. */
export const lastDeed = <T extends { readonly event: string }>(turns: readonly T[]): T | undefined =>
  turns.findLast(({ event }) => event !== NAME_TAKEN)

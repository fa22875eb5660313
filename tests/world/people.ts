// The people of the named world, each with a midnight of their own. Their words and works are ours.

export type Known = { readonly name: string; readonly email: string; readonly zone: string }

export const people = {
  /** Admin of the site and mod of Tidewater. */
  mara: { name: 'Mara Quill', email: 'mara@example.org', zone: 'Europe/Lisbon' },
  /** Twelve hours ahead; Tidewater’s second mod where a test makes him one. */
  tane: { name: 'Tāne of the Reeds', email: 'tane@example.org', zone: 'Pacific/Auckland' },
  /** Always first. */
  oriel: { name: 'Oriel Finch', email: 'oriel@example.org', zone: 'Europe/London' },
  /** Always last, and far to the west. */
  ismay: { name: 'ismay_writes', email: 'ismay@example.org', zone: 'America/Los_Angeles' },
  /** Lives where the day begins. */
  teuea: { name: 'Teuea', email: 'teuea@example.org', zone: 'Pacific/Kiritimati' },
  /** Lives where midnight sometimes does not exist. */
  nour: { name: 'Nour', email: 'nour@example.org', zone: 'Africa/Cairo' },
  /** Has an account and belongs to nothing. */
  stranger: { name: 'Passer-by', email: 'stranger@example.org', zone: 'UTC' },
} as const satisfies Record<string, Known>

export type PersonName = keyof typeof people

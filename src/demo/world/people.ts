// The people of the demo, each with a midnight of their own. Names and places are invented, and so are their addresses.

export type Person = { readonly name: string; readonly zone: string; readonly isAdmin?: true }

const london = 'Europe/London'

export const people = {
  /** Founded Tidewater and looks after it; the demo's mod. */
  mara: { name: 'Mara Quill', zone: 'Europe/Lisbon', isAdmin: true },
  /** Twelve hours ahead; founded Hearthside. */
  tane: { name: 'Tāne of the Reeds', zone: 'Pacific/Auckland', isAdmin: true },
  /** The demo's writer: it is her day today. */
  oriel: { name: 'Oriel Finch', zone: london },
  /** The demo's reader: a member who has claimed nothing. */
  marginalia: { name: 'marginalia', zone: 'Europe/Lisbon' },
  penny: { name: 'penny_post', zone: london },
  hedgewitch: { name: 'hedgewitch', zone: 'Europe/Berlin' },
  salt: { name: 'saltandvinegar', zone: 'Europe/Dublin' },
  juniper: { name: 'Juniper Vale', zone: 'America/New_York' },
  tidewrack: { name: 'tidewrack', zone: 'Europe/Lisbon' },
  ismay: { name: 'ismay_writes', zone: 'America/Los_Angeles' },
  otter: { name: 'otterbyhand', zone: 'Europe/Lisbon' },
  fennimore: { name: 'fennimore', zone: london },
  north: { name: 'northbynorth', zone: 'Europe/Oslo' },
  wren: { name: 'wrenlight', zone: 'America/Toronto' },
  quillfeather: { name: 'quillfeather', zone: london },
  inkcap: { name: 'inkcap', zone: 'America/Chicago' },
  thistle: { name: 'thistlepost', zone: london },
  lowtide: { name: 'lowtide', zone: 'Europe/Paris' },
} as const satisfies Record<string, Person>

export type Who = keyof typeof people

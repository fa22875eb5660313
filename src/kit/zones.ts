// Time zones by their IANA names: which there are, what people call them, and how far each is from UTC at a moment.

import { type Instant, millisOf } from '#src/kit/instants.ts'

export type Zone = {
  readonly name: string
  /** As people look for it: "Auckland", "Buenos Aires (Argentina)". */
  readonly label: string
  /** The heading it stands under in a list: "Europe", "Pacific"; UTC stands alone. */
  readonly region: string
  /** At the moment the list was asked for: "UTC+13". */
  readonly offset: string
}

// The runtime lists some places by names that the zone database has replaced; both work, people look for the new ones.
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** True for an IANA name written exactly, and for UTC; never for a bare offset, which knows no summer time. */
export function isZone(name: string): boolean {
  if (!/^[A-Z]/.test(name)) return false
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name
  } catch {
    return false
  }
}

/** Every zone to choose from, by region and then by label, UTC first. */
export function listZones(at: Instant): Zone[] {
  const names = Intl.supportedValuesOf('timeZone').map((name) => RENAMED[name] ?? name)
  const places = [...new Set(names)].filter((name) => name.includes('/') && !name.startsWith('Etc/'))
  const zones = places.map((name) => ({
    name,
    label: labelOf(name),
    region: regionOf(name),
    offset: offsetWords(name, at),
  }))
  zones.sort((a, b) => compare(a.region, b.region) || compare(a.label, b.label))
  return [{ name: 'UTC', label: 'UTC', region: 'UTC', offset: 'UTC' }, ...zones]
}

/** The place a zone is named for: "Pacific/Auckland" is Auckland, "Etc/GMT+12" is UTC−12. */
export function placeOf(zone: string): string {
  const fixed = /^Etc\/GMT([+-])(\d+)$/.exec(zone)
  // The zone database counts these the other way round: Etc/GMT+12 is twelve hours behind.
  if (fixed) return fixed[2] === '0' ? 'UTC' : `UTC${fixed[1] === '+' ? '−' : '+'}${fixed[2]}`
  return spoken(zone.split('/').at(-1) ?? zone)
}

/** "UTC+13", "UTC−3:30", "UTC": what the zone's clocks show against UTC at that moment. */
export function offsetWords(zone: string, at: Instant): string {
  const there = Temporal.Instant.fromEpochMilliseconds(millisOf(at)).toZonedDateTimeISO(zone)
  const total = Math.round(there.offsetNanoseconds / 60_000_000_000)
  if (total === 0) return 'UTC'
  const rest = Math.abs(total) % 60
  const whole = Math.floor(Math.abs(total) / 60)
  return `UTC${total < 0 ? '−' : '+'}${whole}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function labelOf(zone: string): string {
  const parts = zone.split('/')
  const within = parts.length > 2 ? parts[1] : undefined
  return within === undefined ? placeOf(zone) : `${placeOf(zone)} (${spoken(within)})`
}

function regionOf(zone: string): string {
  return zone.split('/')[0] ?? zone
}

function spoken(part: string): string {
  return part.replaceAll('_', ' ')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

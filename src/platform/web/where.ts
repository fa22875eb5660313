// Where a request is: the words of its address, the zone lists and the way back that forms carry.
import type { Context } from 'hono'
import type { Choice } from '#src/kit/form.ts'
import type { Instant } from '#src/kit/instants.ts'
import { listZones } from '#src/kit/zones.ts'
import type { Env } from './web.ts'

export const roundWhere = (c: Context<Env>): { community: string; round: string } => ({
  community: c.req.param('community') ?? '',
  round: c.req.param('round') ?? '',
})

/** An id in an address that is no number is nobody's. */
export const idFrom = (c: Context<Env>, name: string): number => {
  const text = c.req.param(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

export type ZoneGroup = { readonly group: string; readonly choices: readonly Choice[] }

/** The zones to choose from, by region, as their offsets are now. */
export function zoneChoices(now: Instant): ZoneGroup[] {
  const zones = listZones(now)
  const regions = [...new Set(zones.map((zone) => zone.region))]
  return regions.map((group) => ({
    group,
    choices: zones
      .filter((zone) => zone.region === group)
      .map(({ name, label, offset }) => ({ value: name, label: name === offset ? label : `${label}, ${offset}` })),
  }))
}

/** Only paths of our own: a way back that leads elsewhere would make our pages a signpost for strangers. */
export function wayBack(path: string | undefined, otherwise: string): string {
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise
}

// Tells the server, by a cookie, in whose hours this device lives, and preselects that time zone where a form asks for one.

const aYear = 365 * 24 * 60 * 60

/** Kept only while nothing is kept yet: a zone that was chosen on a page stands, also on a journey. */
export function rememberZone(): void {
  const zone = zoneOfDevice()
  if (!zone || document.cookie.split('; ').some((cookie) => cookie.startsWith('zone='))) return
  const secure = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `zone=${zone}; path=/; max-age=${aYear}; samesite=lax${secure}`
  if (document.cookie.includes('zone=')) sayWhoseTimes(zone)
}

/** This page was made before anybody knew; the same address, asked for again, has the times of this device. */
function sayWhoseTimes(zone: string): void {
  const line = document.querySelector<HTMLElement>('[data-zone-here]')
  if (!line || line.dataset['zoneHere'] === zone) return
  line.querySelector('a')?.setAttribute('href', location.href)
  line.hidden = false
}

export function defineDeviceZone(): void {
  if (!customElements.get('device-zone')) customElements.define('device-zone', DeviceZone)
}

/** Letters, digits and the few signs that time zones have: nothing that could mean something in a cookie. */
function zoneOfDevice(): string | undefined {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return /^[\w+/-]{1,64}$/.test(zone) ? zone : undefined
}

class DeviceZone extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select')
    const zone = zoneOfDevice()
    if (!select || !zone || select.value !== '') return
    // Some devices use an older name of the same zone; the server knows both, its list has only one.
    if (![...select.options].some((option) => option.value === zone)) {
      select.add(new Option(zone.replaceAll('_', ' '), zone), 1)
    }
    select.value = zone
  }
}

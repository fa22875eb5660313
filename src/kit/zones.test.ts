// Zones are chosen by the names of places that people know.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toInstant } from '#src/kit/instants.ts'
import { isZone, listZones, offsetWords, placeOf } from '#src/kit/zones.ts'

const NOVEMBER = toInstant('2026-11-22T10:00:00.000Z')
const JULY = toInstant('2026-07-22T10:00:00.000Z')

describe('zones', () => {
  it('are IANA names and UTC, never bare offsets or sentences', () => {
    for (const name of [
      'Pacific/Auckland',
      'America/Argentina/Buenos_Aires',
      'Europe/Kyiv',
      'UTC',
      'Etc/GMT+12',
      'Etc/GMT-14',
    ])
      assert.equal(isZone(name), true, name)
    const wrong = [
      '',
      '+05:00',
      '-03',
      'utc',
      'europe/london',
      'Europe/Atlantis',
      'Z',
      '2026-01-01T00:00Z[UTC]',
      'UTC ',
      '../etc/passwd',
    ]
    for (const name of wrong) assert.equal(isZone(name), false, name)
  })

  it('are all listed once, with a label and the offset of that moment, UTC first', () => {
    const zones = listZones(NOVEMBER)
    assert.equal(new Set(zones.map((zone) => zone.name)).size, zones.length)
    assert.ok(zones.length > 400)
    assert.deepEqual(zones[0], { name: 'UTC', label: 'UTC', region: 'UTC', offset: 'UTC' })
    assert.ok(zones.every((zone) => isZone(zone.name) && /^UTC([+−]\d{1,2}(:\d\d)?)?$/.test(zone.offset)))
    const auckland = zones.find((zone) => zone.name === 'Pacific/Auckland')
    assert.deepEqual(auckland, { name: 'Pacific/Auckland', label: 'Auckland', region: 'Pacific', offset: 'UTC+13' })
  })

  it('are called as people call the place today', () => {
    const labels = listZones(NOVEMBER).map((zone) => zone.label)
    for (const label of ['Kyiv', 'Kolkata', 'Ho Chi Minh', 'Buenos Aires (Argentina)', 'Knox (Indiana)'])
      assert.ok(labels.includes(label), label)
    for (const label of ['Kiev', 'Calcutta', 'Saigon']) assert.ok(!labels.includes(label), label)
  })

  it('are said by their place, and fixed ones by their distance from UTC', () => {
    assert.equal(placeOf('Pacific/Auckland'), 'Auckland')
    assert.equal(placeOf('America/Argentina/Buenos_Aires'), 'Buenos Aires')
    assert.equal(placeOf('UTC'), 'UTC')
    assert.equal(placeOf('Etc/GMT+12'), 'UTC−12')
    assert.equal(placeOf('Etc/GMT-14'), 'UTC+14')
  })

  it('say summer and winter apart, and half hours', () => {
    assert.equal(offsetWords('Pacific/Auckland', NOVEMBER), 'UTC+13')
    assert.equal(offsetWords('Pacific/Auckland', JULY), 'UTC+12')
    assert.equal(offsetWords('Europe/London', NOVEMBER), 'UTC')
    assert.equal(offsetWords('America/St_Johns', NOVEMBER), 'UTC−3:30')
    assert.equal(offsetWords('Asia/Kathmandu', NOVEMBER), 'UTC+5:45')
  })
})

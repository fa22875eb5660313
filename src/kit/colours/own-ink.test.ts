// Whatever colour a round picks, its pages can be read: tried for every hue, on every paper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, lchOf, mixed } from './colour.ts'
import { hueIn, inkOf, inkOfHue } from './inks.ts'
import { hueOf, inkForHue, papers } from './own-ink.ts'

const hues = Array.from({ length: 360 }, (_, hue) => hue)
/** Wells and slips of the three papers, and words on something filled. */
const wells = { light: '#f3efe6', sepia: '#eadbbd', dark: '#1e222d' }
const fills = { light: '#fffdf8', sepia: '#fffaf0', dark: '#12141c' }

test('every hue reads at least 5:1 on light and sepia and 7:1 on dark, and 4.5:1 in wells, on its own wash and filled', () => {
  for (const hue of hues) {
    const { onLight, onDark } = inkForHue(hue)
    for (const [paper, ink, least] of [
      ['light', onLight, 5],
      ['sepia', onLight, 5],
      ['dark', onDark, 7],
    ] as const) {
      const where = `${hue} on ${paper}: ${ink}`
      assert.ok(contrast(ink, papers[paper]) >= least, where)
      assert.ok(contrast(ink, wells[paper]) >= 4.5, `${where} in a well`)
      assert.ok(contrast(ink, mixed(ink, 0.09, papers[paper])) >= 4.5, `${where} on its wash`)
      assert.ok(contrast(fills[paper], ink) >= 4.5, `${where}, filled`)
    }
  }
})

test('the quieter words on the cloth of every hue read at least 7:1', () => {
  for (const hue of hues)
    for (const share of [0.68, 0.46])
      assert.ok(contrast('#d9d4c6', mixed(inkForHue(hue).cloth, share, '#12141c')) >= 7, String(hue))
})

test('what comes out still has the hue that was picked', () => {
  for (const hue of hues)
    for (const hex of Object.values(inkForHue(hue))) {
      const away = Math.abs(lchOf(hex).h - hue)
      assert.ok(Math.min(away, 360 - away) < 3, `${hue}: ${hex}`)
    }
})

test('of a colour only the hue is taken, and greys have none', () => {
  assert.equal(hueOf('#ff0000'), hueOf('#cc0000'))
  assert.deepEqual([hueOf('#000000'), hueOf('#ffffff'), hueOf('#808080')], [undefined, undefined, undefined])
})

test('an ink is one of the twelve or a whole hue from 0 to 359, and anything else is none', () => {
  assert.deepEqual([inkOf('woad'), inkOf('hue-0'), inkOf(inkOfHue(359))], ['woad', 'hue-0', 'hue-359'])
  for (const text of ['hue-360', 'hue-01', 'hue-', 'hue-1.5', 'gold', '', undefined])
    assert.equal(inkOf(text), undefined)
  assert.equal(hueIn('woad'), undefined)
})

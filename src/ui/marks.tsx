// The eight moons of a claim, the few icons beside words, and the roundel. The layout puts all symbols once at the head of a page:
// inline they need no request of their own and no address, and a page that is saved keeps them.
// Icons are drawn by Lucide (ISC licence, (c) Lucide contributors); the moons and the roundel are ours.
import { raw } from 'hono/html'

const ring = '<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5"/>'

const moons = {
  open: '<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.9 2.05"/>',
  half: `${ring}<path d="M10 2.5A7.5 7.5 0 0 1 10 17.5Z" fill="currentColor"/>`,
  gibbous: `${ring}<path d="M10 2.5A7.5 7.5 0 0 1 10 17.5A4 7.5 0 0 1 10 2.5Z" fill="currentColor"/>`,
  full: '<circle cx="10" cy="10" r="8.2" fill="currentColor"/>',
  standin: `${ring}<circle cx="10" cy="10" r="3.2" fill="currentColor"/>`,
  waning: `${ring}<path d="M10 2.5A7.5 7.5 0 0 0 10 17.5A3.4 7.5 0 0 1 10 2.5Z" fill="currentColor"/>`,
  sun: '<circle cx="10" cy="10" r="3.9" fill="currentColor"/><path d="M10 1v3M10 16v3M1 10h3M16 10h3M3.6 3.6l2.1 2.1M14.3 14.3l2.1 2.1M3.6 16.4l2.1-2.1M14.3 5.7l2.1-2.1" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>',
  closed: `${ring}<path d="M6 10h8" stroke="currentColor" stroke-width="1.6"/>`,
} as const

const icons = {
  'arrow-left': '<path d="m12 19-7-7 7-7M19 12H5"/>',
  'arrow-right': '<path d="M5 12h14m-7-7 7 7-7 7"/>',
  bell: '<path d="M10.268 21a2 2 0 0 0 3.464 0M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>',
  'book-open':
    '<path d="M12 5v16M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>',
  'book-down':
    '<path d="M12 13V7M4 19.5v-15A2.5 2.5 0 0 1 6.5 2H19a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H6.5a1 1 0 0 1 0-5H20M9 10l3 3 3-3"/>',
  'calendar-check': '<rect x="3" y="3" width="18" height="18" rx="2"/><path d="M8 2v3M16 2v3M3 9h18m-12 6 2 2 4-4"/>',
  'calendar-days':
    '<rect x="3" y="3" width="18" height="18" rx="2"/><path d="M8 2v3M16 2v3M3 9h18M8 13h.01M12 13h.01M16 13h.01M8 17h.01M12 17h.01M16 17h.01"/>',
  'calendar-plus':
    '<path d="M16 18h6M16 2v3M19 15v6M21 11.5V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h8.3M3 9h18M8 2v3"/>',
  check: '<path d="M20 6 9 17l-5-5"/>',
  'circle-alert': '<circle cx="12" cy="12" r="10"/><path d="M12 8v4M12 16h.01"/>',
  clock: '<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>',
  feather:
    '<path d="M14.086 18.412A2 2 0 0112.67 19H5v-7.672a2 2 0 01.586-1.414L11.75 3.75a6 6 0 118.49 8.49zM16 8 2 22M17.488 15H9"/>',
  lamp: '<path d="M12 12v6M4.077 10.615A1 1 0 0 0 5 12h14a1 1 0 0 0 .923-1.385l-3.077-7.384A2 2 0 0 0 15 2H9a2 2 0 0 0-1.846 1.23ZM8 20a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1z"/>',
  image:
    '<rect x="3" y="3" width="18" height="18" rx="2"/><circle cx="9" cy="9" r="2"/><path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"/>',
  letters:
    '<path d="m15 16 2.536-7.328a1.02 1.02 0 0 1 1.928 0L22 16M15.697 14h5.606M2 16l4.039-9.69a.5.5 0 0 1 .923 0L11 16M3.304 13h6.392"/>',
  mail: '<rect x="2" y="4" width="20" height="16" rx="2"/><path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/>',
  pause: '<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>',
  'pen-line':
    '<path d="M13 21h8M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>',
  rss: '<path d="M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16"/><circle cx="5" cy="19" r="1"/>',
  search: '<circle cx="11" cy="11" r="8"/><path d="m21 21-4.34-4.34"/>',
  shield:
    '<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/>',
  undo: '<path d="M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>',
} as const

export type MarkName = keyof typeof moons
export type IconName = keyof typeof icons

const symbols = [
  ...Object.entries(moons).map(([name, drawing]) => `<symbol id="m-${name}" viewBox="0 0 20 20">${drawing}</symbol>`),
  ...Object.entries(icons).map(([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${drawing}</symbol>`),
].join('')

/** All symbols of a page; once, before anything that shows one. */
export function Sprite() {
  return <svg hidden>{raw(symbols)}</svg>
}

/** A moon never stands alone: a word beside it says the same. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg class="mark" aria-hidden="true">
      <use href={`#m-${name}`} />
    </svg>
  )
}

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}

/** Twelve moons that wax round an R; the one at the top is in brass. */
export function Roundel() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle class="foil" cx="16" cy="3.6" r="3.1" />
      <g fill="currentColor">{raw(waxing)}</g>
      <path
        d="M12.5 21V11.2h4.3a2.9 2.9 0 0 1 0 5.8h-4.3m4.4 0 3 4"
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
      />
    </svg>
  )
}

const waxing = [
  [22.2, 5.3, 1.32],
  [26.7, 9.8, 1.44],
  [28.4, 16, 1.56],
  [26.7, 22.2, 1.68],
  [22.2, 26.7, 1.8],
  [16, 28.4, 1.92],
  [9.8, 26.7, 2.04],
  [5.3, 22.2, 2.16],
  [3.6, 16, 2.28],
  [5.3, 9.8, 2.4],
  [9.8, 5.3, 2.52],
]
  .map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`)
  .join('')

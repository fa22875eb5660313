// The signs on the buttons: letters where a letter says it best, small drawings of ours elsewhere.

const drawn: Readonly<Record<string, string>> = {
  centre: 'M4 6h16M7 12h10M4 18h16',
  break: 'M4 6h4M10 6h4M16 6h4M12 10.5v3M10.7 11.2l2.6 1.6M13.3 11.2l-2.6 1.6M4 18h4M10 18h4M16 18h4',
  picture: 'M4 5h16v14H4zM4 16l5-5 5 5 2-2 4 4M15.5 9.5h.01',
  link: 'M9.5 14.5l5-5M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2',
  fold: 'M5 7l4 4 4-4M5 17h14M15 9h4M15 13h4',
  bullets: 'M9 6h11M9 12h11M9 18h11M5 6h.01M5 12h.01M5 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4.5 4.5 6 4v4M4.5 14.5c0-1.5 2.5-1.5 2.5 0 0 1-2.5 2-2.5 3.5H7',
  ruby: 'M7 21l5-11 5 11M8.8 17h6.4M6 5.5h2M11 5.5h2M16 5.5h2',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
}

const SVG = 'http://www.w3.org/2000/svg'

/** A word that is no drawing stands for itself. */
export function signOf(name: string): Element {
  const path = drawn[name]
  if (path === undefined) {
    const letter = document.createElement('span')
    letter.className = 'rt__letter'
    letter.setAttribute('aria-hidden', 'true')
    letter.textContent = name
    return letter
  }
  const sign = document.createElementNS(SVG, 'svg')
  sign.setAttribute('viewBox', '0 0 24 24')
  sign.setAttribute('class', 'rt__sign')
  sign.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  sign.append(line)
  return sign
}

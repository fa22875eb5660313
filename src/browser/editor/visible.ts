// With the keyboard of a phone open, less of the page can be seen than there is: the toolbar stays within what can.

export function followKeyboard(element: HTMLElement): void {
  const seen = window.visualViewport
  if (!seen) return
  const follow = (): void => {
    element.style.setProperty('--rt-top', `${Math.max(0, Math.round(seen.offsetTop))}px`)
    element.classList.toggle('rt--low', seen.height < 480)
  }
  seen.addEventListener('resize', follow)
  seen.addEventListener('scroll', follow)
  follow()
}

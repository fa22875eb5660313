// In the composer a marked part of what was pasted leads to the choice of what it is; with scripts the choice is ready for the keyboard at once.

export function leadToFindings(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.paste a[href^="#finding-"]') : null
    const id = link?.getAttribute('href')?.slice(1)
    if (id === undefined) return
    // Once the page has gone there by itself, which also opens what is folded away.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${CSS.escape(id)} select`)?.focus())
  })
}

// On the page of reading settings everything is shown as it would be, as soon as it is chosen. Leaving the page leaves all as it was.
import { type ReadingPart, readingParts } from '#src/kit/reading.ts'

export function defineReadingPreview(): void {
  customElements.define('reading-preview', ReadingPreview)
}

class ReadingPreview extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', showChoices)
  }
}

function showChoices(this: HTMLElement): void {
  const said = new FormData(this.querySelector('form') ?? undefined)
  for (const part of Object.keys(readingParts)) showChoice(part, said.get(part))
}

function showChoice(part: string, said: unknown): void {
  const choice = isPart(part) ? readingParts[part].find((candidate) => candidate === said) : undefined
  if (choice === undefined) delete document.documentElement.dataset[part]
  else document.documentElement.dataset[part] = choice
}

const isPart = (part: string): part is ReadingPart => part in readingParts

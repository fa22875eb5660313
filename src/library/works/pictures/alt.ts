// What is read in place of a picture. Nobody is made to write it: whoever listens is told that nobody did. Pure.

type Words = { readonly alt: string; readonly isDecoration: boolean; readonly caption: string }

export function altOf({ alt, isDecoration, caption }: Words, number?: number): string {
  if (isDecoration) return ''
  if (alt !== '') return alt
  const which = number === undefined ? 'A picture' : `Picture ${number}`
  return caption === '' ? `${which}, not described` : `${which}: ${caption}`
}

// Recordings in words, for pages, books and feeds. Pure.

type Said = {
  readonly kind: 'audio' | 'video'
  readonly url: string
  readonly label: string
  readonly lasts: string
}

/** "Audio, 12:40, at archive.example" */
export function sayRecording({ kind, lasts, url }: Said): string {
  const what = kind === 'audio' ? 'Audio' : 'Video'
  return [what, lasts, `at ${new URL(url).hostname.replace(/^www\./, '')}`].filter((part) => part !== '').join(', ')
}

export const nameOf = ({ label, kind }: Said): string => label || (kind === 'audio' ? 'Listen to it' : 'Watch it')

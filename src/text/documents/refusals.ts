// Why a document cannot be read, in sentences: each says what would work instead.
import { Refusal } from '#src/kit/refusal.ts'

const refused = (code: string, sentence: string): Refusal =>
  new Refusal('limit', `document/${code}`, sentence, { about: 'file' })

export const tooLargeAsItCame = (): Refusal =>
  refused('too-large', 'This file has more than 12 MB. Without its pictures, or in parts, it will fit.')

export const tooLargeInside = (): Refusal =>
  refused(
    'too-large-inside',
    'Unpacked, this file is far larger than any story, so we did not go on reading it. Please copy the text out of it and paste it.',
  )

export const cannotBeRead = (why = 'This file breaks off or is damaged, and could not be read.'): Refusal =>
  refused('unreadable', `${why} If it opens on your side, copy the text and paste it.`)

export const ofNoKind = (): Refusal =>
  refused('kind', 'We read .docx, .odt, .rtf, .md, .txt, .html and .epub. This file is something else.')

export const oldWord = (): Refusal =>
  refused(
    'old-word',
    'This is a .doc of the older kind, which we do not read. Please save it as .docx, or paste the text.',
  )

export const isPdf = (): Refusal =>
  refused(
    'pdf',
    'A PDF does not say where its paragraphs end. Please bring the file that it was made from, or paste the text.',
  )

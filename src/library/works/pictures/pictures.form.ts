// What is said with a picture. The picture itself comes beside these fields.
import { choice, optionalText } from '#src/kit/form-fields.ts'
import type { PictureWords } from './pictures.ts'

export const pictureForm = {
  fields: {
    alt: optionalText({
      label: 'What is to be seen on it',
      hint: 'Read to those who do not see it, in a sentence or two: “Ines on the harbour wall, seen from behind, her lamp still burning.”',
      maxLength: 1_000,
      isLong: true,
    }),
    purpose: choice({
      label: 'What it is for',
      initial: 'picture',
      choices: [
        { value: 'picture', label: 'It is a picture to look at' },
        { value: 'decoration', label: 'It is a decoration: nothing is missing without it' },
      ],
    }),
    caption: optionalText({ label: 'What stands beneath it', maxLength: 500 }),
    stands: choice({
      label: 'Where it stands',
      initial: 'before',
      choices: [
        { value: 'before', label: 'Above the text' },
        { value: 'inside', label: 'In the text, where I put it' },
      ],
    }),
  },
}

type Typed = Pick<PictureWords, 'alt' | 'caption' | 'stands'> & { readonly purpose: 'picture' | 'decoration' }

export const wordsOf = ({ alt, caption, stands, purpose }: Typed): PictureWords => ({
  alt: alt.trim(),
  caption,
  stands,
  isDecoration: purpose === 'decoration',
})

export const entriesOf = ({ alt, caption, stands, isDecoration }: PictureWords): Map<string, string> =>
  new Map(Object.entries({ alt, caption, stands, purpose: isDecoration ? 'decoration' : 'picture' }))

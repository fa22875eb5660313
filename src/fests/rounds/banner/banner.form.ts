// What is said with a banner. The picture itself comes beside these fields.
import { text } from '#src/kit/form-fields.ts'

export const bannerForm = {
  fields: {
    alt: text({
      label: 'What is to be seen on it',
      hint: 'For those who do not see it: a lighthouse over a dark bay, one boat, a moon.',
      maxLength: 300,
    }),
    artist: text({ label: 'Who made it', hint: 'Stands beneath the title of the round.', maxLength: 100 }),
  },
}

// What mods announce.
import { optionalText, text } from '#src/kit/form-fields.ts'

export const announcementForm = {
  fields: {
    title: text({ label: 'Title', maxLength: 200 }),
    text: optionalText({
      label: 'Text',
      hint: 'As you would post it: Markdown, simple HTML or plain text.',
      maxLength: 50_000,
      isLong: true,
    }),
  },
}

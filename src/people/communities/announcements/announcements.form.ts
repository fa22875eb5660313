// What mods announce.
import { sentence, text } from '#src/kit/form-fields.ts'

const words = {
  label: 'Text',
  hint: 'As you would post it: Markdown, simple HTML or plain text.',
  maxLength: 50_000,
}

export const announcementForm = {
  fields: {
    title: text({ label: 'Title', maxLength: 200 }),
    // A draft may be empty; that what goes up is not, is asked when it does.
    text: { ...sentence(words), read: (typed: string) => ({ value: typed }) },
  },
}

// The four forms in which a post is taken elsewhere, and how plain words stand in each: what somebody wrote never becomes a sign of the form.
export const writtenForms = ['html', 'markdown', 'bbcode', 'text'] as const
export type WrittenForm = (typeof writtenForms)[number]

export const isWrittenForm = (said: string | undefined): said is WrittenForm =>
  writtenForms.some((form) => form === said)

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Every sign that some Markdown knows; and what at the beginning of a line would be a list. */
const inMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|#^${}]/gu, '\\$&')
    .replace(/^(\s*)([-+=])(?=\s|[-=])/gmu, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s)/gmu, '$1\\$2')

/** No board agrees with another on how to escape; a space without width after the bracket keeps every one from seeing a tag. */
const inBbcode = (text: string): string => text.replaceAll('[', '[\u200B')

const plainly: Readonly<Record<WrittenForm, (text: string) => string>> = {
  html: inHtml,
  markdown: inMarkdown,
  bbcode: inBbcode,
  text: (text) => text,
}

/** Words as they stand in a form. */
export const inForm = (form: WrittenForm, text: string): string => plainly[form](text)

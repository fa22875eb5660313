// What only pages with a form for a text load, and then by itself: the editor, and keeping what is typed.
import { defineRichText } from '#src/browser/editor/rich-text.ts'
import { defineKeptForm } from '#src/browser/keeping/kept-form.ts'

// The editor first: it puts into its field what the form then holds as its beginning.
defineRichText()
defineKeptForm()

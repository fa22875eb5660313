// The field for a file in place of a paste, and the button that reads it in place of what stands in the text field.
import { INSTEAD } from '#src/fests/posting/composer/document.form.ts'
import type { FormState } from '#src/kit/form.ts'
import { FileField } from '#src/ui/fields.tsx'
import { Button } from '#src/ui/forms.tsx'

const endings = ['.docx', '.odt', '.rtf', '.md', '.txt', '.html', '.htm', '.xhtml', '.epub']

/** Without a type it is what its ending says; what it is indeed is looked at when it has come. */
function DocumentField({ again, label }: { again: FormState; label: string }) {
  return (
    <FileField
      name="file"
      label={label}
      hint="Word (.docx), OpenDocument (.odt), .rtf, Markdown, plain text, HTML or EPUB, up to 12 MB. Emphasis, headings, scene breaks and footnotes come along. Pictures stay behind."
      accept={endings.join(',')}
      optional
      error={again.errors.get('file')}
    />
  )
}

/** Beside an empty text field “Read it” reads the file. */
export function BringFile({ again }: { again: FormState }) {
  return (
    <div class="bring" data-bring="">
      <DocumentField again={again} label="Or bring it as a file" />
      {(again.entries.get('text') ?? '').trim() === '' ? null : <Instead />}
    </div>
  )
}

/** In the composer the text is there already; where it is not, there is nothing that the file could stand in for. */
export function BringAnother({ again }: { again: FormState }) {
  const isEmpty = (again.entries.get('text') ?? '').trim() === ''
  return (
    <details class="bring" data-bring="" open={again.errors.has('file')}>
      <summary>Bring the text as a file</summary>
      <div class="stack">
        <DocumentField again={again} label="The file" />
        <Instead label={isEmpty ? 'Read the file' : undefined} />
      </div>
    </details>
  )
}

const Instead = ({ label = 'Read the file instead' }: { label?: string | undefined }) => (
  <div>
    <Button name="do" value={INSTEAD} look="plain" size="small" icon="book-open">
      {label}
    </Button>
  </div>
)

// The one script of the site. Every page works without it.
import { defineCopyOut } from '#src/browser/copy-out.ts'
import { defineDeviceZone, rememberZone } from '#src/browser/device-zone.ts'
import { leadToFindings } from '#src/browser/findings.ts'
import { takeDroppedFiles } from '#src/browser/file-drop.ts'
import { guardForms } from '#src/browser/once-form.ts'
import { defineReadingPreview } from '#src/browser/reading-preview.ts'
import { keepRichPaste } from '#src/browser/rich-paste.ts'

rememberZone()
defineDeviceZone()
defineCopyOut()
defineReadingPreview()
guardForms()
keepRichPaste()
leadToFindings()
takeDroppedFiles()

// The editor is the largest thing here by far, and most pages have none.
if (document.querySelector('kept-form, rich-text')) void import('#src/browser/writing.ts')

// After a refused form the list of what needs another look is where reading should go on.
document.querySelector<HTMLElement>('[data-look-here]')?.focus()

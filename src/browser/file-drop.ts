// A document that is dropped on the form of a piece is chosen in its file field; beside an empty text it is read at once.

export function takeDroppedFiles(): void {
  addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return
    const form = formUnder(event)
    if (form) event.preventDefault()
    mark(form)
  })
  addEventListener('dragleave', (event) => {
    // Out of the window, and not only from one element to the next.
    if (event.relatedTarget === null) mark(undefined)
  })
  addEventListener('drop', take)
}

const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

const fieldIn = (form: HTMLFormElement): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>('[data-bring] input[type=file]')

function formUnder({ target }: DragEvent): HTMLFormElement | undefined {
  const form = target instanceof Element ? target.closest('form') : null
  return form !== null && fieldIn(form) !== null ? form : undefined
}

function mark(form: HTMLFormElement | undefined): void {
  for (const marked of document.querySelectorAll('form[data-over]'))
    if (marked !== form) marked.removeAttribute('data-over')
  form?.setAttribute('data-over', '')
}

function take(event: DragEvent): void {
  mark(undefined)
  const form = formUnder(event)
  const file = event.dataTransfer?.files[0]
  const field = form && fieldIn(form)
  if (!form || !field || !file) return
  event.preventDefault()
  const chosen = new DataTransfer()
  chosen.items.add(file)
  field.files = chosen.files
  const read = form.querySelector<HTMLButtonElement>('button[name=do][value=read]')
  if (read && isEmpty(form)) return form.requestSubmit(read)
  // What stands in the text field is covered only by whoever presses the button for it.
  const place = field.closest('[data-bring]')
  if (place instanceof HTMLDetailsElement) place.open = true
  const instead = place?.querySelector<HTMLButtonElement>('button[value=file]')
  ;(instead ?? field).focus()
}

/** As it would be sent: an editor writes into its field only then. */
function isEmpty(form: HTMLFormElement): boolean {
  const text = new FormData(form).get('text')
  return typeof text !== 'string' || text.trim() === ''
}

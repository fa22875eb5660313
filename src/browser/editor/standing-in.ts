// The editor stands in for a field: its label, its hint and its refusal are the editor's.

export function attributesFor(field: HTMLTextAreaElement, focus: () => void): Record<string, string> {
  const label = field.labels?.[0]
  const told = field.getAttribute('aria-describedby')
  const wrong = field.getAttribute('aria-invalid')
  if (label) {
    label.id ||= `${field.id}-label`
    label.addEventListener('click', (event) => {
      if (!field.hidden) return
      event.preventDefault()
      focus()
    })
  }
  return {
    class: 'rt__text prose',
    role: 'textbox',
    'aria-multiline': 'true',
    ...(label ? { 'aria-labelledby': label.id } : {}),
    ...(told === null ? {} : { 'aria-describedby': told }),
    ...(wrong === null ? {} : { 'aria-invalid': wrong }),
  }
}

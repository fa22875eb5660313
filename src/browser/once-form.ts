// A form that is sent twice by a double click is sent once. Nothing is greyed out, and going back gives the form back.

const pause = 5000

export function guardForms(): void {
  addEventListener('submit', holdSecond)
  addEventListener('pageshow', release)
}

function holdSecond(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !('once' in form.dataset) || event.defaultPrevented) return
  if ('sent' in form.dataset) {
    event.preventDefault()
    return
  }
  form.dataset['sent'] = ''
  setTimeout(() => delete form.dataset['sent'], pause)
}

/** A page that comes back out of the browser's memory still has its marks. */
function release(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset['sent']
}

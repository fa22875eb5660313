// A button beside a text that is there to be copied. Without scripts it is not there, and the text can be selected.

export function defineCopyOut(): void {
  if (!customElements.get('copy-out')) customElements.define('copy-out', CopyOut)
}

class CopyOut extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    const text = this.querySelector('textarea')
    const says = this.querySelector('[role="status"]')
    if (!button || !text || !says) return
    button.hidden = false
    button.addEventListener('click', () => {
      void copy(text).then((isCopied) => {
        says.textContent = isCopied ? 'Copied.' : 'It is selected: copy it with your keyboard or your menu.'
      })
    })
  }
}

/** Browsers give the clipboard to secure pages only; the older way works on the others, and leaves the text selected. */
async function copy(text: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text.value)
    return true
  } catch {
    text.focus()
    text.select()
    return document.execCommand('copy')
  }
}

// An address or a text that is there to be copied: it can be selected without scripts, and with them there is a button.

type CopyOutProps = {
  readonly label: string
  readonly text: string
}

export function CopyAddress({ label, text }: CopyOutProps) {
  return (
    <copy-out class="slip stack">
      <textarea class="input copy-out__text" rows={2} readonly spellcheck={false} aria-label={label}>
        {text}
      </textarea>
      <p class="row">
        <button class="btn btn--plain" type="button" hidden>
          <span>Copy</span>
        </button>
        <span class="small soft" role="status"></span>
      </p>
    </copy-out>
  )
}

/** A whole text, by itself on its page. */
export function CopyText({ label, text }: CopyOutProps) {
  return (
    <copy-out class="stack">
      <div class="field">
        <label for="block">{label}</label>
        <textarea class="input copy-out__text" id="block" rows={14} readonly spellcheck={false} dir="auto">
          {`\n${text}`}
        </textarea>
      </div>
      <p class="row">
        <button class="btn" type="button" hidden>
          <span>Copy</span>
        </button>
        <span class="small soft" role="status"></span>
      </p>
    </copy-out>
  )
}

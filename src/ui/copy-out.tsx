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

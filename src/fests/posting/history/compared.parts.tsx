// What changed, as it is read: struck out and underlined for the eye, and said in words for those who listen.
import { sayCount } from '#src/kit/date-words.ts'
import type { Passage, Stretch } from '#src/text/changes/changes.ts'
import { Head } from '#src/ui/prose.tsx'
import type { Compared } from './compared.form.ts'

export function Changed({ of, title }: { readonly of: Compared; readonly title: string }) {
  const isChanged = of.passages.some((passage) => passage.is === 'changed')
  return (
    <section class="stack">
      <Head title={title} />
      {of.fields.length === 0 ? null : (
        <dl class="hb">
          {of.fields.map(({ label, before, after }) => (
            <div>
              <dt>{label}</dt>
              <dd class="changed lines" dir="auto">
                {before === '' ? null : <Gone words={before} />} {after === '' ? null : <Come words={after} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isChanged ? (
        <div class="changed">{of.passages.map((passage, at) => passageOf(passage, at, of.passages.length))}</div>
      ) : (
        <p class="soft">
          {of.isLookAlone ? 'The words are the same; emphasis, links or spaces are not.' : 'The text is the same.'}
        </p>
      )}
    </section>
  )
}

/** Of a long stretch that stayed as it was, its edges are enough to know where one is. */
function passageOf(passage: Passage, at: number, count: number) {
  if (passage.is === 'changed')
    return (
      <p class="changed__here" dir="auto">
        {passage.stretches.map((stretch) => stretchOf(stretch))}
      </p>
    )
  const { paragraphs } = passage
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  const isFirst = at === 0
  const isLast = at === count - 1
  const shown = [...(isFirst ? [] : [first]), ...(isLast ? [] : [last])]
  const left = paragraphs.length - (paragraphs.length === 1 ? Math.min(1, shown.length) : shown.length)
  return (
    <>
      {isFirst ? null : <Same words={first} />}
      {left > 0 ? <p class="changed__rest">{sayCount(left, 'paragraph', 'paragraphs')} as before</p> : null}
      {isLast || (paragraphs.length === 1 && !isFirst) ? null : <Same words={last} />}
    </>
  )
}

/** Enough of it to know where one is. */
const SHOWN = 160

const Same = ({ words = '' }: { words: string | undefined }) => (
  <p class="soft" dir="auto">
    {words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN) + 1 || SHOWN).toWellFormed()}…` : words}
  </p>
)

function stretchOf({ is, words }: Stretch) {
  if (is === 'same') return words
  return is === 'gone' ? <Gone words={words} /> : <Come words={words} />
}

/** Few screen readers say that a stretch was struck out or put in, so it is written there, out of sight. */
const Gone = ({ words }: { words: string }) => (
  <del>
    <span class="hush"> [taken out: </span>
    {words}
    <span class="hush">] </span>
  </del>
)

const Come = ({ words }: { words: string }) => (
  <ins>
    <span class="hush"> [put in: </span>
    {words}
    <span class="hush">] </span>
  </ins>
)

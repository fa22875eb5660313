// A piece as it would look, before anybody else sees it.
import { raw } from 'hono/html'
import type { Previewed } from '#src/fests/posting/composer/composing.form.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { Head } from '#src/ui/prose.tsx'

export function Preview({ of }: { of: Previewed }) {
  const { said, html, words, setting } = of
  const facts = [said.kind, said.rating, sayCount(words, 'word', 'words'), setting ?? said.timing]
  return (
    <section class="preview" id="preview" aria-label="Preview">
      <Head title="Preview" aside="Only you see this" />
      <div class="preview__piece" tabindex={0} role="group" aria-label="The piece as it would look">
        <h3 class="preview__title">{said.title === '' ? 'Untitled' : said.title}</h3>
        <p class="small soft">{facts.filter((fact) => fact !== '').join(' · ')}</p>
        {said.summary === '' ? null : <Lines text={said.summary} />}
        {said.preface === '' ? null : <Lines text={said.preface} />}
        {said.epigraph === '' ? null : (
          <blockquote class="epigraph">
            <p class="lines">{said.epigraph}</p>
            {said.epigraphBy === '' ? null : <cite>{said.epigraphBy}</cite>}
          </blockquote>
        )}
        {/* The worker’s sanitiser has been over it, in this very request. */}
        <div class="prose">{raw(html)}</div>
        {said.notes === '' ? null : <Lines text={said.notes} />}
      </div>
    </section>
  )
}

const Lines = ({ text }: { text: string }) => <p class="lines prose prose--small">{text}</p>

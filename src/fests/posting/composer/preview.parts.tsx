// A piece as it would look, before anybody else sees it: the header as readers have it, and around the story what stands around it.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Previewed } from '#src/fests/posting/composer/composing.form.ts'
import { headerIn, namesIn, warningsIn } from '#src/fests/posting/composer/header-lines.ts'
import type { PieceSaid } from '#src/fests/posting/composer/saying.form.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { Again } from '#src/platform/web/web.ts'
import { wordsBehindRating } from '#src/text/vocabulary/rating-in-full.ts'
import { Aside, Epigraph, HeaderLines, type HeaderLine, Paragraphs, TagList } from '#src/ui/around-story.tsx'
import { Head } from '#src/ui/prose.tsx'

export type PreviewProps = {
  readonly of: Previewed
  readonly fandoms: readonly Fandom[]
  readonly again: Again
}

export function Preview({ of, fandoms, again }: PreviewProps) {
  const { said, html } = of
  return (
    <section class="preview" id="preview" aria-label="Preview">
      <Head
        title="Preview"
        aside={
          <>
            Only you see this. <a href="#behind-preview">On to the fields</a>
          </>
        }
      />
      <div class="preview__piece" tabindex={0} role="group" aria-label="The piece as it would look">
        <h3 class="preview__title" dir="auto">
          {said.title === '' ? 'Untitled' : said.title}
        </h3>
        {said.summary === '' ? null : (
          <div class="entry__sum" dir="auto">
            <Paragraphs text={said.summary} />
          </div>
        )}
        <HeaderLines lines={linesOf({ of, fandoms, again })} />
        <Aside id="preview-preface" title="Preface" text={said.preface} level="h4" />
        <Epigraph text={said.epigraph} by={said.epigraphBy} />
        {/* The worker’s sanitiser has been over it, in this very request. */}
        <div class="prose">{raw(html)}</div>
        <Aside id="preview-endnotes" title="End notes" text={said.endnotes} level="h4" />
        <Aside id="preview-notes" title="Notes" text={said.notes} level="h4" />
      </div>
      <div id="behind-preview"></div>
    </section>
  )
}

/** In the order in which the page of a work has them. */
function linesOf({ of: { said, words, setting }, fandoms, again }: PreviewProps): HeaderLine[] {
  const others = headerIn(said.others)
  const line = (term: string, text: string | undefined): HeaderLine => ({ term, says: text?.trim() || undefined })
  const tags = (term: string, ...names: readonly string[]): HeaderLine => ({ term, says: tagList(names) })
  return [
    line('Kind', said.kind),
    line('Fandom', fandoms.find(({ id }) => id === said.fandom)?.name ?? others['fandom']),
    { term: 'Timing', says: timingSaid(said, setting) },
    line('Rating', ratingSaid(said, again)),
    line('Warnings', warningsIn(said.warnings).join(', ')),
    tags('People', ...namesIn(said.characters), ...namesIn(said.pairings)),
    line('Words', words === 0 ? '' : new Intl.NumberFormat('en').format(words)),
    line('Spoilers', others['spoilers']),
    line('Series', others['series']),
    line('Chapter', others['chapter']),
    line('Prompt', said.prompt),
    line('Genre', others['genre']),
    tags('Tags', ...namesIn(said.tags)),
    line('Thanks to', [said.beta, others['thanks'] ?? ''].filter(Boolean).join('; ')),
    line('For whom', others['recipient'] ?? others['dedication']),
    line('Disclaimer', said.disclaimer),
    line('Read at', said.link),
  ]
}

const tagList = (names: readonly string[]): Child | undefined =>
  names.length === 0 ? undefined : <TagList names={names} />

const ratingSaid = ({ rating }: PieceSaid, { entries }: Again): string =>
  rating + wordsBehindRating(rating, entries.get('ratingSaid') ?? '')

function timingSaid({ timing }: PieceSaid, setting: string | undefined): Child | undefined {
  if (timing === '' && setting === undefined) return undefined
  const more = setting === undefined || setting === timing ? '' : ` (understood as ${setting})`
  return (
    <>
      {timing}
      <span class="soft">{more}</span>
    </>
  )
}

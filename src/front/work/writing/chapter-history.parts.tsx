// The history of a chapter, and one of its saves as text.
import { sayCount, sayMoment } from '#src/kit/date-words.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { Ledger, TitleLeaf } from '#src/ui/leaves.tsx'
import type { ChapterSave, ChapterSaved, ChapterToEdit } from '#src/library/works/chapters/own-chapters.ts'

type Common = { readonly chapter: ChapterToEdit; readonly zone: string; readonly csrf: string }

export function ChapterSaveList({ chapter, zone, saves }: Common & { readonly saves: readonly ChapterSave[] }) {
  const { work, id, cameWithWork } = chapter
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.ownChapters(work.id)}>{work.title}</a>}
        title={chapter.title === '' ? 'History of a chapter' : `History of “${chapter.title}”`}
        says="Every save of it, the newest first. Only its creators see this page."
        actions={
          <ButtonLink to={paths.chapterEdit(work.id, id)} look="plain">
            To the chapter
          </ButtonLink>
        }
      />
      {saves.length === 0 ? <p>It has not been saved on its own yet.</p> : null}
      <Ledger
        lines={saves.map(({ version, madeAt, words }) => ({
          at: madeAt,
          words: sayMoment(madeAt, zone),
          says: sayCount(words, 'word', 'words'),
          end: (
            <a href={asking(paths.chapterHistory(work.id, id), { version: String(version) })}>Open save {version}</a>
          ),
        }))}
      />
      {cameWithWork ? (
        <p class="small">
          What was saved together with the header is in{' '}
          <a href={paths.workHistory(work.id)}>the history of the piece</a>.
        </p>
      ) : null}
    </>
  )
}

export function ChapterSaveText({ chapter, csrf, save }: Common & { readonly save: ChapterSaved }) {
  const at = paths.chapterHistory(chapter.work.id, chapter.id)
  return (
    <>
      <TitleLeaf
        kicker={`Save ${save.version}`}
        title={save.title === '' ? 'A chapter' : save.title}
        says={<a href={at}>All saves</a>}
        actions={
          chapter.deletedAt === null ? (
            <ButtonForm to={at} csrf={csrf} fields={{ version: String(save.version) }} label="Bring this save back" />
          ) : undefined
        }
      />
      <p class="soft small">Bringing it back makes one more save; the text as it is now stays in the history.</p>
      <pre class="kept-text" tabindex={0} aria-label="The text of this save">
        {save.source}
      </pre>
    </>
  )
}

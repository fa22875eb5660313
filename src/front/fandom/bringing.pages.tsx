// Adding a fandom by its name, with or without the CSV file of its timeline; and bringing that file afterwards.
import { mustAddFandoms, mustBringTimeline } from '#src/library/canon/adding-fandoms.ts'
import { type Fandom, findFandom, type Imported } from '#src/library/canon/fandoms.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { readUpload } from '#src/platform/files/upload.ts'
import { asFirst, errorsOf, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { FileField } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Kicker } from '#src/ui/prose.tsx'
import { fandomForm, partsIn } from './bringing.form.ts'
import { bringFandom, bringTimeline } from './bringing.ts'

export function fandomBringingPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('fandom') ?? ''

  const showNew = async (c: WebContext, again: Again): Promise<Response> => {
    const { db, viewer } = c.get('ctx')
    await mustAddFandoms(db, viewer)
    const main = <NewFandom again={again} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Add a fandom', main, status: statusOf(again) })
  }

  web.get(paths.newFandom, (c) => showNew(c, asFirst))

  web.post(paths.newFandom, (c) =>
    submitted(c, fandomForm, {
      async act(ctx, { name }) {
        const bytes = await readUpload(c, 'timeline')
        return bringFandom(ctx, { name, parts: bytes && partsIn(bytes) })
      },
      next: ({ slug, name }) => ({ to: paths.fandom(slug), notice: `${name} is added. Writers can choose it now.` }),
      again: (again) => showNew(c, again),
    }),
  )

  const showTimeline = async (c: WebContext, again: Again): Promise<Response> => {
    const { db, viewer } = c.get('ctx')
    const fandom = await findFandom(db, slugOf(c))
    await mustBringTimeline(db, viewer, fandom.id)
    const main = <NewTimeline fandom={fandom} again={again} csrf={c.get('csrf')} />
    return c.get('show')({ title: `The timeline of ${fandom.name}`, main, status: statusOf(again) })
  }

  web.get(paths.fandomTimeline(':fandom'), (c) => showTimeline(c, asFirst))

  web.post(paths.fandomTimeline(':fandom'), (c) =>
    submitted(
      c,
      { fields: {} },
      {
        async act(ctx) {
          const bytes = await readUpload(c, 'timeline')
          if (!bytes) throw new Refusal('limit', 'fandom/no-file', 'Please choose a file.', { about: 'timeline' })
          return bringTimeline(ctx, slugOf(c), partsIn(bytes))
        },
        next: (imported) => ({ to: paths.fandom(slugOf(c)), notice: takenInWords(imported) }),
        again: (again) => showTimeline(c, again),
      },
    ),
  )
}

function takenInWords({ added, changed, kept }: Imported): string {
  const known = changed === 0 ? '' : ` ${sayCount(changed, 'was', 'were')} there already.`
  const more = kept.length === 0 ? '' : ` Kept although the file no longer has them: ${kept.join(', ')}.`
  return `The timeline is taken in: ${sayCount(added, 'entry is', 'entries are')} new.${known}${more}`
}

type Props = { readonly again: Again; readonly csrf: string }

function NewFandom({ again, csrf }: Props) {
  return (
    <>
      <Kicker>For everybody on this site</Kicker>
      <h1>Add a fandom</h1>
      <p class="lede">The name is enough. Writers choose the fandom of a piece from the names that are here.</p>
      <ErrorSummary errors={errorsOf(again)} />
      <Form to={paths.newFandom} csrf={csrf} isLong>
        <FormFields form={fandomForm} state={again} />
        <Timeline again={again} optional />
        <Buttons>
          <Button>Add the fandom</Button>
          <ButtonLink to={paths.fandoms} look="plain">
            Leave it
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

function NewTimeline({ fandom, again, csrf }: Props & { readonly fandom: Fandom }) {
  return (
    <>
      <Kicker>
        <a href={paths.fandom(fandom.slug)}>{fandom.name}</a>
      </Kicker>
      <h1>Bring its timeline</h1>
      <p class="lede">
        Entries are known by their code: those that are there change, works set in them stay with them, and none is
        taken away.
      </p>
      <ErrorSummary errors={errorsOf(again)} />
      <Form to={paths.fandomTimeline(fandom.slug)} csrf={csrf} isLong>
        <Timeline again={again} optional={false} />
        <Buttons>
          <Button>Take it in</Button>
          <ButtonLink to={paths.fandom(fandom.slug)} look="plain">
            Leave it
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

function Timeline({ again, optional }: { readonly again: Again; readonly optional: boolean }) {
  return (
    <>
      <FileField
        name="timeline"
        label="Its timeline, as a CSV file"
        hint="A first line kind,code,parent,title,aliases; then a line for each series, season, episode, book or chapter, in the order of the story."
        accept=".csv,text/csv"
        optional={optional}
        error={again.errors.get('timeline')}
      />
      <p class="small soft">
        For example: <code>season,7,,Season 7,</code> and beneath it <code>episode,7x01,7,Lessons,7.01</code>. Other
        ways to write a code stand in the last column, with semicolons between them.
      </p>
    </>
  )
}

// A piece that is in goes on: changing it, taking it down and putting it up again. For its creators alone.
import { Composer } from '#src/fests/posting/composer/composer.parts.tsx'
import {
  type Composed,
  compose,
  lookAt,
  readPasted,
  readPastedAgain,
  settingOf,
} from '#src/fests/posting/composer/composing.form.ts'
import { isReadingAgain } from '#src/fests/posting/composer/findings/reading-again.form.ts'
import { INSTEAD } from '#src/fests/posting/composer/document.form.ts'
import { changingForm } from '#src/fests/posting/composer/piece.form.ts'
import { entriesOfWork } from '#src/fests/posting/composer/saying.form.ts'
import {
  changeRole,
  mustBeLastSave,
  openToChange,
  postAddressOf,
  roleOf,
  saveWork,
} from '#src/fests/posting/editing.ts'
import { TakingDown } from '#src/fests/posting/editing.parts.tsx'
import { seenIn, seenOf } from '#src/fests/posting/history/seen-save.ts'
import { workPlace } from '#src/fests/posting/typing/places.ts'
import { aroundForm } from '#src/fests/posting/typing/around.form.ts'
import { AroundForm } from '#src/fests/posting/typing/around.parts.tsx'
import { withTyped } from '#src/fests/posting/typing/typing.parts.tsx'
import { broughtBack, settleTyping } from '#src/fests/posting/typing/typings.ts'
import { restorableUntil, restorePiece, withdrawPiece } from '#src/fests/posting/taking-down.ts'
import type { HeaderTemplate } from '#src/fests/posting/header/header-template.ts'
import { wornBy } from '#src/fests/posting/own/worn.ts'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import { sayMoment } from '#src/kit/date-words.ts'
import type { Entries } from '#src/kit/form.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { openToEdit, type WorkToEdit } from '#src/library/works/work-saves.ts'
import { readNamedUpload } from '#src/platform/files/upload.ts'
import { pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Page, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'

const idOf = (c: WebContext): number => idFrom(c, 'id')

export function editingPages(web: Web): void {
  web.get(paths.workEdit(':id'), async (c) => {
    const ctx = c.get('ctx')
    const work = await openToChange(ctx, idOf(c))
    const draftAt = await postAddressOf(ctx, work)
    const asked = c.req.query('typed')
    if (draftAt !== undefined) return c.redirect(asked === undefined ? draftAt : withTyped(draftAt, asked), 303)
    const typed = await broughtBack(ctx, asked, workPlace(work.id))
    const { role } = await roleOf(ctx, work.id)
    const entries = new Map([...entriesOfWork(work), ['role', role], ['version', seenOf(work)], ...(typed ?? [])])
    return show(c, work, { again: { entries, errors: new Map() }, setting: await settingOf(ctx.db, entries) })
  })

  web.post(paths.workEdit(':id'), async (c) => {
    const ctx = c.get('ctx')
    const entries = await readEntries(c)
    const work = await openToEdit(ctx, idOf(c))
    const act = entries.get('do') ?? 'save'
    const template = await headerTemplateOf(ctx.db, work.community)
    if (act === 'preview') return show(c, work, await lookAt(c.get('texts'), ctx, entries))
    if (isReadingAgain(act)) return show(c, work, await readPastedAgain(c.get('texts'), ctx, entries, template))
    if (act === 'read' || act === INSTEAD) return show(c, work, await readAgain(c, entries, template))
    return submitted(c, changingForm, {
      async act(inner, said) {
        const isForAll = work.state !== 'draft'
        const composed = await compose(c.get('texts'), inner, { said, entries, template, isForAll, work: work.id })
        const seen = seenIn(entries)
        await mustBeLastSave(inner, work.id, composed, seen)
        await changeRole(inner, work.id, said.role)
        await saveWork(inner, work.id, composed, seen)
        await settleTyping(inner, { place: workPlace(work.id), work: work.id, entries })
      },
      next: () => ({ to: paths.work(work.id), notice: 'Saved. The earlier text is kept in its history.' }),
      again: (again) => show(c, work, { again }),
    })
  })

  web.get(paths.workTakingDown(':id'), async (c) => {
    const work = await openToEdit(c.get('ctx'), idOf(c))
    const until = work.state === 'withdrawn' ? sayMoment(restorableUntil(work.changedAt), zoneIn(c)) : undefined
    const main = <TakingDown work={work} until={until} csrf={c.get('csrf')} />
    return showWorn(c, work, { title: `Take down, ${work.fields.title}`, main })
  })

  web.post(paths.workTakingDown(':id'), async (c) => {
    const isBack = (await readEntries(c)).get('do') === 'restore'
    return pressed(
      c,
      (ctx) => (isBack ? restorePiece(ctx, idOf(c)) : withdrawPiece(ctx, idOf(c))),
      () =>
        isBack
          ? { to: paths.work(idOf(c)), notice: 'It is up again, with the date it had.' }
          : { to: paths.workTakingDown(idOf(c)), notice: 'Taken down. Only you see it now.' },
    )
  })
}

const readAgain = async (c: WebContext, entries: Entries, template: HeaderTemplate): Promise<Composed> =>
  readPasted(c.get('texts'), c.get('ctx'), { entries, template, file: await readNamedUpload(c, 'file') })

async function show(c: WebContext, work: WorkToEdit, asked: Composed): Promise<Response> {
  const around = await aroundForm(c, { work: work.id, places: workPlace(work.id), again: asked.again })
  const { again, changed } = around
  const composed = { ...asked, again }
  const { role, isForDay } = await roleOf(c.get('ctx'), work.id)
  const main = (
    <>
      <TitleLeaf
        kicker="Change a piece"
        title={work.fields.title}
        says={
          work.hasChapters ? (
            <>
              The text here is the one it was posted with; <a href={paths.ownChapters(work.id)}>the other chapters</a>{' '}
              are changed one by one. Every save keeps the earlier text.
            </>
          ) : (
            'Every save keeps the earlier text.'
          )
        }
        actions={
          <>
            <ButtonLink to={paths.workHistory(work.id)} look="plain">
              History
            </ButtonLink>
            <ButtonLink to={paths.workCopy(work.id)} look="quiet">
              Copy it, to post elsewhere
            </ButtonLink>
            <ButtonLink to={paths.workTakingDown(work.id)} look="quiet">
              {work.state === 'withdrawn' ? 'Put it up again' : 'Take it down'}
            </ButtonLink>
          </>
        }
      />
      <AroundForm {...around} to={paths.workEdit(work.id)} place={workPlace(work.id)}>
        <Composer
          {...composed}
          work={work.id}
          isRefusalSaid={changed !== undefined}
          to={paths.workEdit(work.id)}
          csrf={c.get('csrf')}
          keep={isForDay ? {} : { role }}
          template={await headerTemplateOf(c.get('ctx').db, work.community)}
          fandoms={await listFandoms(c.get('ctx').db)}
          asks={{ role: isForDay, reservedName: false }}
          buttons={
            <Buttons>
              <Button name="do" value="save">
                {changed ? 'Save mine over it' : 'Save'}
              </Button>
              <Button name="do" value="preview" look="plain">
                Preview
              </Button>
              <ButtonLink to={asking(paths.work(work.id), {})} look="quiet">
                Leave it as it is
              </ButtonLink>
            </Buttons>
          }
        />
      </AroundForm>
    </>
  )
  return showWorn(c, work, { title: `Change ${work.fields.title}`, main, status: statusOf(again) })
}

/** Shown in the zone of whoever looks. */
const zoneIn = (c: WebContext): string => c.get('zone').name ?? 'UTC'

const showWorn = async (c: WebContext, work: WorkToEdit, page: Page): Promise<Response> =>
  c.get('show')({ ...page, ...(await wornBy(c.get('ctx'), work.id)) })

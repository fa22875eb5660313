// Every save there was of a piece: which, what changed in it, bringing one back, and erasing one. For its creators alone.
import { entriesOfWork } from '#src/fests/posting/composer/saying.form.ts'
import { eraseSaveOf, restoreSave } from '#src/fests/posting/editing.ts'
import { CorrectionList } from '#src/fests/posting/mods/correcting.parts.tsx'
import { shownCorrections } from '#src/fests/posting/mods/changes.parts.tsx'
import { wornBy } from '#src/fests/posting/own/worn.ts'
import { workPlace } from '#src/fests/posting/typing/places.ts'
import { typingsBefore } from '#src/fests/posting/typing/typings.ts'
import type { Entries } from '#src/kit/form.ts'
import { isMissing } from '#src/kit/refusal.ts'
import {
  openSave,
  openSaveBefore,
  openToEdit,
  type Saved,
  savesOf,
  type WorkToEdit,
} from '#src/library/works/work-saves.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Page, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { compare, unlessUnreadable } from './compared.form.ts'
import { Erasing, KeptText, SaveList, TypedBefore } from './history.parts.tsx'

export function historyPages(web: Web): void {
  const idOf = (c: WebContext): number => idFrom(c, 'id')

  web.get(paths.workHistory(':id'), async (c) => {
    const work = await openToEdit(c.get('ctx'), idOf(c))
    const asked = c.req.query('version')
    return asked === undefined ? showAll(c, work) : showOne(c, work, /^\d{1,9}$/.test(asked) ? Number(asked) : 0)
  })

  web.post(paths.workHistory(':id'), async (c) => {
    const version = Number((await readEntries(c)).get('version') ?? 0)
    const ctx = c.get('ctx')
    const save = await openSave(ctx, idOf(c), Number.isSafeInteger(version) ? version : 0)
    const cleaned = await c.get('texts').clean({ text: save.source, form: save.form, leave: save.leave })
    return pressed(
      c,
      () => restoreSave(ctx, idOf(c), save, cleaned),
      () => ({ to: paths.workHistory(idOf(c)), notice: `Save ${save.version} is the text again. Nothing is lost.` }),
    )
  })

  web.get(paths.workErasing(':id', ':version'), async (c) => {
    const ctx = c.get('ctx')
    const work = await openToEdit(ctx, idOf(c))
    const save = (await savesOf(ctx, work.id)).find(({ version }) => version === idFrom(c, 'version'))
    if (!save) throw isMissing('work')
    const main = <Erasing work={work} zone={zoneOf(c)} csrf={c.get('csrf')} save={save} />
    return showWorn(c, work, { title: `Erase save ${save.version}, ${work.fields.title}`, main })
  })

  web.post(paths.workErasing(':id', ':version'), async (c) => {
    const version = idFrom(c, 'version')
    return pressed(
      c,
      (ctx) => eraseSaveOf(ctx, idOf(c), version),
      () => ({ to: paths.workHistory(idOf(c)), notice: `Save ${version} is erased.` }),
    )
  })
}

const showWorn = async (c: WebContext, work: WorkToEdit, page: Page): Promise<Response> =>
  c.get('show')({ ...page, ...(await wornBy(c.get('ctx'), work.id)) })

/** Shown in the zone of whoever looks. */
const zoneOf = (c: WebContext): string => c.get('zone').name ?? 'UTC'

async function showAll(c: WebContext, work: WorkToEdit): Promise<Response> {
  const ctx = c.get('ctx')
  const common = { work, zone: zoneOf(c), csrf: c.get('csrf') }
  const saves = await savesOf(ctx, work.id)
  const corrections = await shownCorrections(ctx.db, work.id, saves)
  const typings = await typingsBefore(ctx, workPlace(work.id))
  const main = (
    <>
      <SaveList {...common} saves={saves} corrected={new Set(corrections.map(({ version }) => version))}>
        <CorrectionList {...common} work={work.id} corrections={corrections} />
      </SaveList>
      <TypedBefore typings={typings} zone={zoneOf(c)} />
    </>
  )
  return showWorn(c, work, { title: `History, ${work.fields.title}`, main })
}

/** Beside the save before it; or beside the text as it is now. */
async function showOne(c: WebContext, work: WorkToEdit, version: number): Promise<Response> {
  const ctx = c.get('ctx')
  const save = await openSave(ctx, work.id, version)
  const isNow = version === work.version
  const isToNow = c.req.query('against') === 'now' && !isNow
  const before = isToNow ? save : await openSaveBefore(ctx, work.id, version)
  const after = isToNow ? entriesOfWork(work) : entriesOfSave(save, work)
  const changed =
    before && (await unlessUnreadable(compare(c.get('texts'), ctx.db, entriesOfSave(before, work), after)))
  const against = isToNow ? 'What changed from this save to now' : `What changed since save ${before?.version ?? ''}`
  const common = { work, zone: zoneOf(c), csrf: c.get('csrf') }
  return showWorn(c, work, {
    title: `Save ${save.version}, ${work.fields.title}`,
    main: <KeptText {...common} {...{ save, isNow, changed, against }} />,
  })
}

/** What an early save did not keep is taken to have been as it is. */
const entriesOfSave = ({ fields, source, form, leave, around }: Saved, now: WorkToEdit): Entries =>
  entriesOfWork({
    fields,
    source,
    form,
    leave,
    ...(around ?? { tags: now.tags, places: now.places, audience: now.audience }),
  })

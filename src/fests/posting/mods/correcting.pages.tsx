// The page on which a mod puts the header of somebody else's piece right, and the button with which its writer puts it back.
import { settingOf } from '#src/fests/posting/composer/composing.form.ts'
import { correctPiece, putBack } from '#src/fests/posting/mods/correcting.ts'
import { correctedBy, correctingForm, headerEntries } from '#src/fests/posting/mods/correcting.form.ts'
import { Correcting } from '#src/fests/posting/mods/correcting.parts.tsx'
import { wornBy } from '#src/fests/posting/own/worn.ts'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { openToCorrect } from '#src/library/works/correcting/corrections.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'

export function correctingPages(web: Web): void {
  const idOf = (c: WebContext): number => idFrom(c, 'id')

  web.get(paths.workCorrection(':id'), async (c) => {
    const { db, viewer } = c.get('ctx')
    const work = await openToCorrect(c.get('ctx'), idOf(c))
    // Whoever may change all of it has a page for that.
    if (await mayEdit(db, await beholderOf(db, viewer), work.id)) return c.redirect(paths.workEdit(work.id), 303)
    return show(c, { entries: headerEntries(work), errors: new Map() })
  })

  web.post(paths.workCorrection(':id'), async (c) => {
    await openToCorrect(c.get('ctx'), idOf(c))
    return submitted(c, correctingForm, {
      async act(ctx, { line, ...said }, entries) {
        const now = await openToCorrect(ctx, idOf(c))
        const version = Number(entries.get('version') ?? 0)
        await correctPiece(ctx, idOf(c), {
          corrected: await correctedBy(ctx.db, now, said, await headerTemplateOf(ctx.db, now.community)),
          line,
          version,
        })
      },
      next: () => ({ to: paths.work(idOf(c)), notice: 'Put right. Its writer gets your line, and can put it back.' }),
      again: (again) => show(c, again),
    })
  })

  web.post(paths.workPuttingBack(':id'), async (c) => {
    const said = (await readEntries(c)).get('correction') ?? ''
    return pressed(
      c,
      (ctx) => putBack(ctx, idOf(c), /^\d{1,15}$/.test(said) ? Number(said) : 0),
      () => ({ to: paths.workHistory(idOf(c)), notice: 'It is as it was before. Nothing else has changed.' }),
    )
  })
}

async function show(c: WebContext, again: Again): Promise<Response> {
  const ctx = c.get('ctx')
  const { id, version, fields, community } = await openToCorrect(ctx, idFrom(c, 'id'))
  const fandoms = await listFandoms(ctx.db)
  const template = await headerTemplateOf(ctx.db, community)
  const setting = await settingOf(ctx.db, again.entries)
  return c.get('show')({
    title: `Put right: ${fields.title}`,
    main: (
      <Correcting
        {...{ again, fandoms, version, template, setting }}
        work={id}
        title={fields.title}
        csrf={c.get('csrf')}
      />
    ),
    status: statusOf(again),
    ...(await wornBy(ctx, id)),
  })
}

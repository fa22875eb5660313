// The page of a community's header template, for its mods alone; and the question before the house's is used again.
import type { Entries } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { pressed, readEntries, statusOf } from '#src/platform/web/forms.ts'
import { leaveNotice } from '#src/platform/web/notices.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { Kicker } from '#src/ui/prose.tsx'
import { entriesOfTemplate, readTemplate } from './header-template.form.ts'
import { TemplateEditor, TemplatePreview, withFields } from './header-template.parts.tsx'
import type { TemplateSaid } from './header-template.ts'
import { openHeaderTemplate, returnToHouseTemplate, saveHeaderTemplate } from './header-templates.ts'

export function headerTemplatePages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.get(paths.headerTemplate(':community'), (c) => show(c, { again: { entries: new Map(), errors: new Map() } }))

  web.post(paths.headerTemplate(':community'), async (c) => {
    const ctx = c.get('ctx')
    await openHeaderTemplate(ctx, slugOf(c))
    const entries = await readEntries(c)
    const read = readTemplate(entries, await fandomIds(c))
    if ('errors' in read) return show(c, { again: { entries, errors: read.errors } })
    if (entries.get('do') === 'preview') return show(c, { again: { entries, errors: new Map() }, preview: read.value })
    try {
      await saveHeaderTemplate(ctx, slugOf(c), versionIn(entries), read.value)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'missing') throw error
      return show(c, { again: { entries, errors: new Map(), refusal: error } })
    }
    leaveNotice(c, 'The header template is saved. New pieces are asked for by it.')
    return c.redirect(paths.headerTemplate(slugOf(c)), 303)
  })

  web.get(paths.houseHeaderTemplate(':community'), async (c) => {
    const { community, version, isOwn } = await openHeaderTemplate(c.get('ctx'), slugOf(c))
    if (!isOwn) return c.redirect(paths.headerTemplate(community.slug), 303)
    const props = { slug: community.slug, name: community.name, version, csrf: c.get('csrf') }
    return c.get('show')({
      title: `Back to the house’s template, ${community.name}`,
      main: <BackToTheHouse {...props} />,
      here: paths.community(community.slug),
    })
  })

  web.post(paths.houseHeaderTemplate(':community'), async (c) => {
    const version = versionIn(await readEntries(c))
    return pressed(
      c,
      (ctx) => returnToHouseTemplate(ctx, slugOf(c), version),
      () => ({ to: paths.headerTemplate(slugOf(c)), notice: 'The house’s template is used again.' }),
    )
  })

  const fandomIds = async (c: WebContext): Promise<number[]> => (await listFandoms(c.get('ctx').db)).map(({ id }) => id)

  const show = async (c: WebContext, { again, preview }: Showing): Promise<Response> => {
    const ctx = c.get('ctx')
    const { community, template, isOwn, version } = await openHeaderTemplate(ctx, slugOf(c))
    const fandoms = await listFandoms(ctx.db)
    const order = template.fields.map(({ name }) => name)
    const typed = again.entries.size > 0
    const main = (
      <>
        <Kicker>{community.name}</Kicker>
        <h1>The header template</h1>
        <Said isOwn={isOwn} />
        {again.refusal ? <RefusalSlip sentence={again.refusal.sentence} /> : null}
        <ErrorSummary errors={again.refusal ? new Map() : withFields(again.errors, order)} />
        {preview ? <TemplatePreview template={{ ...preview, adultBefore: [] }} fandoms={fandoms} of="typed" /> : null}
        {again.refusal ? <TemplatePreview template={template} fandoms={fandoms} of="saved" /> : null}
        <TemplateEditor
          state={typed ? again : { entries: entriesOfTemplate(template), errors: again.errors }}
          order={preview ? preview.fields.map(({ name }) => name) : order}
          fandoms={fandoms}
          // Whoever has been told of the change may save over it; a preview tells nobody of anything.
          version={typed && !again.refusal ? versionIn(again.entries) : version}
          to={paths.headerTemplate(community.slug)}
          csrf={c.get('csrf')}
          back={{ to: paths.community(community.slug), name: community.name }}
          toHouse={isOwn ? paths.houseHeaderTemplate(community.slug) : undefined}
        />
      </>
    )
    return c.get('show')({
      title: `Header template, ${community.name}`,
      main,
      status: statusOf(again),
      here: paths.community(community.slug),
    })
  }
}

type Showing = { readonly again: Again; readonly preview?: TemplateSaid }

const versionIn = (entries: Entries): number => {
  const typed = entries.get('version') ?? ''
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

function Said({ isOwn }: { readonly isOwn: boolean }) {
  return (
    <p class="lede">
      What writers are asked for when they post. A field that is <i>asked</i> stands in front; one that is <i>wanted</i>{' '}
      is also named as still open while it is empty; the others are <i>folded away</i>. No field keeps anybody from
      posting.{isOwn ? '' : ' So far this is the house’s template.'}
    </p>
  )
}

type BackProps = { readonly slug: string; readonly name: string; readonly version: number; readonly csrf: string }

function BackToTheHouse({ slug, name, version, csrf }: BackProps) {
  return (
    <>
      <Kicker>{name}</Kicker>
      <h1>Back to the house’s template?</h1>
      <p class="lede">
        The order of the fields, the lists and the defaults of {name} go, and new pieces are asked for as the house does
        it. Pieces that are in keep what they say, and those for adults stay so.
      </p>
      <Form to={paths.houseHeaderTemplate(slug)} csrf={csrf} keep={{ version: String(version) }}>
        <Buttons>
          <Button look="plain" tone="alarm">
            Use the house’s template
          </Button>
          <ButtonLink to={paths.headerTemplate(slug)} look="plain">
            Keep our own
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

// The page on which mods say what their community is, how one joins and who posts.
import { Refusal } from '#src/kit/refusal.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { zoneChoices } from '#src/platform/web/where.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { type Community, findCommunity, mustMod } from '../communities.ts'
import { settingsForm } from './settings.form.ts'
import { changeCommunity, type KeptRules, rulesToEdit } from './settings.ts'

export function settingsPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const community = await findCommunity(ctx.db, slugOf(c))
    await mustMod(ctx.db, community.id, ctx.viewer)
    const kept = { ...again, entries: entriesOf(community, await rulesToEdit(ctx, community.id)) }
    const props = { community, again: again.entries.size > 0 ? again : kept, csrf: c.get('csrf') }
    return c.get('show')({
      title: `Settings, ${community.name}`,
      main: <Settings {...props} zones={zoneChoices(ctx.now())} />,
      status: statusOf(again),
      here: paths.community(community.slug),
    })
  }

  web.get(paths.communitySettings(':community'), (c) => show(c, asFirst))

  web.post(paths.communitySettings(':community'), (c) =>
    submitted(c, settingsForm, {
      async act(ctx, said) {
        // Before a text is read: reading is work, and only mods may ask for it here.
        await mustMod(ctx.db, (await findCommunity(ctx.db, slugOf(c))).id, ctx.viewer)
        const rules = await cleanRules(c.get('texts'), said.rules)
        return changeCommunity(ctx, slugOf(c), { ...said, rules })
      },
      next: ({ slug }) => ({ to: paths.communitySettings(slug), notice: 'Saved.' }),
      again: (again) => show(c, again),
    }),
  )
}

async function cleanRules(texts: Texts, source: string): Promise<KeptRules> {
  if (source.trim() === '') return { source: '', html: '', sanitiserVersion: 0 }
  try {
    const { html, sanitiserVersion } = await texts.clean({ text: source, form: 'markdown' })
    return { source, html, sanitiserVersion }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('text/')) throw error
    throw new Refusal(error.kind, error.code, error.sentence, { about: 'rules' })
  }
}

const entriesOf = (community: Community, rules: string): Again['entries'] =>
  new Map([
    ['name', community.name],
    ['about', community.about],
    ['rules', rules],
    ['joining', community.joining],
    ['posting', community.posting],
    ['zone', community.timeZone],
  ])

type SettingsProps = {
  readonly community: Community
  readonly again: Again
  readonly csrf: string
  readonly zones: ReturnType<typeof zoneChoices>
}

function Settings({ community, again, csrf, zones }: SettingsProps) {
  const { slug, name } = community
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.community(slug)}>{name}</a>}
        title="Settings"
        actions={<ButtonForm to={paths.invitations(slug)} csrf={csrf} label="Invite somebody" look="plain" />}
      />
      {again.refusal && again.errors.size === 0 ? (
        <RefusalSlip sentence={again.refusal.sentence} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      <div class="two">
        <Form to={paths.communitySettings(slug)} csrf={csrf} isLong>
          <FormFields form={settingsForm} state={again} lists={{ zone: zones }} />
          <Buttons>
            <Button>Save</Button>
          </Buttons>
        </Form>
        <section>
          <Head title="Also here" />
          <ul class="stack">
            <li>
              <a href={paths.members(slug)}>Members, mods and requests</a>
            </li>
            <li>
              <a href={paths.announcements(slug)}>Announcements</a>
            </li>
            <li>
              <a href={paths.desk(slug)}>The desk</a>
            </li>
            <li>
              <a href={paths.headerTemplate(slug)}>Header template</a>
            </li>
            <li>
              <a href={paths.deletedRounds(slug)}>Deleted rounds</a>
            </li>
          </ul>
        </section>
      </div>
    </>
  )
}

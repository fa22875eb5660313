// The links of a demo: a page with one button that lets one in as somebody, and the press of it. They work for as long as the demo stands.
import type { Child } from 'hono/jsx'
import type { DemoSetting, Part } from '#src/demo/demo-setting.ts'
import { callGuise, type Guise, guiseIn, guiseOf, sayGuise } from '#src/demo/demo-words.ts'
import { DemoStrip } from '#src/demo/strip.parts.tsx'
import { isMissing } from '#src/kit/refusal.ts'
import { openSession, SESSION_DAYS, signOut } from '#src/people/accounts/sign-in.ts'
import type { Ctx } from '#src/platform/context.ts'
import { readEntries } from '#src/platform/web/forms.ts'
import { leaveNotice } from '#src/platform/web/notices.ts'
import { isSameSecret } from '#src/platform/tokens.ts'
import { demoKeyOf, keepDemoKey, letIn, letOut } from '#src/platform/web/visits.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'

/** What the application is given of a demo. */
export type DemoParts = {
  readonly pages: (web: Web) => void
  /** Stands above every page. */
  readonly strip: (c: WebContext) => Child
}

export const demoPages = (setting: DemoSetting) => (web: Web) => {
  const at = paths.demo(':key', ':part')

  web.get(at, (c) => {
    const guise = guiseFor(c, setting)
    const name = callGuise(setting, guise)
    return c.get('show')({
      title: `Come in as ${name}`,
      main: <ComeIn setting={setting} guise={guise} csrf={c.get('csrf')} />,
    })
  })

  web.post(at, async (c) => {
    const guise = guiseFor(c, setting)
    const back = (await readEntries(c)).get('back')
    await become(c, setting, guise)
    keepDemoKey(c, setting.key)
    leaveNotice(c, guise === 'guest' ? 'You are a guest now.' : `You are ${setting.people[guise].name} now.`)
    return c.redirect(isForAll(back) ? back : firstPageOf(setting, guise), 303)
  })
}

/** A wrong key and an unknown word are told apart from nothing: there is no such page. */
function guiseFor(c: WebContext, { key }: DemoSetting): Guise {
  const guise = guiseIn(c.req.param('part'))
  if (guise === undefined || !isSameSecret(c.req.param('key') ?? '', key)) throw isMissing('page')
  return guise
}

/** Whoever one was is signed out first. */
async function become(c: WebContext, setting: DemoSetting, guise: Guise): Promise<void> {
  const ctx = c.get('ctx')
  await signOut(ctx)
  if (guise === 'guest') return letOut(c)
  letIn(c, await comeInAs(ctx, setting, guise, c.req.header('user-agent') ?? ''), SESSION_DAYS)
}

const comeInAs = (ctx: Ctx, { people }: DemoSetting, part: Part, device: string): Promise<string> =>
  openSession(ctx, people[part].account, device)

/** Pages that everybody may see, so that one comes back to where one was; desks and drafts are somebody's own. */
const isForAll = (path: string | undefined): path is string =>
  path !== undefined &&
  /^\/(?:c\/[\w-]+(?:\/rounds\/[\w-]+(?:\/masterlist)?)?|works\/\d+|fandoms(?:\/[\w-]+(?:\/works)?)?)?$/.test(path)

function firstPageOf({ round }: DemoSetting, guise: Guise): string {
  if (guise === 'writer') return paths.mine
  return guise === 'mod' ? paths.desk(round.community) : paths.home
}

/** What stands above every page. Guests who came by no link read the same, so that their pages can be kept. */
export function demoStrip(c: WebContext, setting: DemoSetting) {
  const { viewer } = c.get('ctx')
  return (
    <DemoStrip
      setting={setting}
      guise={guiseOf(setting, viewer.kind === 'person' ? viewer.account : undefined)}
      mayChange={isSameSecret(demoKeyOf(c) ?? '', setting.key)}
      csrf={c.get('csrf')}
      back={c.req.path}
    />
  )
}

type ComeInProps = { readonly setting: DemoSetting; readonly guise: Guise; readonly csrf: string }

function ComeIn({ setting, guise, csrf }: ComeInProps) {
  const name = callGuise(setting, guise)
  const who = guise === 'guest' ? 'A guest' : setting.people[guise].name
  return (
    <>
      <TitleLeaf kicker="A demo" title={`Come in as ${name}`} says={`${who} ${sayGuise[guise]}`} />
      <p>
        Everything here is invented, so try whatever you like; and above every page you can change to somebody else.
      </p>
      <ButtonForm to={paths.demo(setting.key, guise)} csrf={csrf} label={`Come in as ${name}`} />
    </>
  )
}

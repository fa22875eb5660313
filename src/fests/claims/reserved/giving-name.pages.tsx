// The mods' list of names without an account, the link that gives one to its person, and the page that the link opens.
import { sayCount, sayList } from '#src/kit/date-words.ts'
import { joinUnderForm } from '#src/people/accounts/accounts.form.ts'
import { JoinUnder } from '#src/people/accounts/names/joining-under.parts.tsx'
import { openSession, SESSION_DAYS } from '#src/people/accounts/sign-in.ts'
import { deviceOf, placeFrom } from '#src/people/accounts/tries.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { CopyAddress } from '#src/ui/copy-out.tsx'
import { ButtonForm, ButtonLink, Buttons } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import {
  type GivenName,
  giveName,
  joinByNameLink,
  listReservedNames,
  type NameToTake,
  type ReservedNames,
  seeNameToTake,
  takeNameOver,
} from './giving-name.ts'

/** So many tries to make an account with one link, which makes one. */
const ACCOUNTS = { tries: 5, perSeconds: 86_400 }

export function givingNamePages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.get(paths.reservedNames(':community'), async (c) => {
    const kept = await listReservedNames(c.get('ctx'), slugOf(c))
    const main = <Reserved {...kept} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Names without an account', main, here: paths.community(slugOf(c)) })
  })

  web.post(paths.reservedNameLink(':community', ':name'), async (c) => {
    const given = await giveName(c.get('ctx'), slugOf(c), idFrom(c, 'name'))
    const address = new URL(asking(paths.nameTakingOver, { link: given.link }), originOf(c))
    const main = <LinkForName given={given} address={address.href} />
    return c.get('show')({ title: `A link for ${given.name}`, main, here: paths.community(slugOf(c)) })
  })

  const linkOf = (c: WebContext): string => c.req.query('link') ?? ''
  const backHere = (c: WebContext): string => asking(paths.nameTakingOver, { link: linkOf(c) })

  web.get(paths.nameTakingOver, async (c) => {
    const ctx = c.get('ctx')
    const name = await seeNameToTake(ctx, linkOf(c))
    const props = { name, here: backHere(c), link: linkOf(c), csrf: c.get('csrf') }
    const main = <TakeOver {...props} isSignedIn={ctx.viewer.kind === 'person'} />
    return c.get('show')({ title: `Is ${name.name} you?`, main })
  })

  web.post(paths.nameTakingOver, (c) =>
    pressed(
      c,
      (ctx) => takeNameOver(ctx, linkOf(c)),
      ({ name }) => ({ to: paths.mine, notice: `${name} is yours, with its days and works.` }),
    ),
  )

  const showJoining = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const { name } = await seeNameToTake(ctx, linkOf(c))
    const to = asking(paths.nameJoining, { link: linkOf(c) })
    const props = { name, again, to, back: backHere(c), zones: zoneChoices(ctx.now()), csrf: c.get('csrf') }
    return c.get('show')({ title: 'Make an account', main: <JoinUnder {...props} />, status: statusOf(again) })
  }

  web.get(paths.nameJoining, (c) => showJoining(c, asFirst))

  web.post(paths.nameJoining, (c) =>
    submitted(c, joinUnderForm, {
      async act(ctx, person) {
        c.get('rates').take(`account by name link ${linkOf(c)}`, ACCOUNTS, ctx.now())
        return openSession(ctx, await joinByNameLink(ctx, linkOf(c), person), deviceOf(c), placeFrom(c))
      },
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return {
          to: paths.mine,
          notice: 'Welcome. You have an account now, and the name is yours with its days and works.',
        }
      },
      again: (again) => showJoining(c, again),
    }),
  )
}

/** As the browser that asked knows us. */
const originOf = (c: WebContext): string =>
  `${c.get('isSecure') ? 'https' : 'http'}://${c.req.header('host') ?? 'localhost'}`

function Reserved({ community, names, csrf }: ReservedNames & { readonly csrf: string }) {
  const { slug, name } = community
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.members(slug)}>Members of {name}</a>}
        title="Names without an account"
        says="Mods have entered these people, or they have taken a day without an account. Each can take their name over, with its days and works."
      />
      {names.length === 0 ? (
        <Empty says="Nobody stands here without an account." />
      ) : (
        <section>
          <Head title="In this community" aside="by name" />
          {names.map((each) => (
            <Entry title={<span dir="auto">{each.name}</span>} by={`· ${whatStands(each)}`}>
              <div class="row">
                <ButtonForm
                  to={paths.reservedNameLink(slug, each.id)}
                  csrf={csrf}
                  label="Give this name to its person"
                  about={each.name}
                  look="plain"
                  size="small"
                />
              </div>
            </Entry>
          ))}
        </section>
      )}
    </>
  )
}

const whatStands = ({ days, works }: { readonly days: number; readonly works: number }): string =>
  sayList([
    ...(days > 0 ? [sayCount(days, 'day', 'days')] : []),
    ...(works > 0 || days === 0 ? [sayCount(works, 'work', 'works')] : []),
  ])

function LinkForName({ given: { community, name }, address }: { given: GivenName; address: string }) {
  return (
    <>
      <h1>A link for {name}</h1>
      <p class="lede">
        Send it to the person whose name this is. Signed in, they can make the name their own, with its days and works.
        It works once, within fourteen days.
      </p>
      <CopyAddress label="The link" text={address} />
      <p class="soft small">
        It is shown only now. A new one makes this one useless. Whoever has it can become {name}, so send it to nobody
        else.
      </p>
      <Buttons>
        <ButtonLink to={paths.reservedNames(community.slug)} look="plain">
          Names without an account
        </ButtonLink>
      </Buttons>
    </>
  )
}

type TakeOverProps = {
  readonly name: NameToTake
  readonly here: string
  readonly link: string
  readonly isSignedIn: boolean
  readonly csrf: string
}

function TakeOver({ name, here, link, isSignedIn, csrf }: TakeOverProps) {
  return (
    <>
      <TitleLeaf kicker={name.home.name} title={`Is ${name.name} you?`} />
      <p class="lede">
        The mods have kept this name for you: {whatStands(name)}. Make it yours, and you look after all of it yourself.
        Dates stay as they are, and the mods no longer post or change anything for you.
      </p>
      {isSignedIn ? (
        <>
          <p>
            It becomes one more of <a href={paths.accountNames}>your names</a>; nobody sees that your other names are
            yours too. If you are not in {name.home.name} yet, you are a member with it.
          </p>
          <div class="row">
            <ButtonForm to={here} csrf={csrf} label={`${name.name} is me`} />
          </div>
        </>
      ) : (
        <SignInFirst here={here} link={link} />
      )}
    </>
  )
}

function SignInFirst({ here, link }: Pick<TakeOverProps, 'here' | 'link'>) {
  return (
    <>
      <p>Sign in, and it becomes one more of your names; or make an account, and it is your first.</p>
      <div class="row">
        <ButtonLink to={asking(paths.signIn, { back: here })}>Sign in</ButtonLink>
        <ButtonLink to={asking(paths.nameJoining, { link })} look="plain">
          Make an account
        </ButtonLink>
      </div>
    </>
  )
}

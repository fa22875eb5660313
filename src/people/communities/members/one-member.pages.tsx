// One member as a mod sees them: making and unmaking a mod, approving for posting, removing.
import { sayDayLong } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { isMissing } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import { asFirst, pressed, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { type Community, membershipOf } from '../communities.ts'
import { removingForm } from './members.form.ts'
import { approveMember, makeMod, type Member, openMember, removeMember, unmakeMod } from './members.ts'

type Deed = {
  readonly run: (ctx: Ctx, slug: string, id: number) => Promise<Member>
  readonly notice: (name: string) => string
}

const deeds: Readonly<Record<string, Deed>> = {
  'make-mod': { run: makeMod, notice: (name) => `${name} is a mod now, and is told.` },
  'unmake-mod': { run: unmakeMod, notice: (name) => `${name} is a member and no longer a mod.` },
  approve: { run: (...at) => approveMember(...at, true), notice: (name) => `${name} may post now, and is told.` },
  unapprove: {
    run: (...at) => approveMember(...at, false),
    notice: (name) => `${name} may no longer post, and is told.`,
  },
}

export function oneMemberPages(web: Web): void {
  const at = (c: WebContext): [slug: string, id: number] => [c.req.param('community') ?? '', idFrom(c, 'id')]

  web.get(paths.member(':community', ':id'), async (c) => {
    const ctx = c.get('ctx')
    const { community, member } = await openMember(ctx, ...at(c))
    const isMe = (await membershipOf(ctx.db, community.id, ctx.viewer))?.id === member.id
    const since = sayDayLong(dayAt(member.since, c.get('zone').name ?? community.timeZone))
    const main = <OneMember {...{ community, member, isMe, since }} csrf={c.get('csrf')} />
    return c.get('show')({ title: `${member.name}, ${community.name}`, main, here: paths.community(community.slug) })
  })

  web.post(paths.member(':community', ':id'), async (c) => {
    const deed = deeds[(await readEntries(c)).get('do') ?? '']
    if (!deed) throw isMissing('page')
    return pressed(
      c,
      (ctx) => deed.run(ctx, ...at(c)),
      ({ name }) => ({ to: paths.members(at(c)[0]), notice: deed.notice(name) }),
    )
  })

  const showRemoval = async (c: WebContext, again: Again): Promise<Response> => {
    const { community, member } = await openMember(c.get('ctx'), ...at(c))
    const main = <Removal {...{ community, member, again }} csrf={c.get('csrf')} />
    const here = paths.community(community.slug)
    return c.get('show')({ title: `Remove ${member.name}`, main, here, status: statusOf(again) })
  }

  web.get(paths.memberRemoval(':community', ':id'), (c) => showRemoval(c, asFirst))

  web.post(paths.memberRemoval(':community', ':id'), (c) =>
    submitted(c, removingForm, {
      act: (ctx, { back, line }) => removeMember(ctx, ...at(c), { mayComeBack: back === 'yes', line }),
      next: ({ name }) => ({ to: paths.members(at(c)[0]), notice: `${name} is no longer a member, and is told.` }),
      again: (again) => showRemoval(c, again),
    }),
  )
}

type OneProps = {
  readonly community: Community
  readonly member: Member
  readonly isMe: boolean
  readonly since: string
  readonly csrf: string
}

function OneMember(props: OneProps) {
  const { community, member, since } = props
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.members(community.slug)}>Members of {community.name}</a>}
        title={member.name}
        says={`${member.role === 'mod' ? 'A mod' : 'A member'}, in since ${since}`}
      />
      {props.isMe ? null : <Writing {...props} />}
      <AsMod {...props} />
      {community.posting === 'approved' && member.role === 'member' ? <Posting {...props} /> : null}
      <section class="stack">
        <Head title="Removing" />
        {member.role === 'mod' ? (
          <p>A mod is not removed; that they are a mod is taken back first.</p>
        ) : (
          <p class="row">
            <ButtonLink to={paths.memberRemoval(community.slug, member.id)} look="plain">
              Remove {member.name}
            </ButtonLink>
          </p>
        )}
      </section>
    </>
  )
}

function Writing({ community, member }: OneProps) {
  return (
    <section class="stack">
      <Head title="Writing" />
      <p>They read your letter, and answer, on a page that every mod sees too. Nobody sees an address.</p>
      <p class="row">
        <ButtonLink to={paths.memberLetter(community.slug, member.id)} look="plain">
          Write to {member.name}
        </ButtonLink>
      </p>
    </section>
  )
}

function AsMod({ community, member, isMe, csrf }: OneProps) {
  const to = paths.member(community.slug, member.id)
  const isMod = member.role === 'mod'
  const label = isMod ? (isMe ? 'Lay it down' : 'Take it back') : `Make ${member.name} a mod`
  return (
    <section class="stack">
      <Head title="Being a mod" />
      <p>
        {isMod
          ? 'They stay a member. A community has at least one mod.'
          : 'Every mod is as much a mod as every other: they plan rounds, answer requests, and make and unmake mods.'}
      </p>
      <ButtonForm to={to} csrf={csrf} fields={{ do: isMod ? 'unmake-mod' : 'make-mod' }} label={label} look="plain" />
    </section>
  )
}

function Posting({ community, member, csrf }: OneProps) {
  const to = paths.member(community.slug, member.id)
  const { isApproved } = member
  return (
    <section class="stack">
      <Head title="Posting" />
      <p>
        {isApproved
          ? 'They may take days and post on free-for-all days.'
          : 'They may not yet take days or post on free-for-all days.'}
      </p>
      <ButtonForm
        to={to}
        csrf={csrf}
        fields={{ do: isApproved ? 'unapprove' : 'approve' }}
        label={isApproved ? 'Take that back' : 'Let them post'}
        look="plain"
      />
    </section>
  )
}

type RemovalProps = Pick<OneProps, 'community' | 'member' | 'csrf'> & { readonly again: Again }

function Removal({ community, member, again, csrf }: RemovalProps) {
  return (
    <>
      <h1>Remove {member.name}</h1>
      <p class="lede">
        They are told. Days that they hold and whose pieces are not in yet are given back. Their pieces stay: they can
        take them down, and can no longer change those that are up.
      </p>
      {again.refusal && again.errors.size === 0 ? (
        <RefusalSlip sentence={again.refusal.sentence} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      <Form to={paths.memberRemoval(community.slug, member.id)} csrf={csrf}>
        <FormFields form={removingForm} state={again} />
        <Buttons>
          <Button tone="alarm">Remove {member.name}</Button>
          <ButtonLink to={paths.member(community.slug, member.id)} look="plain">
            Keep them in
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

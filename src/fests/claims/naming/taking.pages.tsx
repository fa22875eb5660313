// Taking a day where somebody has several names: which of them it is for.
import { findDay, findRound } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { asFirst } from '#src/platform/web/forms.ts'
import { membershipOf } from '#src/people/communities/communities.ts'
import { namesToChoose } from '#src/people/communities/names/names-in.ts'
import type { Choice } from '#src/kit/form.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom, roundWhere } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { claimForm } from '../claims.form.ts'

export function takingPages(web: Web): void {
  web.get(paths.dayTaking(':community', ':round', ':day'), async (c) => {
    const ctx = c.get('ctx')
    if (ctx.viewer.kind !== 'person') return c.redirect(asking(paths.signIn, { back: c.req.path }), 303)
    const where = roundWhere(c)
    const { round, community } = await findRound(ctx, where.community, where.round)
    const day = await findDay(ctx.db, round.id, idFrom(c, 'day'))
    const usual = (await membershipOf(ctx.db, community.id, ctx.viewer))?.penName
    const names = await namesToChoose(ctx.db, ctx.viewer, usual)
    const main = (
      <Taking
        title={`Take ${sayDay(day.on)}`}
        round={round.name}
        to={paths.claims(where.community, where.round)}
        back={paths.round(where.community, where.round)}
        day={day.id}
        names={names.map(({ id, name }) => ({ value: String(id), label: name }))}
        csrf={c.get('csrf')}
      />
    )
    return c.get('show')({
      title: `Take ${sayDay(day.on)}`,
      ink: round.ink,
      main,
      here: paths.community(where.community),
    })
  })
}

type TakingProps = {
  readonly title: string
  readonly round: string
  readonly to: string
  readonly back: string
  readonly day: number
  readonly names: readonly Choice[]
  readonly csrf: string
}

function Taking({ title, round, to, back, day, names, csrf }: TakingProps) {
  const state = { ...asFirst, entries: new Map([['under', names[0]?.value ?? '']]) }
  return (
    <>
      <TitleLeaf
        kicker={round}
        title={title}
        says="The calendar shows the name you choose, and nothing of your others."
      />
      <Form to={to} csrf={csrf} keep={{ day: String(day) }}>
        {names.length === 0 ? null : (
          <FormFields form={claimForm} state={state} only={['under']} lists={{ under: names }} />
        )}
        <Buttons>
          <Button>Take this day</Button>
          <ButtonLink to={back} look="quiet">
            Back to the calendar
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

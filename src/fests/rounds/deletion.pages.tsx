// Deleting a round, on a page of its own that asks once more; and the mods' list of those that can be brought back.
import { sayMoment } from '#src/kit/date-words.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonForm, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Empty, Kicker } from '#src/ui/prose.tsx'
import { bringRoundBack, type DeletedRound, deleteRound, KEPT_DAYS, keptUntil, listDeletedRounds } from './deletion.ts'
import { findRound } from './rounds.ts'

export function deletionPages(web: Web): void {
  web.get(paths.roundDeletion(':community', ':round'), async (c) => {
    const where = roundWhere(c)
    const { community, round } = await findRound(c.get('ctx'), where.community, where.round)
    await mustMod(c.get('ctx').db, community.id, c.get('ctx').viewer)
    const props = {
      name: round.name,
      to: paths.roundDeletion(community.slug, round.slug),
      back: paths.round(community.slug, round.slug),
    }
    const main = <Deletion {...props} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Delete ${round.name}`, ink: round.ink, main, here: paths.community(community.slug) })
  })

  web.post(paths.roundDeletion(':community', ':round'), (c) => {
    const where = roundWhere(c)
    return pressed(
      c,
      (ctx) => deleteRound(ctx, where.community, where.round),
      (round) => ({
        to: paths.deletedRounds(where.community),
        notice: `${round.name} is deleted. For ${KEPT_DAYS} days it can be brought back here.`,
      }),
    )
  })

  web.get(paths.deletedRounds(':community'), async (c) => {
    const ctx = c.get('ctx')
    const { community, rounds } = await listDeletedRounds(ctx, roundWhere(c).community)
    const zone = c.get('zone').name ?? community.timeZone
    const rows = rounds.map((round) => ({ round, until: sayMoment(keptUntil(round), zone) }))
    const main = (
      <DeletedRounds
        name={community.name}
        back={paths.community(community.slug)}
        to={paths.deletedRounds(community.slug)}
        rows={rows}
        csrf={c.get('csrf')}
      />
    )
    return c.get('show')({ title: 'Deleted rounds', main, here: paths.community(community.slug) })
  })

  web.post(paths.deletedRounds(':community'), async (c) => {
    const id = Number((await readEntries(c)).get('round') ?? 0)
    const { community } = roundWhere(c)
    return pressed(
      c,
      (ctx) => bringRoundBack(ctx, community, Number.isSafeInteger(id) ? id : 0),
      (round) => ({ to: paths.round(community, round.slug), notice: `${round.name} is back, with everything in it.` }),
    )
  })
}

type DeletionProps = { readonly name: string; readonly to: string; readonly back: string; readonly csrf: string }

function Deletion({ name, to, back, csrf }: DeletionProps) {
  return (
    <>
      <h1>Delete {name}</h1>
      <p class="lede">
        The round, its days and every claim on them disappear for everybody at once. For {KEPT_DAYS} days a mod can
        bring it all back; after that it is erased.
      </p>
      <Form to={to} csrf={csrf}>
        <Buttons>
          <Button look="plain" tone="alarm">
            Delete this round
          </Button>
          <ButtonLink to={back} look="plain">
            Keep it
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

type DeletedRoundsProps = {
  readonly name: string
  readonly back: string
  readonly to: string
  readonly csrf: string
  readonly rows: readonly { readonly round: DeletedRound; readonly until: string }[]
}

function DeletedRounds({ name, back, to, csrf, rows }: DeletedRoundsProps) {
  return (
    <>
      <Kicker>{name}</Kicker>
      <h1>Deleted rounds</h1>
      {rows.length === 0 ? <Empty says="Nothing has been deleted in the last thirty days." /> : null}
      {rows.map(({ round, until }) => (
        <section class="entry">
          <h2 class="entry__title">{round.name}</h2>
          <p class="soft small">Will be erased on {until}</p>
          <ButtonForm
            to={to}
            csrf={csrf}
            fields={{ round: String(round.id) }}
            label="Bring it back"
            about={round.name}
            look="plain"
            size="small"
          />
        </section>
      ))}
      <p class="row">
        <a href={back}>Back to {name}</a>
      </p>
    </>
  )
}

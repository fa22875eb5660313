// On the desk, what waits for a mod: pieces that could go up, days given back, and what mods decided lately and can lift.
import type { Child } from 'hono/jsx'
import { sayCount, sayDayShort, sayMoment } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import type { Looking } from './desk.parts.tsx'
import type { Desk, RoundOnDesk } from './desk-shown.ts'

/** `letters` are those of the whole community, said beside its first round. */
export function Waiting({ on, letters, looking }: { on: RoundOnDesk; letters: number; looking: Looking }) {
  const { home, waiting, unconfirmed, givenBack } = on
  const { community, round } = home
  return (
    <section>
      <Head title="Waits for you" id={`waits-${round.id}`} />
      {waiting.length + unconfirmed.length + givenBack.length + letters === 0 ? (
        <Empty says="Nothing waits for a mod." />
      ) : (
        <ul class="desk__list">
          {letters === 0 ? null : (
            <Item
              says={`${sayCount(letters, 'letter waits', 'letters wait')} for an answer.`}
              next={<a href={paths.letters(community.slug)}>Read and answer</a>}
            />
          )}
          {waiting.map(({ claim }) => (
            <Item
              says={
                <>
                  A piece by <b>{claim.name}</b> for {sayDayShort(claim.on)} waits for the next free-for-all day.
                </>
              }
              next={
                <ButtonForm
                  to={paths.claimLettingThrough(community.slug, round.slug, claim.id)}
                  csrf={looking.csrf}
                  label="Let it through"
                  about={`by ${claim.name}`}
                  look="plain"
                  size="small"
                />
              }
            />
          ))}
          <Unconfirmed on={on} looking={looking} />
          {givenBack.map(({ row: { claim }, by, at }) => (
            <Item
              says={
                <>
                  {sayDayShort(claim.on)} was given back by <b>{by}</b>
                  {by === claim.name ? '' : `, for ${claim.name}`} <When at={at} looking={looking} />
                </>
              }
              next={
                <a href={paths.claim(community.slug, round.slug, claim.id)}>
                  Open<span class="hush">, {sayDayShort(claim.on)}</span>
                </a>
              }
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Whom nobody confirms loses the day by the clock, so it is said where mods look first. */
function Unconfirmed({ on: { home, unconfirmed }, looking }: { on: RoundOnDesk; looking: Looking }) {
  const { community, round } = home
  return (
    <>
      {unconfirmed.map(({ claim, held }) => (
        <Item
          says={
            <>
              <b>{claim.name}</b> has taken {sayDayShort(claim.on)} without an account: {held?.words}.
            </>
          }
          next={
            <ButtonForm
              to={paths.claimConfirming(community.slug, round.slug, claim.id)}
              csrf={looking.csrf}
              label="Confirm"
              about={`${claim.name}, ${sayDayShort(claim.on)}`}
              look="plain"
              size="small"
            />
          }
        />
      ))}
    </>
  )
}

/** About the community's pieces, of whichever round. */
export function Decided({ desk, looking }: { desk: Desk; looking: Looking }) {
  const { rulings, corrections } = desk
  if (rulings.length + corrections.length === 0) return null
  return (
    <section>
      <Head title="What mods decided" />
      <ul class="desk__list">
        {rulings.map(({ kind, card, reason, by, madeAt }) => (
          <Item
            says={
              <>
                <i dir="auto">{card.title}</i> {kind === 'hidden' ? 'is hidden' : 'does not count for its day'}, says{' '}
                <b>{by ?? 'a mod'}</b>: {reason} <When at={madeAt} looking={looking} />
              </>
            }
            next={
              <a href={paths.work(card.id)}>
                Look at it<span class="hush">, {card.title}</span>
              </a>
            }
          />
        ))}
        {corrections.map(({ card, by, madeAt, putBackAt }) => (
          <Item
            says={
              <>
                The header of <i dir="auto">{card.title}</i> was corrected by <b>{by ?? 'a mod'}</b>
                {putBackAt === null ? '.' : '; its writer has put it back.'} <When at={madeAt} looking={looking} />
              </>
            }
            next={
              <a href={paths.work(card.id)}>
                Look at it<span class="hush">, {card.title}</span>
              </a>
            }
          />
        ))}
      </ul>
    </section>
  )
}

const Item = ({ says, next }: { says: Child; next: Child }) => (
  <li>
    <p>{says}</p>
    <div class="row">{next}</div>
  </li>
)

const When = ({ at, looking }: { at: Parameters<typeof sayMoment>[0]; looking: Looking }) => (
  <span class="small soft">{sayMoment(at, looking.zone)}</span>
)

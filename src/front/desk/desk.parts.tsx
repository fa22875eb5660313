// The desk as a page: the round at the left, by day; what waits for a mod at the right.
import { sayCount, sayDay, sayDayLong } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { Tally, TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { WhatComes, WhatWasDone } from './desk-clock.parts.tsx'
import type { Desk, RoundOnDesk } from './desk-shown.ts'
import { Claims } from './desk-table.parts.tsx'
import { Decided, Waiting } from './desk-waiting.parts.tsx'

export type Looking = { readonly now: Instant; readonly zone: string; readonly csrf: string }

export function DeskPage({ desk, ...looking }: Looking & { readonly desk: Desk }) {
  const { community, rounds } = desk
  const [weekday = '', ...rest] = sayDayLong(dayAt(looking.now, looking.zone)).split(' ')
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.community(community.slug)}>{community.name}</a>}
        title={`The desk, ${weekday} ${rest.slice(0, -1).join(' ')}`}
        says="For the mods alone. It shows that there is a draft, and never what is in it."
        actions={
          <ButtonLink to={paths.letters(community.slug)} look="plain">
            Letters{desk.letters === 0 ? '' : `, ${sayCount(desk.letters, 'waits', 'wait')}`}
          </ButtonLink>
        }
      />
      {rounds.length === 0 ? <Quiet desk={desk} /> : null}
      {rounds.map((round) => (
        <OneRound desk={desk} on={round} looking={looking} />
      ))}
      {rounds.length === 0 ? <Decided desk={desk} looking={looking} /> : null}
    </>
  )
}

function Quiet({ desk: { community, hasRounds } }: { desk: Desk }) {
  const note = hasRounds
    ? 'A round stands here from the moment it is opened until two weeks after its last day.'
    : 'You say its days, its places and its grace; nobody but the mods sees it until you open it.'
  return (
    <Empty
      says="No round is running."
      note={note}
      action={
        <ButtonLink to={hasRounds ? paths.community(community.slug) : paths.newRound(community.slug)} look="plain">
          {hasRounds ? 'To the rounds' : 'Plan a round'}
        </ButtonLink>
      }
    />
  )
}

type OneRoundProps = { readonly desk: Desk; readonly on: RoundOnDesk; readonly looking: Looking }

/** What is decided about pieces belongs to the community, and stands once, beside the first round. */
function OneRound({ desk, on, looking }: OneRoundProps) {
  const { home, open } = on
  const at = paths.round(home.community.slug, home.round.slug)
  const isFirst = desk.rounds[0] === on
  const letters = isFirst ? desk.letters : 0
  const waits = on.waiting.length + on.unconfirmed.length + on.givenBack.length + letters
  return (
    <>
      <section class="stack">
        <p class="kicker">
          <a href={at}>{home.round.name}</a>
        </p>
        <Tally
          counts={[
            { count: on.counts.up, words: on.counts.up === 1 ? 'piece is up' : 'pieces are up' },
            { count: on.counts.people, words: on.counts.people === 1 ? 'person is in' : 'people are in' },
            { count: on.rows.later.length, words: 'expected in the free for all' },
            { count: open.reduce((sum, { left }) => sum + left, 0), words: 'places open' },
          ]}
        />
        {waits === 0 ? null : (
          <p>
            <a href={`#waits-${home.round.id}`}>{sayCount(waits, 'thing waits', 'things wait')} for you</a>
          </p>
        )}
      </section>
      <div class="two desk">
        <div>
          {on.begins === undefined ? (
            <UnderWay desk={desk} on={on} looking={looking} />
          ) : (
            <Ahead on={on} begins={on.begins} looking={looking} />
          )}
          <Rest on={on} csrf={looking.csrf} />
        </div>
        <aside aria-label={`Beside ${home.round.name}`}>
          <Waiting on={on} letters={letters} looking={looking} />
          {isFirst ? <Decided desk={desk} looking={looking} /> : null}
          <OpenDays on={on} />
        </aside>
      </div>
    </>
  )
}

/** Before its first day there is one thing to know of a round. */
function Ahead({ on, begins, looking }: Omit<OneRoundProps, 'desk'> & { begins: CalendarDay }) {
  const { open, rows } = on
  const taken = rows.ahead.length
  return (
    <>
      <section class="stack">
        <Head title="Still ahead" />
        <p>
          It begins on {sayDay(begins)}.{' '}
          {taken === 0 ? 'No day is taken yet' : `${sayCount(taken, 'day is', 'days are')} taken`},{' '}
          {open.length === 0 ? 'and none is open.' : `${sayCount(open.length, 'day', 'days')} can be had.`}
        </p>
      </section>
      {on.ahead.length > 0 || on.next ? <WhatComes on={on} looking={looking} /> : null}
    </>
  )
}

function UnderWay({ desk, on, looking }: OneRoundProps) {
  const { rows } = on
  return (
    <>
      <Claims
        title="Today"
        aside="by each one’s own midnight, with the days in grace"
        rows={rows.today}
        none="It is nobody’s day today."
        on={on}
        csrf={looking.csrf}
        startedColumn
      />
      <Claims
        title="Expected later"
        aside="welcome on any free-for-all day"
        rows={rows.later}
        none="Nothing is expected later."
        on={on}
        csrf={looking.csrf}
        startedColumn
      />
      <WhatComes on={on} looking={looking} />
      <WhatWasDone on={on} desk={desk} looking={looking} />
    </>
  )
}

/** The days that are neither today nor expected: ahead, and done with. Folded, because a round may have hundreds. */
function Rest({ on, csrf }: { on: RoundOnDesk; csrf: string }) {
  const { ahead, done } = on.rows
  return (
    <section>
      <Head title="The rest of the calendar" />
      <Fold
        rows={ahead}
        title={`${sayCount(ahead.length, 'day', 'days')} ahead`}
        none="Nobody has a day ahead."
        on={on}
        csrf={csrf}
      />
      <Fold
        rows={done}
        title={`${sayCount(done.length, 'claim', 'claims')} finished`}
        none="No claim is finished yet."
        on={on}
        csrf={csrf}
      />
    </section>
  )
}

type FoldProps = Pick<Parameters<typeof Claims>[0], 'rows' | 'none' | 'on' | 'csrf'> & { readonly title: string }

function Fold({ title, ...claims }: FoldProps) {
  if (claims.rows.length === 0) return <p class="soft">{claims.none}</p>
  return (
    <details class="desk__more">
      <summary>{title}</summary>
      <Claims {...claims} />
    </details>
  )
}

/** The nearest are enough; the calendar has all of them. */
const FEW = 7

function OpenDays({ on: { home, open } }: { on: RoundOnDesk }) {
  const { community, round } = home
  const at = paths.round(community.slug, round.slug)
  return (
    <section>
      <Head title="Open days ahead" aside={<a href={at}>The calendar</a>} />
      {open.length === 0 ? (
        <Empty says="Every day is taken." />
      ) : (
        <ul class="desk__list">
          {open.slice(0, FEW).map(({ day, left }) => (
            <li>
              <p>
                <b>{sayDay(day.on)}</b>, {sayCount(left, 'place', 'places')}
              </p>
              <div class="row">
                <a href={`${asking(at, { day: String(day.id) })}#for-another`}>
                  Enter somebody<span class="hush">, {sayDay(day.on)}</span>
                </a>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open.length > FEW ? <p class="small soft">and {open.length - FEW} more on the calendar</p> : null}
    </section>
  )
}

// On the desk, the clock: what happens at the next midnights if nothing else does, and what it has done, with what can be undone.
import type { Child } from 'hono/jsx'
import type { StoredClaim } from '#src/fests/claims/claim-access.ts'
import { sayCount, sayDay, sayDayShort, sayMoment } from '#src/kit/date-words.ts'
import { millisOf, minutes } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { Ledger } from '#src/ui/leaves.tsx'
import { Chip, Empty, Head } from '#src/ui/prose.tsx'
import type { AheadLine, DoneLine } from './desk-ahead.ts'
import type { Looking } from './desk.parts.tsx'
import type { Desk, RoundOnDesk } from './desk-shown.ts'

type OnDesk = { readonly on: RoundOnDesk; readonly looking: Looking }

export function WhatComes({ on, looking }: OnDesk) {
  const lines = on.ahead.length > 0 ? on.ahead : on.next ? [on.next] : []
  return (
    <section>
      <Head title="What happens at the next midnights" aside="a dry run; nothing of it has happened" />
      {on.ahead.length > 0 || !on.next ? null : (
        <p class="soft small">Nothing in the next three days. The first after:</p>
      )}
      {lines.length === 0 ? <Empty says="The clock has nothing to do in this round." /> : null}
      <Ledger
        lines={lines.map((line) => ({
          at: line.at,
          words: sayMoment(line.at, looking.zone),
          says: <Coming line={line} on={on} />,
          end: <Sent line={line} />,
        }))}
      />
    </section>
  )
}

const coming: Readonly<Record<AheadLine['what'], (day: Child) => Child>> = {
  'hold-lapses': (day) => <>{day} is open again, unless the holder is confirmed before, for</>,
  'day-begins': (day) => <>{day} begins for</>,
  'grace-begins': (day) => <>{day} ends, and grace begins, for</>,
  'expected-later': () => <>Grace ends. If nothing comes, the piece is expected in the free for all, for</>,
  counts: () => <>Grace ends, and what is up counts as on time, for</>,
  closed: () => <>The round ends. If nothing comes, it ends without a piece for</>,
  'goes-up': () => <>A scheduled piece goes up by itself, of</>,
  'goes-up-later': () => <>A piece that waited goes up in the free for all, of</>,
}

function Coming({ line, on }: { line: AheadLine; on: RoundOnDesk }) {
  const [first] = line.claims
  const isOneDay = line.claims.every(({ on: day }) => day === first?.on)
  const day = first === undefined ? '' : isOneDay ? sayDay(first.on) : 'A day'
  return (
    <p>
      {coming[line.what](day)} <Names claims={line.claims} on={on} />.
    </p>
  )
}

/** More would push everything else off the page; the tables have all of them. */
const FEW = 12

function Names({ claims, on: { home } }: { claims: readonly StoredClaim[]; on: RoundOnDesk }) {
  return (
    <>
      {claims.slice(0, FEW).map(({ id, name }, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={paths.claim(home.community.slug, home.round.slug, id)}>{name}</a>
        </>
      ))}
      {claims.length > FEW ? ` and ${sayCount(claims.length - FEW, 'other', 'others')}` : ''}
    </>
  )
}

/** Who gets a mail of it: only those with an account, who have not said already that it will be later. */
function Sent({ line: { what, claims } }: { line: AheadLine }) {
  const told = claims.filter(({ account, saidLater }) => account !== null && !(what === 'expected-later' && saidLater))
  if ((what !== 'expected-later' && what !== 'closed') || told.length === 0) return null
  return <Chip icon="mail" word={`${sayCount(told.length, 'person gets', 'people get')} a kind mail`} />
}

export function WhatWasDone({ on, desk, looking }: OnDesk & { readonly desk: Desk }) {
  return (
    <section>
      <Head title="What the clock did" aside="the newest first; the time on the left is the one that counts" />
      {on.done.length === 0 ? <Empty says="The clock has done nothing in this round yet." /> : null}
      <Ledger
        lines={on.done.map((line) => ({
          at: line.at,
          words: sayMoment(line.at, looking.zone),
          says: <Done line={line} desk={desk} looking={looking} />,
          end: <Undo line={line} on={on} desk={desk} />,
        }))}
      />
    </section>
  )
}

function Done({ line, desk, looking }: { line: DoneLine; desk: Desk; looking: Looking }) {
  const { claim, work, at, doneAt } = line
  const card = work === undefined ? undefined : desk.cards.get(work)
  const piece = card ? <a href={paths.work(card.id)}>{card.title}</a> : 'A piece'
  const day = sayDayShort(claim.on)
  const said: Readonly<Record<DoneLine['what'], Child>> = {
    'expected-later': (
      <>
        Grace ended for {claim.name}, {day}: expected in the free for all.
      </>
    ),
    counts: (
      <>
        Grace ended for {claim.name}, {day}: what is up counts as on time.
      </>
    ),
    closed: (
      <>
        The round ended for {claim.name}, {day}, without a piece. It is still welcome.
      </>
    ),
    'went-up': (
      <>
        {piece} went up by itself, by {claim.name}, for {day}.
      </>
    ),
  }
  const isSlow = millisOf(doneAt) - millisOf(at) > minutes(5)
  return (
    <p>
      {said[line.what]}
      {isSlow ? <span class="small softer"> Done on {sayMoment(doneAt, looking.zone)}.</span> : null}
    </p>
  )
}

function Undo({ line: { what, claim, work }, on: { home }, desk }: { line: DoneLine; on: RoundOnDesk; desk: Desk }) {
  const at = paths.claim(home.community.slug, home.round.slug, claim.id)
  const about = <span class="hush">, {claim.name}</span>
  if (what === 'expected-later' && claim.state === 'later')
    return (
      <a href={at}>
        Give a new day
        {about}
      </a>
    )
  if (what === 'closed' && claim.state === 'closed')
    return (
      <a href={at}>
        Set it right
        {about}
      </a>
    )
  if (what === 'went-up' && work !== undefined && desk.cards.get(work)?.state === 'posted')
    return (
      <a href={paths.workHiding(work)}>
        Hide it
        {about}
      </a>
    )
  return <span class="small softer">nothing to undo</span>
}

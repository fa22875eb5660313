// Claims on the desk, a line for each: day, who, how it stands in the words of the desk, and the one thing to do next.
import type { DeskRow } from './desk-rows.ts'
import type { RoundOnDesk } from './desk-shown.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import type { MarkName } from '#src/ui/marks.tsx'
import { Chip, Empty, Head, type Tone } from '#src/ui/prose.tsx'

type ClaimsProps = {
  /** Without one the list stands under a title of its own. */
  readonly title?: string
  readonly aside?: string
  readonly rows: readonly DeskRow[]
  readonly none: string
  readonly on: RoundOnDesk
  readonly startedColumn?: boolean
  readonly csrf: string
}

export function Claims({ title, aside, rows, none, on, startedColumn, csrf }: ClaimsProps) {
  const table =
    rows.length === 0 ? (
      <Empty says={none} />
    ) : (
      <Table rows={rows} on={on} started={startedColumn} title={title} csrf={csrf} />
    )
  if (title === undefined) return table
  return (
    <section>
      <Head title={title} {...(aside === undefined ? {} : { aside })} />
      {table}
    </section>
  )
}

type TableProps = {
  readonly rows: readonly DeskRow[]
  readonly on: RoundOnDesk
  readonly started: boolean | undefined
  readonly title: string | undefined
  readonly csrf: string
}

/** The roles are written out because a table that is laid out as a list is no longer a table to some screen readers. */
function Table({ rows, on, started, title, csrf }: TableProps) {
  const heads = ['Day', 'Who', 'State', ...(started ? ['Draft or scheduled'] : []), '']
  return (
    <table class="table" role="table">
      <caption class="hush">{title ?? 'Claims'}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th scope="col" role="columnheader">
              {head === '' ? <span class="hush">What to do</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row row={row} on={on} started={started} csrf={csrf} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, on, started, csrf }: Pick<TableProps, 'on' | 'started' | 'csrf'> & { row: DeskRow }) {
  const { claim } = row
  return (
    <tr role="row">
      <td role="cell" data-h="Day" class="nums">
        {sayDayShort(claim.on)}
      </td>
      <td role="cell" class="t" dir="auto">
        {claim.name}
        {claim.account === null ? <span class="small softer"> (no account)</span> : null}
      </td>
      <td role="cell" data-h="State">
        <State row={row} />
        {row.held ? <div class="small softer">{row.held.words}</div> : null}
      </td>
      {started ? (
        <td role="cell" data-h="Draft or scheduled">
          {row.isStarted ? 'yes' : row.state === 'kept' || row.work !== undefined ? '–' : 'no'}
        </td>
      ) : null}
      <td role="cell">
        <div class="row">
          <Next row={row} on={on} csrf={csrf} />
          {row.mayBeWrittenTo ? <Write row={row} on={on} /> : null}
        </div>
      </td>
    </tr>
  )
}

function State({ row }: { row: DeskRow }) {
  const { mark, tone } = looksOf(row)
  return <Chip mark={mark} word={row.words} tone={tone} />
}

function looksOf({ state, clock, words }: DeskRow): { mark: MarkName; tone: Tone } {
  if (state === 'kept') return { mark: 'full', tone: 'kept' }
  if (state === 'later' && words.includes(' up')) return { mark: 'standin', tone: 'standin' }
  if (state === 'later') return { mark: 'waning', tone: 'waiting' }
  if (state !== 'held') return { mark: state === 'closed' ? 'closed' : 'open', tone: 'closed' }
  if (words.endsWith(' up')) return { mark: 'standin', tone: 'standin' }
  return clock === 'grace' ? { mark: 'gibbous', tone: 'waiting' } : { mark: 'half', tone: 'taken' }
}

function Write({ row: { claim }, on: { home } }: Pick<NextProps, 'row' | 'on'>) {
  return (
    <ButtonLink to={paths.claimLetter(home.community.slug, home.round.slug, claim.id)} look="quiet" size="small">
      Write
      <span class="hush">
        {' '}
        to {claim.name}, {sayDayShort(claim.on)}
      </span>
    </ButtonLink>
  )
}

type NextProps = Pick<TableProps, 'on' | 'csrf'> & { readonly row: DeskRow }

/** One for each line. */
function Next({ row, on: { home }, csrf }: NextProps) {
  const { claim, state, work, waits } = row
  const of = [home.community.slug, home.round.slug, claim.id] as const
  const about = `${claim.name}, ${sayDayShort(claim.on)}`
  if (waits) {
    const to = paths.claimLettingThrough(...of)
    return <ButtonForm to={to} csrf={csrf} label="Let it through" about={about} look="plain" size="small" />
  }
  if (row.held?.by === 'key') {
    const to = paths.claimConfirming(...of)
    return <ButtonForm to={to} csrf={csrf} label="Confirm" about={about} look="plain" size="small" />
  }
  const isIn = state === 'kept' && work !== undefined
  return (
    <ButtonLink to={isIn ? paths.work(work) : paths.claim(...of)} look="plain" size="small">
      {isIn ? 'Read it' : state === 'later' ? 'Give a new day' : 'Open'}
      <span class="hush">, {about}</span>
    </ButtonLink>
  )
}

// The calendar of a round for everybody's eyes: a month sheet that is a list on a phone, the same days as sentences, and the key.
import {
  type CalendarCell,
  type CalendarSheet,
  type DayAction,
  dayChips,
  type DayEntry,
} from '#src/fests/rounds/calendar.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Mark } from '#src/ui/marks.tsx'
import { Chip, Head } from '#src/ui/prose.tsx'
import type { ChipProps } from '#src/ui/prose.tsx'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The roles are written out because a table that is laid out as a list is no longer a table to some screen readers. */
export function CalendarMonth({ month, aside }: { month: CalendarSheet; aside?: string }) {
  return (
    <div class="month">
      <Head title={month.label} aside={aside} />
      <table class="cal" role="table">
        <caption class="hush">{month.label}, day by day</caption>
        <thead role="rowgroup">
          <tr role="row">
            {weekdays.map((weekday) => (
              <th scope="col" role="columnheader">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {month.weeks.map((week) => (
            <tr role="row">{week.map((cell) => (cell ? <Day {...cell} /> : <NoDay />))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function NoDay() {
  return <td class="day day--none" role="cell"></td>
}

function Day(cell: CalendarCell) {
  return (
    <td class={dayClass(cell)} role="cell" id={`day-${cell.day}`} aria-current={cell.isToday ? 'date' : undefined}>
      <div class="day__in">
        <p class="day__n">
          <time datetime={cell.day}>
            <span class="hush">{cell.label}</span>
            <span aria-hidden="true">{cell.number}</span>
          </time>
          <small aria-hidden="true">{cell.label.slice(0, 3)}</small>
        </p>
        <Chip {...cell.chip} />
        {cell.entries.length > 0 ? (
          <ul class="day__list">
            {cell.entries.map((entry) => (
              <Listed {...entry} />
            ))}
          </ul>
        ) : null}
        {cell.action ? <Act action={cell.action} about={cell.label} /> : null}
      </div>
    </td>
  )
}

function Listed({ text, detail, link, claimLink }: DayEntry) {
  if (!link) return <li class="day__who">{detail ? `${text} – ${detail}` : text}</li>
  return (
    <li>
      <p class="day__what">
        <a href={link}>{text}</a>
      </p>
      {detail ? <p class="day__who">{claimLink ? <a href={claimLink}>{detail}</a> : detail}</p> : null}
    </li>
  )
}

function Act({ action, about }: { action: DayAction; about: string }) {
  if ('post' in action) {
    return (
      <ButtonForm
        to={action.post}
        csrf={action.csrf}
        fields={action.fields}
        label={action.label}
        about={about}
        class="day__do"
      />
    )
  }
  return (
    <p>
      <a class="day__do" href={action.to}>
        {action.label}
        <span class="hush"> {about}</span>
      </a>
    </p>
  )
}

/** The same days as sentences. */
export function CalendarList({ days }: { days: readonly CalendarCell[] }) {
  return (
    <ol class="cal-list">
      {days.map((cell) => (
        <li class={`is-${cell.chip.tone} ${kindClass(cell)}`} aria-current={cell.isToday ? 'date' : undefined}>
          <Mark name={cell.chip.mark} />
          <div>
            <p>{cell.sentence}</p>
            <Links entries={cell.entries} />
          </div>
          {cell.action ? <Act action={cell.action} about={cell.label} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Links({ entries }: { entries: readonly DayEntry[] }) {
  const linked = entries.filter((entry) => entry.link)
  if (linked.length === 0) return null
  return (
    <ul class="facts">
      {linked.map(({ text, detail, link, leadsTo, claimLink }) => (
        <>
          <li class="day__what">
            {leadsTo === 'piece' ? (
              <>
                <a href={link}>{text}</a> {detail}
              </>
            ) : (
              <a href={link}>Open the claim of {text}</a>
            )}
          </li>
          {claimLink ? (
            <li>
              <a href={claimLink}>
                Open the claim<span class="hush"> for {text}</span>
              </a>
            </li>
          ) : null}
        </>
      ))}
    </ul>
  )
}

export type CalendarKeyProps = {
  readonly chips?: readonly ChipProps[] | undefined
  /** The number of the day that is marked above; undefined when none is. */
  readonly today?: number | undefined
}

/** Stands under the calendar, always; a round leaves out what it has no use for. */
export function CalendarKey({ chips, today }: CalendarKeyProps) {
  return (
    <ul class="legend" aria-label="Key">
      {today === undefined ? null : (
        <li class="chip">
          <span class="legend__today" aria-hidden="true">
            {today}
          </span>
          <span>today</span>
        </li>
      )}
      {(chips ?? everyday).map((chip) => (
        <li>
          <Chip {...chip} />
        </li>
      ))}
    </ul>
  )
}

const everyday: readonly ChipProps[] = [
  dayChips.open,
  dayChips.taken,
  dayChips.mine,
  dayChips.kept,
  dayChips.standIn,
  dayChips.onTheWay,
  { ...dayChips.expected, word: 'expected in the free for all' },
  dayChips.freeForAll,
  dayChips.closed,
]

function dayClass(cell: CalendarCell): string {
  return `day ${kindClass(cell)}`.trimEnd()
}

function kindClass({ kind, isToday, isMine }: CalendarCell): string {
  const words = [
    kind === 'free' ? 'day--ffa' : kind === 'closed' ? 'day--closed' : '',
    isToday ? 'day--today' : '',
    isMine ? 'day--mine ribbon' : '',
  ]
  return words.filter((word) => word !== '').join(' ')
}

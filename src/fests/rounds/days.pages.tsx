// The days of a round as one table that mods change: what each day is, how many places it has, and a note.
import { sayDay } from '#src/kit/date-words.ts'
import type { FieldErrors, FormState } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import { asFirst, readEntries, statusOf } from '#src/platform/web/forms.ts'
import { leaveNotice } from '#src/platform/web/notices.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { SelectField } from '#src/ui/choices.tsx'
import { DateField, fieldId, NumberField } from '#src/ui/fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Head, Kicker } from '#src/ui/prose.tsx'
import { changeDays } from './day-plans.ts'
import { dayKinds, entriesOf, goneKind, readDays, seenAnew, wasName } from './days.form.ts'
import { nowhereToLand } from './nowhere-to-land.ts'
import { type Day, findRound, listDays } from './rounds.ts'

export function dayPages(web: Web): void {
  const load = async (c: WebContext) => {
    const where = roundWhere(c)
    const home = await findRound(c.get('ctx'), where.community, where.round)
    await mustMod(c.get('ctx').db, home.community.id, c.get('ctx').viewer)
    return { ...home, days: await listDays(c.get('ctx').db, home.round.id) }
  }

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const { community, round, days } = await load(c)
    // A day that was added meanwhile has not been typed about.
    const state = { ...again, entries: new Map([...entriesOf(days), ...again.entries]) }
    const props = {
      state,
      days,
      csrf: c.get('csrf'),
      to: paths.roundDays(community.slug, round.slug),
      back: paths.round(community.slug, round.slug),
    }
    const main = <Days {...props} name={round.name} isOpen={round.openedAt !== undefined} />
    return c.get('show')({
      title: `The days of ${round.name}`,
      ink: round.ink,
      main,
      status: statusOf(again),
      here: paths.community(community.slug),
    })
  }

  web.get(paths.roundDays(':community', ':round'), (c) => show(c, asFirst))

  web.post(paths.roundDays(':community', ':round'), async (c) => {
    const where = roundWhere(c)
    const entries = await readEntries(c)
    const read = readDays((await load(c)).days, entries)
    if ('errors' in read) return show(c, { entries, errors: read.errors })
    try {
      await changeDays(c.get('ctx'), where.community, where.round, read.value)
    } catch (error) {
      if (!(error instanceof Refusal) || error.about === undefined) throw error
      const errors = new Map([[error.about, error.sentence]])
      const known = error.code === 'day/changed' ? seenAnew((await load(c)).days, entries, error.about) : entries
      return show(c, { entries: known, errors, refusal: error })
    }
    leaveNotice(c, 'The days are saved.')
    return c.redirect(paths.round(where.community, where.round), 303)
  })
}

type DaysProps = {
  readonly name: string
  readonly isOpen: boolean
  readonly days: readonly Day[]
  readonly state: FormState
  readonly to: string
  readonly back: string
  readonly csrf: string
}

function Days({ name, isOpen, days, state, to, back, csrf }: DaysProps) {
  const nowhere = nowhereToLand(days)
  return (
    <>
      <Kicker>{name}</Kicker>
      <h1>The days</h1>
      <p class="lede">
        A free-for-all day may have places too: then it can be claimed, and others may post that day as well.
        {isOpen
          ? ' Nobody loses a day by what you change here.'
          : ' When the days are right, go back to the round and open it.'}
      </p>
      <ErrorSummary errors={withDays(state.errors, days)} />
      {nowhere === undefined ? null : (
        <div class="slip">
          <p>{nowhere}</p>
        </div>
      )}
      <Form to={to} csrf={csrf} room="wide">
        <table class="table days">
          <caption class="hush">The days of {name}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">What it is</th>
              <th scope="col">Places</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <DayRow day={day} state={state} />
            ))}
          </tbody>
        </table>
        <Head title="One day more" aside="leave the date empty if there is none" />
        <div class="fields-line fields-line--short">
          <DateField
            name="new-day"
            label="Date"
            optional
            value={state.entries.get('new-day')}
            error={state.errors.get('new-day')}
          />
          <SelectField
            name="new-kind"
            label="What it is"
            value={state.entries.get('new-kind') ?? 'free'}
            choices={dayKinds}
          />
          <NumberField
            name="new-places"
            label="Places"
            min={0}
            max={1000}
            value={state.entries.get('new-places') ?? '0'}
            error={state.errors.get('new-places')}
          />
        </div>
        <Buttons>
          <Button>Save the days</Button>
          <ButtonLink to={back} look="plain">
            Back to the round
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

/** In the list above the table each sentence needs its day. */
function withDays(errors: FieldErrors, days: readonly Day[]): FieldErrors {
  const about = (name: string): string => {
    const day = days.find((each) => name.endsWith(`-${each.id}`))
    return day ? sayDay(day.on) : 'One day more'
  }
  return new Map([...errors].map(([name, why]) => [name, `${about(name)}: ${why}`]))
}

function DayRow({ day, state }: { day: Day; state: FormState }) {
  const about = sayDay(day.on)
  return (
    <tr>
      <th scope="row" class="t">
        {about}
        <input type="hidden" name={wasName(day)} value={state.entries.get(wasName(day))} />
      </th>
      <td data-h="What it is">
        <Cell name={`kind-${day.id}`} state={state} label={`What ${about} is`}>
          {(wires) => (
            <select class="input" {...wires}>
              {[...dayKinds, goneKind].map(({ value, label }) => (
                <option value={value} selected={state.entries.get(`kind-${day.id}`) === value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Cell>
      </td>
      <td data-h="Places">
        <Cell name={`places-${day.id}`} state={state} label={`Places on ${about}`}>
          {(wires) => (
            <input
              class="input input--few"
              type="number"
              min="0"
              max="1000"
              value={state.entries.get(`places-${day.id}`)}
              {...wires}
            />
          )}
        </Cell>
      </td>
      <td data-h="Note">
        <Cell name={`note-${day.id}`} state={state} label={`Note on ${about}`}>
          {(wires) => (
            <input class="input" type="text" maxlength={120} value={state.entries.get(`note-${day.id}`)} {...wires} />
          )}
        </Cell>
      </td>
    </tr>
  )
}

type Wires = { name: string; id: string; 'aria-label': string; 'aria-invalid'?: 'true'; 'aria-describedby'?: string }

type CellProps = {
  readonly name: string
  readonly label: string
  readonly state: FormState
  readonly children: (wires: Wires) => unknown
}

/** A field whose label is its row and column; what is wrong with it stands beneath. */
function Cell({ name, label, state, children }: CellProps) {
  const error = state.errors.get(name)
  const id = fieldId(name)
  const wires: Wires = { name, id, 'aria-label': label }
  if (error === undefined) return <>{children(wires)}</>
  return (
    <div class="field field--bad">
      {children({ ...wires, 'aria-invalid': 'true', 'aria-describedby': `${id}-why` })}
      <p class="why" id={`${id}-why`}>
        {error}
      </p>
    </div>
  )
}

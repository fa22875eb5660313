// Lists and forms of series, for those who keep them.
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import {
  Button,
  ButtonForm,
  ButtonLink,
  Buttons,
  ErrorSummary,
  Form,
  HiddenField,
  RefusalSlip,
} from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import type { OneOwnSeries, OwnPart, SeriesForWork, SeriesLine } from './own-series.ts'
import { newSeriesForm, seriesForm } from './series.form.ts'

type Csrf = { readonly csrf: string }

export function OwnSeriesList({ series, csrf }: Csrf & { readonly series: readonly SeriesLine[] }) {
  const there = series.filter(({ deletedAt }) => deletedAt === null)
  const gone = series.filter(({ deletedAt }) => deletedAt !== null)
  return (
    <>
      <TitleLeaf kicker={<a href={paths.mine}>Your days</a>} title="Your series" says="Only you see this page." />
      {there.length === 0 ? (
        <Empty says="You have no series." note="One is begun beside a work that is to be its first." />
      ) : (
        <section>
          <Head title="In the order of their titles" />
          {there.map((each) => (
            <Entry
              facts={<span>under {each.name}</span>}
              title={<a href={paths.seriesEdit(each.id)}>{each.title}</a>}
            />
          ))}
        </section>
      )}
      {gone.length === 0 ? null : (
        <section>
          <Head title="Deleted" aside="for 30 days they can be brought back" />
          {gone.map((each) => (
            <Entry title={each.title}>
              <div class="row">
                <ButtonForm
                  to={paths.seriesDeletion(each.id)}
                  csrf={csrf}
                  fields={{ do: 'restore' }}
                  label="Bring it back"
                  about={each.title}
                  look="plain"
                  size="small"
                  icon="undo"
                />
              </div>
            </Entry>
          ))}
        </section>
      )}
    </>
  )
}

function Refused({ again, csrf }: Csrf & { readonly again: Again }) {
  return again.refusal && again.refusal.about === undefined ? (
    <RefusalSlip sentence={again.refusal.sentence} csrf={csrf} />
  ) : (
    <ErrorSummary errors={again.errors} />
  )
}

type SeriesOfWorkProps = Csrf & { readonly own: SeriesForWork; readonly again: Again }

export function SeriesOfWork({ own, again, csrf }: SeriesOfWorkProps) {
  const to = paths.workSeries(own.id)
  return (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(own.id)} dir="auto">
            {own.title}
          </a>
        }
        title="Series"
        says="A work can stand in several."
        actions={
          <ButtonLink to={paths.ownSeries} look="plain">
            All your series
          </ButtonLink>
        }
      />
      <Refused again={again} csrf={csrf} />
      {own.standsIn.length + own.couldStandIn.length === 0 ? null : (
        <section>
          <Head title="Those there are" />
          {own.standsIn.map((each) => (
            <Entry facts={<span>it stands here</span>} title={<a href={paths.seriesEdit(each.id)}>{each.title}</a>} />
          ))}
          {own.couldStandIn.map((each) => (
            <Entry facts={<span>under {each.name}</span>} title={<a href={paths.seriesEdit(each.id)}>{each.title}</a>}>
              <div class="row">
                <ButtonForm
                  to={to}
                  csrf={csrf}
                  fields={{ do: 'add', series: String(each.id) }}
                  label="Put it in"
                  about={each.title}
                  look="plain"
                  size="small"
                />
              </div>
            </Entry>
          ))}
        </section>
      )}
      <section class="stack">
        <Head title="Begin a series with it" />
        {own.names.length === 0 ? (
          <p>A series is under a name of yours, and this work bears none.</p>
        ) : (
          <Begin own={own} again={again} csrf={csrf} />
        )}
      </section>
    </>
  )
}

function Begin({ own, again, csrf }: SeriesOfWorkProps) {
  const choices = own.names.map(({ penName, name }) => ({ value: String(penName), label: name }))
  const entries = new Map([['under', choices[0]?.value ?? ''], ...again.entries])
  return (
    <Form to={paths.workSeries(own.id)} csrf={csrf} keep={choices.length > 1 ? {} : { under: choices[0]?.value ?? '' }}>
      <FormFields
        form={newSeriesForm}
        state={{ ...again, entries }}
        only={choices.length > 1 ? ['under', 'title', 'summary'] : ['title', 'summary']}
        lists={{ under: choices }}
      />
      <Buttons>
        <Button>Begin the series</Button>
      </Buttons>
    </Form>
  )
}

type EditSeriesProps = Csrf & { readonly series: OneOwnSeries; readonly again: Again }

export function EditSeries({ series, again, csrf }: EditSeriesProps) {
  const entries =
    again.entries.size > 0
      ? again.entries
      : new Map([
          ['title', series.title],
          ['summary', series.summary],
        ])
  return (
    <>
      <TitleLeaf
        kicker={`A series by ${series.name}`}
        title={series.title}
        actions={
          <>
            <ButtonLink to={paths.series(series.id)} look="plain">
              As readers see it
            </ButtonLink>
            <ButtonLink to={paths.seriesDeletion(series.id)} look="quiet">
              Delete it
            </ButtonLink>
          </>
        }
      />
      <Refused again={again} csrf={csrf} />
      <section>
        <Head title="Its works" aside="in their order" />
        {series.parts.length === 0 ? <p class="soft">None yet. They are put in beside each work.</p> : null}
        {series.parts.map((part, at) => (
          <Part {...{ series, part, csrf }} isFirst={at === 0} isLast={at === series.parts.length - 1} />
        ))}
      </section>
      <section class="stack">
        <Head title="What is said of it" />
        <Form to={paths.seriesEdit(series.id)} csrf={csrf}>
          <FormFields form={seriesForm} state={{ ...again, entries }} />
          <Buttons>
            <Button>Save</Button>
          </Buttons>
        </Form>
      </section>
    </>
  )
}

type PartProps = Csrf & {
  readonly series: OneOwnSeries
  readonly part: OwnPart
  readonly isFirst: boolean
  readonly isLast: boolean
}

function Part({ series, part, csrf, isFirst, isLast }: PartProps) {
  const common = {
    to: paths.seriesPlace(series.id, part.work),
    csrf,
    about: part.title,
    look: 'quiet',
    size: 'small',
  } as const
  return (
    <Entry
      facts={<span>{factsOf(part, series)}</span>}
      title={
        <a href={paths.work(part.work)} dir="auto">
          {part.title}
        </a>
      }
    >
      <div class="row">
        {isFirst ? null : <ButtonForm {...common} fields={{ do: 'up' }} label="Earlier" />}
        {isLast ? null : <ButtonForm {...common} fields={{ do: 'down' }} label="Later on" />}
        <ButtonForm {...common} fields={{ do: 'out' }} label="Take it out" />
      </div>
    </Entry>
  )
}

function factsOf({ state, bearsName }: OwnPart, { name }: OneOwnSeries): string {
  if (!bearsName) return `it no longer bears the name ${name}, so nobody finds it here`
  return state === 'posted' ? 'up' : 'not up; nobody else sees it here'
}

type DeletingProps = Csrf & { readonly series: OneOwnSeries; readonly until: string | undefined }

export function DeletingSeries({ series, until, csrf }: DeletingProps) {
  const isGone = until !== undefined
  return (
    <>
      <h1>
        {isGone ? 'Bring it back' : 'Delete the series'}: {series.title}
      </h1>
      <p class="lede">
        {isGone
          ? `It is deleted, and can be brought back until ${until}.`
          : 'Its works stay as they are, without it. For 30 days it can be brought back.'}
      </p>
      <Form to={paths.seriesDeletion(series.id)} csrf={csrf}>
        <HiddenField name="do" value={isGone ? 'restore' : 'delete'} />
        <Buttons>
          {isGone ? (
            <Button icon="undo">Bring it back</Button>
          ) : (
            <Button look="plain" tone="alarm">
              Delete it
            </Button>
          )}
          <ButtonLink to={paths.ownSeries} look="plain">
            Your series
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

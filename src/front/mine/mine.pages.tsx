// "Your days": every claim of whoever looks, over all rounds, with its drafts and pieces and the next thing to do. For nobody else.
import { sayCount } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { listMyPenNames } from '#src/people/accounts/accounts.ts'
import { lettersReceived, type Received } from '#src/people/communities/letters/letters.ts'
import { listAskedOf } from '#src/library/works/asks/own-asks.ts'
import type { Web } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head, Slip } from '#src/ui/prose.tsx'
import { ButtonLink } from '#src/ui/forms.tsx'
import { ComingList } from '../today/today.parts.tsx'
import { type Coming, listComing } from '../today/what-comes.ts'
import { ChangedByMods } from './changed.parts.tsx'
import { type Changed, isEmpty, listChanged, loadMine, type Mine, type OwnDay } from './mine.ts'
import { Draft, type Looking, OwnDayEntry } from './own-day.parts.tsx'

export function minePages(web: Web): void {
  web.get(paths.mine, async (c) => {
    const ctx = c.get('ctx')
    const { viewer } = ctx
    if (viewer.kind !== 'person') return c.redirect(asking(paths.signIn, { back: paths.mine }), 303)
    const zone = c.get('zone').name
    const [penName] = await listMyPenNames(ctx.db, viewer.account)
    const main = (
      <MinePage
        mine={await loadMine(ctx)}
        letters={await lettersReceived(ctx)}
        changed={await listChanged(ctx)}
        asked={(await listAskedOf(ctx)).filter(({ state }) => state === 'open').length}
        coming={await listComing(ctx, dayAt(ctx.now(), zone ?? 'UTC'), zone)}
        name={penName?.name ?? ''}
        looking={{ now: ctx.now(), zone, name: penName?.name, csrf: c.get('csrf') }}
      />
    )
    return c.get('show')({ title: 'Your days', main, here: paths.mine })
  })
}

type MineProps = {
  readonly mine: Mine
  readonly letters: readonly Received[]
  readonly changed: readonly Changed[]
  /** How much others wait to hear. */
  readonly asked: number
  readonly coming: readonly Coming[]
  readonly name: string
  readonly looking: Looking
}

function MinePage({ mine, letters, changed, asked, coming, name, looking }: MineProps) {
  const { later, givenBack, open, kept, looseDrafts } = mine
  return (
    <>
      <TitleLeaf kicker={name} title="Your days" says="Only you see this page." />
      {letters.length === 0 ? null : <LettersReceived letters={letters} />}
      <ChangedByMods changed={changed} csrf={looking.csrf} />
      {asked === 0 ? null : (
        <Slip tone="spot">
          <p>
            <a href={paths.asks}>{sayCount(asked, 'question', 'questions')} about works of others</a>
          </p>
        </Slip>
      )}
      {isEmpty(mine) ? (
        <Nothing coming={coming} />
      ) : (
        <section>
          <Head title="Coming round" />
          {mine.coming.map((own, at) => (
            <OwnDayEntry own={own} looking={looking} isFirst={at === 0} />
          ))}
          {mine.coming.length === 0 ? <p>No day of yours is ahead.</p> : null}
          {mine.coming.length === 0 ? <WhatComes coming={coming} /> : null}
        </section>
      )}
      <Days title="Expected later" aside="whenever it is ready" days={later} looking={looking} />
      <Days title="Given back" aside="and still to be had again" days={givenBack} looking={looking} />
      {looseDrafts.length === 0 ? null : <LooseDrafts drafts={looseDrafts} />}
      <Days title="Still welcome" aside="the round is over" days={open} looking={looking} />
      <Days title="Delivered" aside="the last first" days={kept} looking={looking} />
    </>
  )
}

/** Also where no mail is sent, somebody who is written to should come to know of it. */
function LettersReceived({ letters }: { letters: readonly Received[] }) {
  return (
    <Slip>
      {letters.map(({ thread, subject, slug, name }) => (
        <p>
          The mods of {name} have written to you: <a href={paths.letter(slug, thread)}>{subject}</a>
        </p>
      ))}
    </Slip>
  )
}

type DaysProps = { readonly title: string; readonly aside: string; readonly days: readonly OwnDay[] }

function Days({ title, aside, days, looking }: DaysProps & { looking: Looking }) {
  if (days.length === 0) return null
  return (
    <section>
      <Head title={title} aside={aside} />
      {days.map((own) => (
        <OwnDayEntry own={own} looking={looking} />
      ))}
    </section>
  )
}

function LooseDrafts({ drafts }: { drafts: Mine['looseDrafts'] }) {
  return (
    <section>
      <Head title="Drafts without a day" />
      <ul>
        {drafts.map((draft) => (
          <li>
            <Draft draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Off-season the next round is what there is to say. */
function Nothing({ coming }: { coming: readonly Coming[] }) {
  const [next] = coming
  if (!next) {
    return (
      <Empty
        says="No day is yours yet, and no round is announced."
        note="When one opens, its days can be taken on its own page."
        action={<ButtonLink to={paths.home}>What there is today</ButtonLink>}
      />
    )
  }
  return (
    <>
      <Empty
        says="No day is yours yet."
        note={`${next.name}: ${next.words}.`}
        action={<ButtonLink to={next.to}>{next.mayClaim ? 'Choose a day' : 'Look at its calendar'}</ButtonLink>}
      />
      {coming.length > 1 ? <ComingList coming={coming.slice(1)} /> : null}
    </>
  )
}

const WhatComes = ({ coming }: { coming: readonly Coming[] }) =>
  coming.length === 0 ? <p class="soft">No round is announced.</p> : <ComingList coming={coming} />

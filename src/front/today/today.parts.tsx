// Today in the rounds, for the first page: whose day it is, what is up while more is to come, whether it is free for all.
import { sayCount, sayList } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { Entry } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { PieceLink } from '../work/stand-in.parts.tsx'
import { bylineWords } from '../work/work-words.ts'
import type { RoundToday } from '../up-today.ts'
import type { Coming } from './what-comes.ts'

/** As many as can be read at a glance; the round's own page has all of them. */
const FEW = 6

export function TodayInTheRounds({ rounds }: { rounds: readonly RoundToday[] }) {
  if (rounds.length === 0) return null
  return (
    <section>
      <Head title="Today in the rounds" />
      {rounds.map((round) => (
        <OneRound of={round} />
      ))}
    </section>
  )
}

function OneRound({ of: { community, round, when, names, isNobodys, isFree, standIns } }: { of: RoundToday }) {
  return (
    <Entry
      facts={<span class="it">{community.name}</span>}
      title={
        <>
          <a href={paths.round(community.slug, round.slug)}>{round.name}</a>
          <span class="entry__by">, {when}</span>
        </>
      }
    >
      {names.length === 0 ? null : (
        <p>
          Today is the day of <b>{sayNames(names)}</b>.
        </p>
      )}
      {isNobodys ? <p class="soft">Nobody has today.</p> : null}
      {isFree ? (
        <p>
          It is free for all: <a href={paths.post(community.slug, round.slug)}>post a piece</a>.
        </p>
      ) : null}
      {standIns.length === 0 ? null : <StandIns standIns={standIns} />}
    </Entry>
  )
}

const sayNames = (names: readonly string[]): string =>
  names.length <= FEW ? sayList(names) : sayList([...names.slice(0, FEW), `${names.length - FEW} more`])

function StandIns({ standIns }: Pick<RoundToday, 'standIns'>) {
  const more = standIns.length - FEW
  return (
    <p class="small">
      Up while more is to come:{' '}
      {standIns.slice(-FEW).map((piece, at) => (
        <>
          {at === 0 ? '' : '; '}
          <PieceLink piece={piece} /> by {bylineWords(piece.work.byline)}
        </>
      ))}
      {more > 0 ? `; and ${sayCount(more, 'other', 'others')}` : ''}.
    </p>
  )
}

/** Off-season: what is announced, the nearest first, or that nothing is. */
export function WhatComesNext({ coming }: { coming: readonly Coming[] }) {
  return (
    <section>
      <Head title="What comes next" />
      {coming.length === 0 ? <p>No round is under way, and nothing is planned yet.</p> : <ComingList coming={coming} />}
    </section>
  )
}

export function ComingList({ coming }: { coming: readonly Coming[] }) {
  return (
    <ul class="stack">
      {coming.map(({ name, to, words }) => (
        <li>
          <a href={to}>{name}</a>: {words}.
        </li>
      ))}
    </ul>
  )
}

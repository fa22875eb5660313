// A list under headings: of a round in any of its orders, or of a canon; each line a title, whose it is, and a few facts.
import type { Child } from 'hono/jsx'
import { paths } from '#src/schema/paths.ts'
import { Icon } from '#src/ui/marks.tsx'
import { Chip } from '#src/ui/prose.tsx'
import { Beyond } from '../seen/seen.parts.tsx'
import { bylineWords, sayNumber } from '../work/work-words.ts'
import { countOf, type Group, type Line, type Order } from './arranging.ts'
import { type Fact, factsOf, roleWord } from './line-words.ts'
import type { Listable } from './listable.ts'
import { cameWords } from './references.ts'

const dayId = (day: string): string => `day-${day}`

type GroupsProps<L> = {
  readonly groups: readonly Group<L>[]
  readonly show: (line: L) => Child
  /** How many stand under a heading, where that is said. */
  readonly count?: (group: Group<L>) => number
  readonly level?: number
}

export function Groups<L>({ groups, show, count, level = 2 }: GroupsProps<L>) {
  return (
    <>
      {groups.map((group) => (
        <div class="mlist__group" id={group.day && dayId(group.day)}>
          <div class="mlist__head">
            <Heading level={level}>{group.title}</Heading>
            {count === undefined || count(group) === 0 ? null : (
              <span class="small soft nums">
                {sayNumber(count(group))} <span class="hush">{count(group) === 1 ? 'piece' : 'pieces'}</span>
              </span>
            )}
          </div>
          <div class="mlist__in">
            {group.says === undefined ? null : <p class="small soft">{group.says}</p>}
            {group.lines.length === 0 ? null : <ul class="mlist__lines">{group.lines.map(show)}</ul>}
            {group.groups.length === 0 ? null : (
              <Groups groups={group.groups} show={show} level={level + 1} {...(count === undefined ? {} : { count })} />
            )}
          </div>
        </div>
      ))}
    </>
  )
}

function Heading({ level, children }: { level: number; children: Child }) {
  if (level <= 2) return <h2 dir="auto">{children}</h2>
  if (level === 3) return <h3 dir="auto">{children}</h3>
  return level === 4 ? <h4 dir="auto">{children}</h4> : <h5 dir="auto">{children}</h5>
}

export type WholeMasterlistProps = {
  readonly seen: Listable
  readonly groups: readonly Group[]
  readonly by: Order
  /** How far a piece gives canon away, for those that go further than their reader has seen. */
  readonly beyond?: ReadonlyMap<number, string>
}

export function WholeMasterlist({ seen, groups, by, beyond }: WholeMasterlistProps) {
  return (
    <div class={`mlist mlist--${by}`}>
      <Groups
        groups={groups}
        count={countOf}
        show={(line) => {
          const far = beyond?.get(line.listed.work.id)
          return line.isReference ? (
            <Reference line={line} seen={seen} beyond={far} />
          ) : (
            <Piece line={line} seen={seen} by={by} beyond={far} />
          )
        }}
      />
    </div>
  )
}

type LineProps = { readonly line: Line; readonly seen: Listable; readonly beyond: string | undefined }

const anchorOf = ({ listed }: Line): string => `piece-${listed.work.id}`

/** Under the day it was for: where it stands now. */
const Reference = ({ line, seen, beyond }: LineProps) => (
  <li class="mlist__ref">
    <a href={`#${anchorOf(line)}`} dir="auto">
      {beyond === undefined ? line.listed.work.title : 'A piece that goes further'}
    </a>{' '}
    by {bylineWords(line.listed.work.byline)} {cameWords(seen, line.listed)}
  </li>
)

/** By day each piece stands once, so there it can be led to. */
function Piece({ line, seen, by, beyond }: LineProps & { by: Order }) {
  const { work } = line.listed
  const role = roleWord(line.listed)
  const whole = (
    <>
      <p>
        <a class="mlist__title" href={paths.work(work.id)} dir="auto">
          {work.title}
        </a>{' '}
        {by === 'creator' && work.byline.kind === 'named' && work.byline.names.length === 1 ? null : (
          <span class="soft">by {bylineWords(work.byline)} </span>
        )}
        {role === '' ? null : role === 'extra' ? (
          <Chip word={role} />
        ) : (
          <Chip mark="standin" word={role} tone="standin" />
        )}
      </p>
      <Facts facts={factsOf(seen, line, by)} isLinked={by === 'day'} />
    </>
  )
  return (
    <li class="mlist__line" id={by === 'day' ? anchorOf(line) : undefined}>
      {beyond === undefined ? (
        whole
      ) : (
        <Beyond words={beyond} says={`By ${bylineWords(work.byline)},`}>
          {whole}
        </Beyond>
      )}
    </li>
  )
}

export function Facts({ facts, isLinked }: { facts: readonly Fact[]; isLinked?: boolean }) {
  if (facts.length === 0) return null
  return (
    <ul class="facts">
      {facts.map(({ text, of, day }) => (
        <li>
          {of === 'timing' ? (
            <>
              <Icon name="lamp" />
              <span class="hush">Timing: </span>
            </>
          ) : null}
          {of === 'claimed-day' && day !== undefined && isLinked === true ? (
            <a href={`#${dayId(day)}`}>{text}</a>
          ) : (
            <span dir="auto">{text}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

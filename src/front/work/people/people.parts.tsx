// What a work says of other people and other works, in its header and beneath it.
import type { Child } from 'hono/jsx'
import { fromWords, onwardsWords } from '#src/library/works/asks/ask-words.ts'
import type { PeopleSeen, Tie } from '#src/library/works/asks/asks-seen.ts'
import { paths } from '#src/schema/paths.ts'
import { bylineWords, isWebAddress, siteOf } from '../work-words.ts'

type Line = { readonly term: string; readonly says: Child | undefined }

/** Lines of the header block. */
export function peopleLines({ credits, gifts, from }: PeopleSeen): Line[] {
  return [
    { term: 'A gift for', says: gifts.length === 0 ? undefined : gifts.join(', ') },
    {
      term: 'With help from',
      says:
        credits.length === 0
          ? undefined
          : credits.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join(', '),
    },
    ...from.map((tie) => ({ term: fromWords[tie.kind], says: <TieLink tie={tie} /> })),
  ]
}

function TieLink({ tie }: { tie: Tie }) {
  if (tie.to === 'work') {
    return (
      <>
        <a href={paths.work(tie.card.id)} dir="auto">
          {tie.card.title}
        </a>{' '}
        by {bylineWords(tie.card.byline)}
      </>
    )
  }
  const words = tie.words === '' ? (isWebAddress(tie.url) ? siteOf(tie.url) : tie.url) : tie.words
  if (!isWebAddress(tie.url)) return <>{words}</>
  return (
    <a href={tie.url} rel="nofollow noopener noreferrer external" dir="auto">
      {words}
    </a>
  )
}

export function Onwards({ people: { onwards } }: { people: PeopleSeen }) {
  if (onwards.length === 0) return null
  return (
    <section class="aside" aria-labelledby="onwards">
      <h2 id="onwards">What came of it</h2>
      <ul class="facts">
        {onwards.map((tie) => (
          <li>
            <span>
              <TieLink tie={tie} />, {onwardsWords[tie.kind]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

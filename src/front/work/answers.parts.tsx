// Beside a piece: the day of an earlier round for which it is the piece after all, and for its creators the buttons that say so.
import { sayDay } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Slip } from '#src/ui/prose.tsx'
import type { AnsweredDay, WorkShown } from './work-shown.ts'

export function Answers({ shown, csrf }: { shown: WorkShown; csrf: string }) {
  const { answered, answerable, mayEdit, work } = shown
  const to = paths.workAnswer(work.id)
  if (answered) {
    return (
      <Slip tone="spot">
        <p class="small">
          It is also the piece for <DayLink of={answered} />.
        </p>
        {mayEdit ? <ButtonForm to={to} csrf={csrf} label="It is not" look="quiet" /> : null}
      </Slip>
    )
  }
  if (answerable.length === 0) return null
  return (
    <Slip>
      <p class="small">Is this what an earlier day was waiting for? Only you are asked.</p>
      {answerable.map((day) => (
        <ButtonForm
          to={to}
          csrf={csrf}
          fields={{ claim: String(day.claim) }}
          label={`It is my piece for ${sayDay(day.on)}, ${day.home.round.name}`}
          look="plain"
        />
      ))}
    </Slip>
  )
}

function DayLink({ of: { on, home } }: { of: AnsweredDay }) {
  const to = `${paths.round(home.community.slug, home.round.slug)}#day-${on}`
  return (
    <a href={to}>
      {sayDay(on)} in {home.round.name}
    </a>
  )
}

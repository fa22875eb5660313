// A stand-in whose main piece never came can be made the piece for the day, by one button, at any time.
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'

type ForItsDayProps = {
  readonly standIns: readonly { readonly work: number; readonly title: string }[]
  readonly csrf: string
}

export function ForItsDay({ standIns, csrf }: ForItsDayProps) {
  return (
    <>
      {standIns.map(({ work, title }) => (
        <div class="row">
          <span>
            Up for the day: <a href={paths.work(work)}>{title}</a>
          </span>
          <ForItsDayButton work={work} title={title} csrf={csrf} />
        </div>
      ))}
    </>
  )
}

export function ForItsDayButton({ work, title, csrf }: { work: number; title: string; csrf: string }) {
  return (
    <ButtonForm
      to={paths.workForItsDay(work)}
      csrf={csrf}
      label="Make this the piece for the day"
      about={title}
      look="plain"
      size="small"
    />
  )
}

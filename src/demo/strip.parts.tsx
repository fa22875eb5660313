// The strip above every page of a demo: that it is one, and for those who came in by a link, who they are and could be.
import { callGuise, type Guise, guises } from '#src/demo/demo-words.ts'
import type { DemoSetting } from '#src/demo/demo-setting.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'

export type StripProps = {
  readonly setting: DemoSetting
  /** Undefined for somebody who is nobody of the demo's own. */
  readonly guise: Guise | undefined
  /** Only those who came by a link may change. */
  readonly mayChange: boolean
  readonly csrf: string
  /** Where they are, and come back to where that is possible. */
  readonly back: string
}

const forGuests =
  'A demo of Roundelay. Everything in it is invented. The links to come in as somebody stand in the terminal.'

export function DemoStrip(props: StripProps) {
  return (
    <aside class="demo" aria-label="Demo">
      <div class="wrap demo__in">
        <p>{props.mayChange ? <Known {...props} /> : forGuests}</p>
        {props.mayChange ? <Others {...props} /> : null}
      </div>
    </aside>
  )
}

function Known({ setting, guise }: StripProps) {
  return (
    <>
      A demo
      <span class="wide-only"> of Roundelay. Everything in it is invented</span>.
      {guise === undefined ? null : (
        <>
          {' '}
          You are <b>{callGuise(setting, guise)}</b>.
        </>
      )}
    </>
  )
}

function Others({ setting, guise, csrf, back }: StripProps) {
  return (
    <div class="demo__as">
      <span>Change to</span>
      {guises
        .filter((other) => other !== guise)
        .map((other) => (
          <ButtonForm
            to={paths.demo(setting.key, other)}
            csrf={csrf}
            fields={{ back }}
            label={other}
            {...(other === 'guest' ? {} : { about: setting.people[other].name })}
            class="demo__be"
          />
        ))}
    </div>
  )
}

// The form in which a mod puts a header right, and what its writer sees of that on the history of the piece.
import { choicesWith, correctable, correctingForm } from '#src/fests/posting/mods/correcting.form.ts'
import { Changes, type CorrectionShown } from '#src/fests/posting/mods/changes.parts.tsx'
import { Understood } from '#src/fests/posting/composer/understood.parts.tsx'
import type { HeaderTemplate } from '#src/fests/posting/header/header-template.ts'
import { sayMoment } from '#src/kit/date-words.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import type { SettingRead } from '#src/library/canon/placing.ts'
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { SelectField } from '#src/ui/choices.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'

export type CorrectingProps = {
  readonly work: number
  readonly title: string
  readonly version: number
  readonly again: Again
  readonly csrf: string
  readonly fandoms: readonly Fandom[]
  /** The lists of the community. */
  readonly template: HeaderTemplate
  readonly setting: SettingRead | undefined
}

export function Correcting(props: CorrectingProps) {
  const { work, title, version, again, csrf } = props
  return (
    <>
      <TitleLeaf
        kicker="Put a header right"
        title={title}
        says="The header and the tags. The text is its writer’s, and so are the words around it."
      />
      {again.refusal && again.refusal.about === undefined ? (
        <RefusalSlip sentence={again.refusal.sentence} csrf={csrf} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      <Form to={paths.workCorrection(work)} csrf={csrf} keep={{ version: String(version) }} room="wide">
        <div class="two two--even">
          <div class="stack">
            <Head title="The header" />
            <Header {...props} />
          </div>
          <div class="stack">
            <Head title="To its writer" />
            <p class="soft">
              They get a mail with what you changed, field by field, and this line. They can put it back with one
              button.
            </p>
            <FormFields form={correctingForm} state={again} only={['line']} />
            <Buttons>
              <Button>Put it right</Button>
              <ButtonLink to={paths.work(work)} look="plain">
                Leave it as it is
              </ButtonLink>
            </Buttons>
          </div>
        </div>
      </Form>
    </>
  )
}

function Header({ again, fandoms, template, setting }: CorrectingProps) {
  const chosen = {
    kind: { list: choicesWith(template, 'kind', again.entries.get('kind') ?? ''), none: 'Leave it open' },
    rating: { list: choicesWith(template, 'rating', again.entries.get('rating') ?? ''), none: 'Leave it open' },
    fandom: { list: fandoms.map(({ id, name }) => ({ value: String(id), label: name })), none: 'Leave it open' },
  }
  return (
    <>
      {correctable.map((name) =>
        name === 'placeChoice' ? (
          <Understood again={again} setting={setting} />
        ) : (name === 'kind' && template.kinds.length > 0) || name === 'rating' || name === 'fandom' ? (
          <SelectField
            name={name}
            label={correctingForm.fields[name].label}
            error={again.errors.get(name)}
            value={again.entries.get(name)}
            choices={chosen[name].list}
            none={chosen[name].none}
            optional
          />
        ) : (
          <FormFields form={correctingForm} state={again} only={[name]} />
        ),
      )}
    </>
  )
}

type CorrectionListProps = {
  readonly work: number
  readonly corrections: readonly CorrectionShown[]
  readonly zone: string
  readonly csrf: string
}

/** For its creators: what mods put right, with what they said, and the way back. */
export function CorrectionList({ work, corrections, zone, csrf }: CorrectionListProps) {
  if (corrections.length === 0) return null
  return (
    <section>
      <Head title="Put right by the mods" />
      <div class="stack">
        {corrections.map((each) => (
          <article class="slip stack">
            <p>
              <b>{each.by ?? 'A mod'}</b>, {sayMoment(each.madeAt, zone)}: “{each.line}”
            </p>
            <Changes changes={each.changes} />
            {each.putBackAt === null ? (
              <ButtonForm
                to={paths.workPuttingBack(work)}
                csrf={csrf}
                fields={{ correction: String(each.id) }}
                label="Put it back as it was"
                about={`on ${sayMoment(each.madeAt, zone)}`}
                look="plain"
                size="small"
                icon="undo"
              />
            ) : (
              <p class="small soft">Put back on {sayMoment(each.putBackAt, zone)}.</p>
            )}
          </article>
        ))}
      </div>
    </section>
  )
}

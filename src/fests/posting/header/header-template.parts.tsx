// The page on which mods change their header template: a table of fields, two lists, the defaults, and what comes of them.
import { HeaderAsked, StillOpen } from '#src/fests/posting/composer/header.parts.tsx'
import { entriesOfDefaults } from '#src/fests/posting/header/defaults.form.ts'
import {
  calledName,
  orderName,
  placeName,
  showings,
  shownName,
  templateForm,
} from '#src/fests/posting/header/header-template.form.ts'
import { calledFields, type HeaderField, type HeaderTemplate } from '#src/fests/posting/header/header-template.ts'
import { capital, fieldWords } from '#src/fests/posting/header/header-words.ts'
import type { FieldErrors, FormState } from '#src/kit/form.ts'
import type { Fandom } from '#src/library/canon/fandoms.ts'
import { paths } from '#src/schema/paths.ts'
import { SelectField } from '#src/ui/choices.tsx'
import { fieldId } from '#src/ui/fields.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'

export type TemplateEditorProps = {
  readonly state: FormState
  /** In the order in which they stand. */
  readonly order: readonly HeaderField[]
  readonly fandoms: readonly Fandom[]
  readonly version: number
  readonly to: string
  readonly csrf: string
  readonly back: { readonly to: string; readonly name: string }
  /** To the question whether the house's shall be used again; where it is used there is nothing to ask. */
  readonly toHouse: string | undefined
}

export function TemplateEditor(props: TemplateEditorProps) {
  const { state, to, csrf, version, back, toHouse } = props
  return (
    <Form to={to} csrf={csrf} room="wide" keep={{ version: String(version) }}>
      <section class="stack">
        <Head title="Fields" aside="the number is the place of a field; write another one, and it moves there" />
        <p class="small soft">
          Where your community has words of its own, as in “Era” for the timing in canon, say them here, with commas
          between them: a pasted post is read by them first, and a header that is copied out begins its lines so.
        </p>
        <FieldTable {...props} />
      </section>
      <section class="stack">
        <Head title="Lists" />
        <div class="pair pair--top pair--lists">
          <FormFields form={templateForm} state={state} only={['kinds', 'ratings']} />
        </div>
      </section>
      <section class="stack">
        <Head title="What a new piece begins with" aside="only where its writer said nothing" />
        <DefaultFields {...props} />
      </section>
      <Buttons>
        <Button name="do" value="save">
          Save
        </Button>
        <Button name="do" value="preview" look="plain">
          Preview
        </Button>
        <ButtonLink to={back.to} look="quiet">
          To {back.name}
        </ButtonLink>
        {toHouse === undefined ? null : (
          <ButtonLink to={toHouse} look="quiet">
            Back to the house’s template
          </ButtonLink>
        )}
      </Buttons>
    </Form>
  )
}

function DefaultFields({ state, fandoms }: TemplateEditorProps) {
  const common = { form: templateForm, state }
  return (
    <>
      <div class="pair pair--top">
        <FormFields {...common} only={['defaultKind', 'defaultRating']} />
      </div>
      <div class="pair">
        {fandoms.length === 0 ? null : (
          <SelectField
            name="defaultFandom"
            label={templateForm.fields.defaultFandom.label}
            error={state.errors.get('defaultFandom')}
            value={state.entries.get('defaultFandom')}
            choices={fandoms.map(({ id, name }) => ({ value: String(id), label: name }))}
            none="Leave it open"
            optional
          />
        )}
        <FormFields {...common} only={['defaultWarnings']} />
      </div>
      <p class="small soft">
        {fandoms.length === 0 ? 'This site has no fandom yet, so writers are not asked for one. ' : ''}
        <a href={paths.fandoms}>{fandoms.length === 0 ? 'Add a fandom' : 'The fandoms of this site'}</a>
      </p>
      <FormFields {...common} only={['defaultDisclaimer', 'defaultAudience']} />
    </>
  )
}

/** In the list of everything that is wrong each sentence needs its field. */
export function withFields(errors: FieldErrors, order: readonly HeaderField[]): FieldErrors {
  const withField = (name: string, why: string): string => {
    const field = order.find((each) => [shownName(each), orderName(each), calledName(each)].includes(name))
    return field ? `${capital(fieldWords[field])}: ${why}` : why
  }
  return new Map([...errors].map(([name, why]) => [name, withField(name, why)]))
}

function FieldTable({ state, order }: TemplateEditorProps) {
  return (
    <table class="table asked">
      <caption class="hush">
        The fields of the header, how each is shown, where it stands, and what it is called
      </caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">How it is shown</th>
          <th scope="col">Order</th>
          <th scope="col">Called in your posts</th>
        </tr>
      </thead>
      <tbody>
        {order.map((field) => (
          <FieldRow field={field} state={state} />
        ))}
      </tbody>
    </table>
  )
}

function FieldRow({ field, state }: { readonly field: HeaderField; readonly state: FormState }) {
  const words = fieldWords[field]
  const shown = state.entries.get(shownName(field))
  return (
    <tr>
      <th scope="row" class="t">
        {capital(words)}
      </th>
      <td data-h="How it is shown">
        <select class="input" {...wires(shownName(field), `How ${words} is shown`, state.errors)}>
          {showings.map(({ value, label }) => (
            <option value={value} selected={value === shown}>
              {label}
            </option>
          ))}
        </select>
        <Why name={shownName(field)} errors={state.errors} />
      </td>
      <td data-h="Order">
        <input type="hidden" name={placeName(field)} value={state.entries.get(placeName(field))} />
        <input
          class="input input--few"
          type="number"
          min="1"
          max="999"
          value={state.entries.get(orderName(field))}
          {...wires(orderName(field), `Order of ${words}`, state.errors)}
        />
        <Why name={orderName(field)} errors={state.errors} />
      </td>
      {calledFields.some((each) => each === field) ? <Called field={field} state={state} /> : <td />}
    </tr>
  )
}

/** With commas between several; a header that is copied out begins its line with the first. */
function Called({ field, state }: { readonly field: HeaderField; readonly state: FormState }) {
  return (
    <td data-h="Called in your posts">
      <input
        class="input"
        type="text"
        maxlength={500}
        value={state.entries.get(calledName(field))}
        placeholder={capital(fieldWords[field])}
        {...wires(calledName(field), `What ${fieldWords[field]} is called in your posts`, state.errors)}
      />
      <Why name={calledName(field)} errors={state.errors} />
    </td>
  )
}

/** A cell's label is its row and column; what is wrong with it stands beneath. */
function wires(name: string, label: string, errors: FieldErrors) {
  const id = fieldId(name)
  const bad = errors.has(name) ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-why` } : {}
  return { id, name, 'aria-label': label, ...bad }
}

function Why({ name, errors }: { readonly name: string; readonly errors: FieldErrors }) {
  const error = errors.get(name)
  return error === undefined ? null : (
    <p class="why" id={`${fieldId(name)}-why`}>
      {error}
    </p>
  )
}

type PreviewProps = {
  readonly template: HeaderTemplate
  readonly fandoms: readonly Fandom[]
  /** As typed, or as somebody else has saved it meanwhile. */
  readonly of: 'typed' | 'saved'
}

/** The composer's own fields, for looking at: they stand in no form and take nothing. */
export function TemplatePreview({ template, fandoms, of }: PreviewProps) {
  const title = of === 'typed' ? 'Preview' : 'As it is now'
  const again = { entries: new Map(Object.entries(entriesOfDefaults(template.defaults))), errors: new Map() }
  return (
    <section class="preview" id="preview" aria-label={title}>
      <Head title={title} aside={of === 'typed' ? 'nothing is saved yet' : undefined} />
      <p class="small soft">
        What a writer is asked for a new piece. It is only for looking at; nothing can be typed here.
      </p>
      <fieldset class="preview__asked composer composer__fields" disabled>
        <legend class="hush">The fields of a new piece</legend>
        <p class="small soft">
          <StillOpen again={again} template={template} fandoms={fandoms} />
        </p>
        <HeaderAsked
          again={again}
          template={template}
          fandoms={fandoms}
          asks={{ role: false, reservedName: false }}
          marks={{}}
        />
      </fieldset>
    </section>
  )
}

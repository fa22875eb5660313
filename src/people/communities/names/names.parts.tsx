// The page of one's names, as its owner alone sees it.
import type { OwnName } from '#src/people/accounts/names/names.ts'
import { newNameForm } from '#src/people/accounts/names/names.form.ts'
import { asFirst } from '#src/platform/web/forms.ts'
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { SelectField } from '#src/ui/choices.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import type { NameIn } from './names-in.ts'

export type NamesProps = {
  readonly names: readonly OwnName[]
  readonly communities: readonly NameIn[]
  readonly again: Again
  readonly csrf: string
}

export function Names({ names, communities, again, csrf }: NamesProps) {
  const inUse = names.filter(({ isPutAway }) => !isPutAway)
  const away = names.filter(({ isPutAway }) => isPutAway)
  const state = again.entries.has('name') ? again : asFirst
  return (
    <>
      <TitleLeaf
        title="Your names"
        says="Others see the name you used, and nothing that says that two names are one person’s. Only you see this page."
      />
      {again.refusal && again.refusal.about === undefined ? (
        <RefusalSlip sentence={again.refusal.sentence} csrf={csrf} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      <section>
        <Head title="In use" />
        {inUse.map((own) => (
          <OneName own={own} communities={communities} csrf={csrf} />
        ))}
      </section>
      <section>
        <Head title="One more" />
        <Form to={paths.accountNames} csrf={csrf}>
          <FormFields form={newNameForm} state={state} />
          <Buttons>
            <Button>Add the name</Button>
          </Buttons>
        </Form>
      </section>
      {inUse.length > 1 && communities.length > 0 ? (
        <InCommunities names={inUse} communities={communities} csrf={csrf} />
      ) : null}
      {away.length === 0 ? null : (
        <section>
          <Head title="Put away" aside="still yours" />
          {away.map((own) => (
            <OneName own={own} communities={communities} csrf={csrf} />
          ))}
        </section>
      )}
    </>
  )
}

type OneNameProps = { readonly own: OwnName; readonly communities: readonly NameIn[]; readonly csrf: string }

function OneName({ own, communities, csrf }: OneNameProps) {
  const { id, name, isFirst, isPutAway, isUsed } = own
  const press = { csrf, about: name, look: 'plain', size: 'small' } as const
  const isGoneBy = communities.some(({ penName }) => penName === id)
  return (
    <Entry title={<span dir="auto">{name}</span>} by={isFirst ? '· your first' : undefined}>
      <p class="small soft">{whereWords(own, communities)}</p>
      <div class="row">
        {isFirst || isPutAway ? null : (
          <ButtonForm {...press} to={paths.accountNameFirst(id)} label="Make it the first" />
        )}
        {isFirst || isPutAway || isGoneBy ? null : (
          <ButtonForm {...press} to={paths.accountNameAway(id)} label="Put it away" />
        )}
        {isPutAway ? <ButtonForm {...press} to={paths.accountNameBack(id)} label="Use it again" /> : null}
        {isFirst || isUsed ? null : <ButtonForm {...press} to={paths.accountNameGone(id)} label="Let it go" />}
      </div>
    </Entry>
  )
}

function whereWords({ id, isFirst, isPutAway, isUsed }: OwnName, communities: readonly NameIn[]): string {
  const at = communities.filter(({ penName }) => penName === id).map(({ title }) => title)
  const goes = at.length === 0 ? '' : `You go by it in ${at.join(', ')}. `
  const first = isFirst ? 'It stands at the top of your pages, and you join communities with it.' : ''
  const used = isUsed && at.length === 0 ? 'It stands on days or works. ' : ''
  const free = isUsed || isFirst ? '' : 'Nothing is under it yet. '
  return `${goes}${used}${free}${isPutAway ? 'Nothing new is posted under it.' : first}`.trim()
}

type InProps = {
  readonly names: readonly OwnName[]
  readonly communities: readonly NameIn[]
  readonly csrf: string
}

function InCommunities({ names, communities, csrf }: InProps) {
  const choices = names.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <section class="stack">
      <Head title="In your communities" />
      <p class="small soft">
        The name that members meet you by, and that counts where you choose no other. Days and works keep the name they
        have; whoever remembers the old one there can tell what happened.
      </p>
      {communities.map(({ community, title, penName }) => (
        <Form to={paths.accountNamesIn} csrf={csrf} keep={{ community: String(community) }} label={title}>
          <SelectField
            name="penName"
            label={`Your name in ${title}`}
            within={String(community)}
            value={String(penName)}
            choices={choices}
          />
          <Buttons>
            <Button look="plain" size="small">
              Go by this name
              <span class="hush"> in {title}</span>
            </Button>
          </Buttons>
        </Form>
      ))}
    </section>
  )
}

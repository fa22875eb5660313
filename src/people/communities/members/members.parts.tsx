// Pieces of the page of members: names in columns, looking for one, and somebody who asks to join with the mods' answer.
import type { Child } from 'hono/jsx'
import { asFirst } from '#src/platform/web/forms.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { TextField } from '#src/ui/fields.tsx'
import { Button, Buttons, Form } from '#src/ui/forms.tsx'
import type { Community } from '../communities.ts'
import { answeringForm } from '../joining/joining.form.ts'
import type { Waiting } from '../joining/joining.ts'
import type { Member } from './members.ts'

type NamesProps = {
  readonly members: readonly Member[]
  readonly community: string
  readonly isMod: boolean
  readonly mark?: ((isApproved: boolean) => Child) | undefined
}

export function MemberNames({ members, community, isMod, mark }: NamesProps) {
  return (
    <ul class="names">
      {members.map(({ id, name, isApproved }) => (
        <li>
          {isMod ? <a href={paths.member(community, id)}>{name}</a> : name} {mark?.(isApproved)}
        </li>
      ))}
    </ul>
  )
}

/** Asks and changes nothing. */
export function FindMember({ community, name }: { community: string; name: string }) {
  return (
    <form class="form form--line" method="get" action={paths.members(community)} role="search" aria-label="Members">
      <TextField name="name" label="Find a name" value={name} maxlength={60} />
      <Buttons>
        <Button look="plain">Find</Button>
      </Buttons>
    </form>
  )
}

type RequestProps = {
  readonly request: Waiting
  readonly community: Community
  readonly since: string
  readonly csrf: string
}

export function Request({ request, community, since, csrf }: RequestProps) {
  const { id, name, says } = request
  return (
    <article class="entry stack" aria-label={name}>
      <h3 class="entry__title">{name}</h3>
      {says === '' ? null : <blockquote class="said-line">{says}</blockquote>}
      <p class="soft small">asked on {since}</p>
      <Form to={paths.joinRequest(community.slug, id)} csrf={csrf} label={`Answer ${name}`}>
        <FormFields form={answeringForm} state={asFirst} within={`request-${id}`} />
        <Buttons>
          <Button name="do" value="yes" look="plain">
            Let {name} in
          </Button>
          <Button name="do" value="no" look="quiet">
            Say no
          </Button>
        </Buttons>
      </Form>
    </article>
  )
}

// Saying that one is an adult, for this visit or for good; and taking that back.
import { chooseAdult, showsAdult } from '#src/people/accounts/adult-choice.ts'
import { forgetAdultWord, hasSaidAdult, keepAdultWord } from '#src/platform/web/visits.ts'
import { readEntries } from '#src/platform/web/forms.ts'
import { leaveNotice } from '#src/platform/web/notices.ts'
import type { Web } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'

export function adultPages(web: Web): void {
  web.get(paths.adult, async (c) => {
    const { db, viewer } = c.get('ctx')
    const isSignedIn = viewer.kind === 'person'
    const isAlways = isSignedIn && (await showsAdult(db, viewer.account))
    const props = { isSignedIn, isAlways, hasSaid: hasSaidAdult(c), csrf: c.get('csrf') }
    return c.get('show')({ title: 'Works for adults', main: <Choice {...props} /> })
  })

  web.post(paths.adult, async (c) => {
    const ctx = c.get('ctx')
    const entries = await readEntries(c)
    const said = entries.get('do')
    const account = ctx.viewer.kind === 'person' ? ctx.viewer.account : undefined
    if (said === 'ask') {
      forgetAdultWord(c)
      if (account !== undefined) await chooseAdult(ctx, account, false)
      leaveNotice(c, 'You are asked again before a work for adults.')
    }
    if (said === 'show' || said === 'always') keepAdultWord(c)
    if (said === 'always' && account !== undefined) {
      await chooseAdult(ctx, account, true)
      leaveNotice(c, 'You are not asked any more; you can change that at any time.')
    }
    return c.redirect(wayBack(entries.get('back'), paths.adult), 303)
  })
}

type ChoiceProps = {
  readonly isSignedIn: boolean
  readonly isAlways: boolean
  readonly hasSaid: boolean
  readonly csrf: string
}

function Choice({ isSignedIn, isAlways, hasSaid, csrf }: ChoiceProps) {
  return (
    <>
      <h1>Works for adults</h1>
      <p class="lede">{standing(isAlways, hasSaid)}</p>
      <Form to={paths.adult} csrf={csrf}>
        <Buttons>
          {isSignedIn && !isAlways ? (
            <Button name="do" value="always">
              I am an adult; do not ask me
            </Button>
          ) : null}
          {isAlways || hasSaid ? (
            <Button name="do" value="ask" look="plain">
              Ask me again
            </Button>
          ) : null}
        </Buttons>
      </Form>
      {isSignedIn ? null : (
        <p class="row">
          <ButtonLink to={asking(paths.signIn, { back: paths.adult })} look="plain">
            Sign in to choose for good
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function standing(isAlways: boolean, hasSaid: boolean): string {
  if (isAlways) return 'You have chosen not to be asked before a work for adults.'
  if (hasSaid) return 'On this visit you have said that you are an adult. On the next one you are asked again.'
  return 'Before the text of a work for adults you are asked once per visit.'
}

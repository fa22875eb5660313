// Forms: what is sent along unseen, what is said when a form comes back, and what can be done instead of what was refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { RefusedPage } from '#src/ui/refused.tsx'

const written = (markup: { toString: () => string }): string => markup.toString()

test('a form is posted with its secret and guarded against a second press', () => {
  const html = written(
    <Form to="/claims" csrf="s3cret" keep={{ day: '7' }}>
      <Button>Take this day</Button>
    </Form>,
  )
  assert.match(html, /^<form class="form" method="post" action="\/claims" data-once="" novalidate="">/)
  assert.match(html, /<input type="hidden" name="_csrf" value="s3cret"\/><input type="hidden" name="day" value="7"\/>/)
  assert.match(html, /<button class="btn" type="submit"><span>Take this day<\/span><\/button><\/form>$/)
})

test('taking away is never a filled button', () => {
  assert.match(written(<Button tone="alarm">Delete</Button>), /class="btn btn--plain btn--alarm"/)
  assert.match(
    written(
      <ButtonLink to="/" look="quiet" size="small">
        Back
      </ButtonLink>,
    ),
    /<a class="btn btn--quiet btn--small" href="\/">/,
  )
})

test('a button that says the same as its neighbours says aloud what it is about', () => {
  const html = written(
    <ButtonForm to="/claims" fields={{ day: '20' }} label="Take this day" about="Friday 20 November" />,
  )
  assert.match(html, /Take this day<span class="hush"> Friday 20 November<\/span>/)
})

test('a form that came back lists what needs another look, each with the way to its field', () => {
  const errors = new Map([
    ['penName', 'Write a <name>.'],
    ['', 'The round has closed meanwhile.'],
  ])
  const html = written(<ErrorSummary errors={errors} within="claim" />)
  assert.match(html, /role="alert" tabindex="-1"/)
  assert.match(html, /<h2>2 things need another look<\/h2>/)
  assert.match(
    html,
    /<li><a href="#f-claim-penName">Write a &lt;name&gt;\.<\/a><\/li><li>The round has closed meanwhile\.<\/li>/,
  )
  assert.equal(written(<ErrorSummary errors={new Map()} />), '')
})

test('a refusal offers what is possible as buttons that can be pressed at once', () => {
  const offers = [{ label: 'Take Monday 23', post: '/claims', fields: { day: '2026-11-23' } }]
  const html = written(<RefusalSlip sentence="Oriel took it." offers={offers} csrf="s3cret" />)
  assert.match(html, /role="alert".*Oriel took it\./s)
  assert.match(
    html,
    /<form method="post" action="\/claims" data-once=""><input type="hidden" name="_csrf" value="s3cret"\/><input type="hidden" name="day" value="2026-11-23"\/>/,
  )
  assert.doesNotMatch(written(<RefusalSlip sentence="No." />), /<form/)
})

const field = (kind: Field<unknown>['kind'], more: Partial<Field<unknown>> = {}): Field<unknown> => ({
  kind,
  label: kind,
  read: (typed) => ({ value: typed }),
  ...more,
})

test('a form is shown from the one list of its fields, with what was typed and what was refused', () => {
  const form = { fields: { name: field('text', { initial: 'first' }), zone: field('zone'), secret: field('password') } }
  const state = {
    entries: new Map([
      ['name', 'typed'],
      ['secret', 'hush'],
    ]),
    errors: new Map([['zone', 'Choose one.']]),
  }
  const html = written(<FormFields form={form} state={state} lists={{ zone: [{ value: 'UTC', label: 'UTC' }] }} />)
  assert.match(html, /id="f-name" name="name" value="typed"/)
  assert.match(html, /<device-zone>.*id="f-zone-why"/s)
  assert.doesNotMatch(html, /hush"/)
})

test('a tick that was taken away stays away when the form comes back', () => {
  const form = { fields: { remind: field('check', { initial: 'yes' }), name: field('text') } }
  const fresh = { entries: new Map<string, string>(), errors: new Map<string, string>() }
  assert.match(written(<FormFields form={form} state={fresh} />), /value="yes" checked=""/)
  const back = { entries: new Map([['name', 'x']]), errors: new Map<string, string>() }
  assert.doesNotMatch(written(<FormFields form={form} state={back} />), /checked=/)
})

test('few choices are all to be seen; a list of the page’s own is a list', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const form = { fields: { midnight: field('choice', { choices }), day: field('choice') } }
  const state = { entries: new Map([['midnight', 'b']]), errors: new Map<string, string>() }
  const html = written(<FormFields form={form} state={state} lists={{ day: choices }} />)
  assert.match(html, /type="radio" id="f-midnight-2" name="midnight" value="b" checked=""/)
  assert.match(html, /<select class="input" id="f-day" name="day" required=""><option value="">Please choose<\/option>/)
})

test('a page that says no leads a guest to signing in, and somebody who has done so to the first page alone', () => {
  const refusal = new Refusal('closed', 'mailed-link/dead', 'This link has been used.')
  assert.match(written(<RefusedPage refusal={refusal} csrf="" />), /To the first page.*href="\/sign-in"/)
  assert.doesNotMatch(written(<RefusedPage refusal={refusal} csrf="s3cret" />), /sign-in/)
})

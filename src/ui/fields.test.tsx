// What a field says of itself: its label, its hint, why it was refused; and that nothing typed ever becomes markup.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CheckField, ChecksField, RadioField, SelectField, ZoneField } from '#src/ui/choices.tsx'
import { DateField, EmailField, NumberField, PasswordField, TextArea, TextField, fieldId } from '#src/ui/fields.tsx'

const written = (markup: { toString: () => string }): string => markup.toString()

test('a label, a hint and a refusal are tied to their field', () => {
  const html = written(
    <TextField name="penName" label="Pen name" hint="Stands on the calendar." error="Write a name." />,
  )
  assert.match(html, /<label for="f-penName">Pen name<\/label>/)
  assert.match(html, /<p class="hint" id="f-penName-hint">Stands on the calendar\.<\/p>/)
  assert.match(html, /<p class="why" id="f-penName-why">/)
  assert.match(html, /aria-describedby="f-penName-hint f-penName-why" aria-invalid="true"/)
})

test('a field without hint and refusal points at nothing and is not called wrong', () => {
  const html = written(<EmailField name="mail" label="Mail address" value="mara@example.org" />)
  assert.doesNotMatch(html, /aria-|hint|why|field--bad/)
  assert.match(html, /type="email" id="f-mail" name="mail" value="mara@example\.org" autocomplete="email"/)
})

test('what may be left out says so in words, everything else is required', () => {
  assert.match(written(<TextField name="a" label="A" optional />), /<span class="opt"> \(optional\)<\/span>/)
  assert.doesNotMatch(written(<TextField name="a" label="A" optional />), /required/)
  assert.match(written(<TextField name="a" label="A" />), / required/)
})

test('ids come from names, hold no odd signs, and can be set apart where two forms share a page', () => {
  assert.equal(fieldId('places[2].day'), 'f-places-2-day')
  assert.equal(fieldId('day', 'swap 7'), 'f-swap-7-day')
  const html = written(<TextField name="day" label="Day" within="move" hint="Which?" />)
  assert.match(html, /for="f-move-day".*id="f-move-day-hint".*id="f-move-day" name="day"/s)
})

test('a password that was refused is not sent back', () => {
  const typed = { name: 'password', label: 'Password', autocomplete: 'current-password', value: 'correct horse' }
  assert.doesNotMatch(written(<PasswordField {...typed} />), /correct horse/)
})

test('numbers and days carry their limits', () => {
  assert.match(written(<NumberField name="n" label="Places" value={0} min={0} max={9} />), /value="0".*min="0" max="9"/)
  assert.match(
    written(<DateField name="d" label="Day" value="2026-11-20" min="2026-11-01" />),
    /type="date".*value="2026-11-20".*min="2026-11-01"/,
  )
})

test('a text area keeps what was typed to the letter, an empty first line too', () => {
  const html = written(<TextArea name="note" label="Note" value={'\n</textarea><b>'} />)
  assert.match(html, />\n\n&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/)
})

test('a list shows what was chosen, inside its groups', () => {
  const choices = [
    { value: 'a', label: 'Drabble' },
    { group: 'Longer', choices: [{ value: 'b', label: 'One-shot' }] },
  ]
  const html = written(<SelectField name="kind" label="Kind" choices={choices} value="b" none="Choose a kind" />)
  assert.match(
    html,
    /<option value="">Choose a kind<\/option><option value="a">Drabble<\/option><optgroup label="Longer">/,
  )
  assert.match(html, /<option value="b" selected="">One-shot<\/option><\/optgroup>/)
  assert.equal(html.match(/selected/g)?.length, 1)
})

test('only a time zone that is needed is preselected from the device', () => {
  const zones = [{ group: 'Europe', choices: [{ value: 'Europe/Lisbon', label: 'Lisbon' }] }]
  assert.match(written(<ZoneField name="zone" label="Time zone" zones={zones} />), /^<device-zone><div class="field">/)
  assert.doesNotMatch(written(<ZoneField name="zone" label="Time zone" zones={zones} optional />), /device-zone/)
})

test('the first ring of a choice has the id that a refusal leads to, and every ring its own label', () => {
  const choices = [
    { value: 'poster', label: 'The poster’s own', hint: 'Wherever they are.' },
    { value: 'round', label: 'The round’s' },
  ]
  const html = written(
    <RadioField name="midnight" label="Whose midnight" choices={choices} value="round" error="Please choose." />,
  )
  assert.match(
    html,
    /<fieldset class="field field--bad" role="radiogroup" aria-describedby="f-midnight-why" aria-invalid="true"/,
  )
  assert.match(
    html,
    /<label class="tick" for="f-midnight"><input type="radio" id="f-midnight" name="midnight" value="poster" aria-describedby="f-midnight-hint"\/>/,
  )
  assert.match(html, /id="f-midnight-2" name="midnight" value="round" checked=""\/>/)
})

test('ticks show which are set', () => {
  const choices = [
    { value: 'sat', label: 'Saturdays' },
    { value: 'sun', label: 'Sundays' },
  ]
  assert.match(
    written(<ChecksField name="ffa" label="Days" choices={choices} values={['sun']} />),
    /value="sat"\/>.*value="sun" checked=""\/>/s,
  )
  assert.match(
    written(<CheckField name="remind" label="Remind me" checked hint="By mail." />),
    /id="f-remind" name="remind" aria-describedby="f-remind-hint" value="yes" checked=""/,
  )
  assert.doesNotMatch(written(<CheckField name="remind" label="Remind me" />), /checked=/)
})

test('nothing that people typed becomes markup', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (value, label, error) => {
      const html = written(<TextField name="x" label={`${label}<i>`} value={`${value}"><b>`} error={`${error}<u>`} />)
      assert.doesNotMatch(html, /<[biu]>/)
      assert.equal(html.match(/<input/g)?.length, 1)
    }),
  )
})

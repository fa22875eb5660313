// The calendar as everybody sees it: the same words in the sheet and in the list, nothing said by colour alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayChips } from '#src/fests/rounds/calendar.ts'
import { CalendarKey, CalendarList, CalendarMonth } from '#src/fests/rounds/calendar.parts.tsx'
import type { CalendarCell } from '#src/fests/rounds/calendar.ts'

const written = (markup: { toString: () => string }): string => markup.toString()

const friday: CalendarCell = {
  day: '2026-11-20',
  number: 20,
  label: 'Friday 20 November',
  kind: 'open',
  isToday: false,
  isMine: false,
  chip: dayChips.open,
  entries: [],
  action: { label: 'Take this day', post: '/claims', fields: { day: '2026-11-20' }, csrf: 's3cret' },
  sentence: 'Friday 20 November is open.',
}

const sheet = (cell: CalendarCell): string =>
  written(
    <CalendarMonth
      month={{
        label: 'November 2026',
        weeks: [[undefined, undefined, undefined, undefined, cell, undefined, undefined]],
      }}
    />,
  )

test('a month is a table with a caption, weekdays as heads, and its roles written out', () => {
  const html = sheet(friday)
  assert.match(html, /<table class="cal" role="table"><caption class="hush">November 2026, day by day<\/caption>/)
  assert.equal(html.match(/<th scope="col" role="columnheader">/g)?.length, 7)
  assert.equal(html.match(/<td [^>]*role="cell"/g)?.length, 7)
})

test('an open day has its date in words for those who listen, and a button that names it', () => {
  const html = sheet(friday)
  assert.match(
    html,
    /<time datetime="2026-11-20"><span class="hush">Friday 20 November<\/span><span aria-hidden="true">20<\/span>/,
  )
  assert.match(
    html,
    /<input type="hidden" name="_csrf" value="s3cret"\/><input type="hidden" name="day" value="2026-11-20"\/>/,
  )
  assert.match(
    html,
    /<button class="day__do" type="submit"><span>Take this day<span class="hush"> Friday 20 November<\/span>/,
  )
})

test('today, one’s own day, free for all and closed are told by words and marks besides their colour', () => {
  assert.match(sheet({ ...friday, isToday: true }), /<td class="day day--today"[^>]*aria-current="date"/)
  assert.match(sheet({ ...friday, isMine: true, chip: dayChips.mine }), /day--mine ribbon.*<span>yours<\/span>/s)
  assert.match(
    sheet({ ...friday, kind: 'free', chip: dayChips.freeForAll }),
    /day--ffa.*#m-sun.*<span>free for all<\/span>/s,
  )
  assert.match(sheet({ ...friday, kind: 'closed', chip: dayChips.closed }), /day--closed.*<span>closed<\/span>/s)
})

test('a title is a link, a name is not, and neither becomes markup', () => {
  const entries = [
    { text: '“<Ballast>”', detail: 'Oriel', link: '/w/1' },
    { text: 'tide<wrack', detail: 'on the way' },
  ]
  const html = sheet({ ...friday, entries })
  assert.match(html, /<a href="\/w\/1">“&lt;Ballast&gt;”<\/a><\/p><p class="day__who">Oriel<\/p>/)
  assert.match(html, /<li class="day__who">tide&lt;wrack – on the way<\/li>/)
})

test('the list says every day as a sentence and offers the same', () => {
  const html = written(
    <CalendarList
      days={[friday, { ...friday, isMine: true, action: { label: 'Move', to: '/m' }, sentence: 'Yours.' }]}
    />,
  )
  assert.match(html, /<ol class="cal-list"><li class="is-open ?">.*Friday 20 November is open\..*Take this day/s)
  assert.match(html, /Yours\..*<a class="day__do" href="\/m">Move<span class="hush"> Friday 20 November/s)
})

test('no public word of the calendar says late', () => {
  const html =
    written(<CalendarKey />) +
    Object.values(dayChips)
      .map((chip) => chip.word)
      .join(' ')
  assert.doesNotMatch(html, /\blate\b/i)
  assert.match(html, /expected in the free for all/)
})

// Where the story ends and its writer speaks again: what is taken for end notes, and the endings that stay a story's own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPost } from '#src/text/header/read-post.ts'
import { workFor } from '#tests/support/work-done.ts'

const header = 'Title: Salt\nRating: PG\n\n'
const story = 'It rained on the ferry all the way.\n\nShe counted the ropes again, and there were thirteen.'

const read = (end: string) => readPost(`${header}${story}\n\n${end}\n`, 'plain')

test('what its writer says beneath the story is end notes, and neither shown nor counted as story', () => {
  const ends: Readonly<Record<string, string>> = {
    '---\nThanks for reading! Crossposted to my journal.': 'Thanks for reading! Crossposted to my journal.',
    '---\n\nBeta’d by marshlight, all mistakes are mine.': 'Beta’d by marshlight, all mistakes are mine.',
    "Beta'd by marshlight, all mistakes are mine.": "Beta'd by marshlight, all mistakes are mine.",
    'A/N: The rope is real, I have seen it.': 'The rope is real, I have seen it.',
    '~*~*~\n\nNotes: The rope is real.': 'The rope is real.',
    'Notes: The rope is real.': 'The rope is real.',
    'The End. Feedback is love': 'The End. Feedback is love',
    '***\n\nI’m sorry that this ficlet is so short, it was written on a bus.':
      'I’m sorry that this ficlet is so short, it was written on a bus.',
    '* * *\nThank you so much for reading.\n\nThe title is from a song by the Lanterns.\n\nAlso posted at AO3: https://a.example/1':
      'Thank you so much for reading.\n\nThe title is from a song by the Lanterns.\n\nAlso posted at AO3: https://a.example/1',
    '[A/N] For Fay.': 'For Fay.',
    '---\nDisclaimer: not mine.': 'Disclaimer: not mine.',
    '---\n\nI hope you enjoyed this! All mistakes are mine.': 'I hope you enjoyed this! All mistakes are mine.',
    'Comments and kudos are love.': 'Comments and kudos are love.',
    'Also posted at AO3.': 'Also posted at AO3.',
    'Danke fürs Lesen!': 'Danke fürs Lesen!',
  }
  for (const [end, notes] of Object.entries(ends)) {
    const { header: found, text, body } = read(end)
    assert.equal(found.fields.endnotes, notes, end)
    assert.equal(text.slice(found.bodyFrom, found.bodyTo).trim(), story, end)
    assert.ok(body.endsWith('there were thirteen.</p>'), body)
  }
})

test('“The End” by itself is the story’s, whatever follows', () => {
  const { header: found, text } = read('The End\n\nComments are love!')
  assert.equal(found.fields.endnotes, 'Comments are love!')
  assert.match(text.slice(found.bodyFrom, found.bodyTo), /The End\s*$/u)
})

test('a story keeps its own ending, however it ends', () => {
  for (const end of [
    '---\n\nThank you for reading to me, she said, and slept.',
    '“Thanks for reading,” he said.',
    '---\n\nI told her the story again, and my mother wrote it down.',
    'Note: the key is under the mat.',
    'Name: Imre\nShip: the Heron\nNotes: drowned.',
    'The end. That was what the sign said, and beyond it there was only water.',
    '***\n\nThis was the last letter, and nobody answered it.',
    'The End',
    'To be continued',
    'A/N: for Kit.\n\nThe second lamp went out.',
    '---\n\nA/N: next one.\n\nTitle: Rope\nRating: G\n\nIt was cold.',
    'P.S. Thank you for the lamp. Please write.',
    '---\n\nMy dear, I hope you enjoy the house.',
    'Nobody had read the beta, which was a small fish.',
    'He was first posted to Delhi, and died there.',
    'The comments are still unkind, and I keep them all.',
    'It was a place made for the community, and it stood empty.',
    'I don’t own anything, and all mistakes are mine.',
    'I hope you enjoyed the boat. Yours, Imre.',
    'Would you please review the charts, she asked, and nobody did.',
    'The fic was what they called the fig tree; it has stood there ever since.\n\nShe sat down under it.',
  ]) {
    const { header: found, text } = read(end)
    assert.equal(found.fields.endnotes, undefined, end)
    assert.equal(found.bodyTo, text.length, end)
  }
})

test('what stands there in place of a story is none of it taken away', () => {
  assert.equal(readPost('Thanks for reading! All mistakes are mine.', 'plain').header.bodyTo, 42)
  const { header: found, text } = readPost(`${header}Thanks for reading!`, 'plain')
  assert.equal(found.bodyTo, text.length)
})

test('in every form the notes leave the story, and the story keeps its markup', () => {
  const end = 'Thanks for reading! Crossposted to my journal.'
  const sources = {
    html: `<p><b>Title:</b> Salt</p><p>It <i>rained</i>.</p><p>She went on.</p><hr><p>${end}</p>`,
    markdown: `**Title:** Salt\n\nIt *rained*.\n\nShe went on.\n\n* * *\n\n${end}`,
  } as const
  for (const form of ['html', 'markdown'] as const) {
    const { header: found, body, words } = readPost(sources[form], form)
    assert.equal(found.fields.endnotes, end)
    assert.match(body, /^<p>It <(i|em)>rained<\/\1>\.<\/p>\s*<p>She went on\.<\/p>\s*$/u)
    assert.equal(words, 5)
  }
  const { body } = readPost(`<div>It <i>rained</i> and<br>rained.<br>---<br>${end}</div>`, 'html')
  assert.match(body, /^<div>It <i>rained<\/i> and<br>rained\.(?:<br>)?<\/div>$/u)
})

test('its writer says that it is part of the story, or that the last paragraph is not', () => {
  const { header: found, text } = read('---\nThanks for reading!\n\nAlso posted at AO3.')
  const [first, last] = found.found.filter(({ field }) => field === 'endnotes')
  assert.ok(first && last)
  const pasted = `${header}${story}\n\n---\nThanks for reading!\n\nAlso posted at AO3.\n`
  const after = (rulings: Parameters<typeof readPost>[2]) => readPost(pasted, 'plain', rulings).header
  const whole = after({ rulings: [{ from: last.from, to: last.to, is: 'story' }] })
  assert.equal(whole.bodyTo, text.length)
  assert.equal(whole.fields.endnotes, undefined)
  const half = after({ rulings: [{ from: first.from, to: first.to, is: 'story' }] })
  assert.equal(half.fields.endnotes, 'Also posted at AO3.')
  assert.match(text.slice(half.bodyFrom, half.bodyTo), /thirteen\.\n\n---\nThanks for reading!$/u)
  const other = after({ rulings: [{ from: first.from, to: first.to, is: 'nothing' }] })
  assert.deepEqual([other.bodyTo, other.fields.endnotes], [found.bodyTo, 'Also posted at AO3.'])
  const from = pasted.indexOf('She counted')
  const less = after({ rulings: [{ from, to: from + 54, is: 'endnotes' }] })
  assert.match(less.fields.endnotes ?? '', /^She counted.*Also posted at AO3\.$/su)
})

test('of HTML nothing is lost where the story ends', () => {
  const block = fc.constantFrom(
    '<p>It rained. <b>And</b> then it stopped.</p>',
    '<div>loose <i>words</i> here<br>Thanks for reading!</div>',
    '<hr>',
    '<p>Thanks for <i>reading</i>! All mistakes are mine.</p>',
    '<p>A/N: crossposted to <a href="https://a.example/">there</a></p>',
    '<blockquote><p>~*~*~</p><p>Feedback is love</p></blockquote>',
    'bare text ',
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const { header: found, text, body } = readPost(`<div>${blocks.join('\n')}</div>`, 'html')
      const letters = (said: string) => said.replace(/[^\p{L}\p{N}]/gu, '')
      assert.equal(letters(body.replace(/<[^>]*>|&[a-z]+;/gu, '')), letters(text.slice(found.bodyFrom, found.bodyTo)))
      assert.equal(found.spans.map(({ from, to }) => text.slice(from, to)).join(''), text)
    }),
  )
})

test('the labels beneath a short story do not make a header of it', () => {
  const long =
    'It rained all night, and it went on until the sea came in and took the house, and then the lamp. '.repeat(4)
  for (const text of [
    `${story}\n\nA/N: for Fay.`,
    `${story}\n\n---\nThanks for reading! Beta: marshlight`,
    `${header}Summary: Wet.\n\n***\n\nIt rained all night.\n\n***\n\nA/N: for Fay\nBeta: marshlight`,
    `${header}Summary: Wet.\n\n${long}\n\nThanks to marshlight for the beta!\nNotes: For Fay.`,
  ]) {
    const { header: found, body } = readPost(text, 'plain')
    assert.match(body, /It rained/u, text)
    assert.match(found.fields.endnotes ?? '', /Fay|marshlight/u, text)
    assert.equal(found.preface, '', text)
  }
})

test('a hostile end takes no longer than another', async () => {
  for (const text of [
    `${'A/N: x\n\n'.repeat(1_240)}plain.\n`,
    `${'A/N: x\n'.repeat(1_400)}"No."\n`,
    `${'thanks for reading\n\n'.repeat(490)}\n\nplain it was.`,
    'i my '.repeat(1_990),
    `${'*\n'.repeat(4_900)}A/N: x`,
  ])
    assert.ok((await workFor(() => readPost(text, 'plain'))) < 1_000, text.slice(0, 20))
})

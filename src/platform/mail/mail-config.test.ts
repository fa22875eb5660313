// What is set about mail, and what becomes of a mail where nothing is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unstartable } from '../unstartable.ts'
import { mailRoadOf, readMailConfig } from './mail-config.ts'

const url = 'smtps://name:password@mail.example.org:465'
const from = 'Tidewater <fest@example.org>'

test('a server and a sender together are a way for mails; without a server there is none', () => {
  assert.deepEqual(readMailConfig(url, from), { url, from })
  assert.deepEqual(readMailConfig(url, 'fest@example.org'), { url, from: 'fest@example.org' })
  assert.equal(readMailConfig(undefined, from), undefined)
  assert.equal(readMailConfig('', undefined), undefined)
})

test('what cannot be meant is said in one sentence, and never with the password in it', () => {
  const says = (about: RegExp) => (error: unknown) =>
    error instanceof Unstartable && about.test(error.message) && !error.message.includes('secret')
  for (const wrong of ['mail.example.org', 'https://x:secret@mail.example.org', 'smtp://', 'secret'])
    assert.throws(() => readMailConfig(wrong, from), says(/^SMTP_URL is not an address of a mail server/), wrong)
  for (const wrong of [undefined, '', 'Tidewater', 'a@b, c@d', 'Tidewater <fest>', 'a <b@c> d', 'x\n<a@b>'])
    assert.throws(() => readMailConfig(url, wrong), says(/^MAIL_FROM should say whom mails come from/), wrong)
})

test('mails can be opened by an admin on their own machine or in a demonstration, and nowhere else', () => {
  const own = { smtp: undefined, host: '127.0.0.1', publicUrl: undefined, isBehindProxy: false, isDemo: false }
  assert.equal(mailRoadOf(own), 'shown')
  assert.equal(mailRoadOf({ ...own, host: '0.0.0.0' }), 'kept')
  assert.equal(mailRoadOf({ ...own, publicUrl: new URL('https://fest.example') }), 'kept')
  assert.equal(mailRoadOf({ ...own, isBehindProxy: true }), 'kept')
  assert.equal(
    mailRoadOf({ ...own, host: '0.0.0.0', isDemo: true, smtp: { url, from } }),
    'shown',
    'and a demo sends none',
  )
  assert.equal(mailRoadOf({ ...own, smtp: { url, from } }), 'sent')
})

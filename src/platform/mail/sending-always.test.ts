// Whatever a mail server goes through, no mail is lost and none comes twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hours, minutes } from '#src/kit/instants.ts'
import { openMailServer } from '#tests/support/mail-server.ts'
import { deliver, fates, post } from '#tests/support/mailed.ts'
import { openHouse } from '#tests/support/open-house.ts'

test('whatever moods a server has, every mail arrives once, if it is taken in the end', async () => {
  // Those after which the server still knows that it has no mail of ours; `hangs` and `breaks` have a test of their own.
  const moods = fc.array(fc.constantFrom('takes', 'busy', 'bad-sender', 'gone', 'post'), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(moods, async (days) => {
      await using server = await openMailServer()
      await using house = await openHouse()
      let posted = 0
      for (const mood of [...days, 'post', 'takes'] as const) {
        if (mood === 'post') {
          await post(house)
          posted += 1
          continue
        }
        if (mood === 'gone') await server.close()
        else server.feels(mood)
        await deliver(house, server)
        if (mood === 'gone') await server.reopen()
        house.pass(minutes(5))
      }
      server.feels('takes')
      for (let rounds = 0; rounds < 8; rounds += 1) {
        house.pass(hours(3))
        await deliver(house, server)
      }
      assert.deepEqual(
        await fates(house),
        Array.from({ length: posted }, () => 'sent'),
      )
      assert.equal(server.arrived.length, posted)
      assert.equal(new Set(server.arrived.map((mail) => mail.subject)).size, posted)
    }),
    { numRuns: 6 },
  )
})
